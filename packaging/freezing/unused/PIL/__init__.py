"""Stands in for Pillow in the frozen application.

reportlab imports it to place photographs, which no sheet has. It weighs 6 MB.
"""
