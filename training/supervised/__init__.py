"""Training on given traces, phase by phase."""
