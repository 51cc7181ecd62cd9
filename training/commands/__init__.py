"""What one runs: `python3 -m training.commands.NAME`. The library is in the other packages."""
