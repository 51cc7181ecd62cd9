"""Training of the embedded models: teachers, trainer, evaluation and export."""
