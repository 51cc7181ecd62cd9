"""Group Relative Policy Optimisation with a rule-based reward (Shao et al. 2024, arXiv 2402.03300)."""
