"""Learning from rewards: GRPO, rejection sampling, self-evolution."""
