"""The table of problem families. A family that stands here is known everywhere in `training/`."""

from training.families.arithmetic.family import Arithmetic
from training.families.countdown.family import Countdown
from training.families.puzzle.family import Puzzle

FAMILIES = {family.kind: family for family in (Countdown(), Arithmetic(), Puzzle())}
