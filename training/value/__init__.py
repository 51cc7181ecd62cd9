"""Value heads from different labels, on the frozen trunk of one model, compared on held-out problems."""
