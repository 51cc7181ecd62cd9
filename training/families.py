"""What the trainer and the evaluation need to know about each family."""

from training.arithmetic import evaluation as arithmetic_evaluation
from training.arithmetic import problems as arithmetic_problems
from training.arithmetic import rollouts as arithmetic_rollouts
from training.arithmetic.teacher import Teacher as ArithmeticTeacher
from training.countdown import evaluation as countdown_evaluation
from training.countdown import problems as countdown_problems
from training.countdown import rollouts as countdown_rollouts
from training.countdown.teacher import Teacher as CountdownTeacher
from training.puzzles import evaluation as puzzle_evaluation
from training.puzzles import problems as puzzle_problems
from training.puzzles import rollouts as puzzle_rollouts
from training.puzzles.teacher import Teacher as PuzzleTeacher

TEACHERS = {'countdown': CountdownTeacher, 'arithmetic': ArithmeticTeacher, 'puzzle': PuzzleTeacher}
ROLLOUTS = {'countdown': countdown_rollouts, 'arithmetic': arithmetic_rollouts, 'puzzle': puzzle_rollouts}
EVALUATIONS = {'countdown': countdown_evaluation, 'arithmetic': arithmetic_evaluation, 'puzzle': puzzle_evaluation}
# Training problems of one's own choice: for reinforcement learning, rejection sampling and traces to judge.
PROBLEMS = {'arithmetic': arithmetic_problems, 'countdown': countdown_problems, 'puzzle': puzzle_problems}
