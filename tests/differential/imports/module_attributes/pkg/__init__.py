"""Docstring of pkg."""
