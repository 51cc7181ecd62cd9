"""What a training sequence is: token texts, weights and labels."""
