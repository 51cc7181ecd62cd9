"""Countdown (Game of 24 and its kin): combine four numbers to a target."""
