"""The transformer, its optimiser, its checkpoints and its sampler."""
