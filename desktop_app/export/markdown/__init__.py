"""Sections as Markdown: CommonMark, and the tables of GitHub's dialect."""
