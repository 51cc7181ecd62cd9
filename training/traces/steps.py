"""How a thought falls into steps."""


def ends_of_steps(texts, step_end):
    """Where each step of a thought ends (exclusive): after each `step_end`, and where the texts end."""
    ends = [i + 1 for i, text in enumerate(texts) if text == step_end]
    if len(texts) > (ends[-1] if ends else 0):
        ends.append(len(texts))
    return ends
