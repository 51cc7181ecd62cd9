"""Puzzles in a small controlled language: word problems, chains of equations, knights and knaves."""
