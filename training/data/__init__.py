"""Where training sequences come from, and how they are batched; the held-out problems."""
