"""Model folders of `public/models`: written from a checkpoint, and read back."""
