"""Arithmetic: sums and differences of one to three products of a two-digit by a one-digit number."""
