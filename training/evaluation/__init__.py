"""Measures on held-out problems."""
