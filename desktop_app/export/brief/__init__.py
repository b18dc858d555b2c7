"""Lays the one-page brief out and writes it as PDF."""
