"""Drills: is this step right (a generative verifier, arXiv 2408.15240), and can this still become right (the value prompt of
Tree of Thoughts, arXiv 2305.10601)? One word answers, each as often as the others.

    <bos> TEXT <low> <think> STEPS <judge> no <eos>
    <bos> TEXT <low> <think> STEPS <value> likely <eos>
"""

import itertools

from training.families.puzzle.checker import checker_of
from training.families.puzzle.problems import draw_training
from training.families.puzzle.solution import Solution
from training.families.puzzle.tokens import IMPOSSIBLE, JUDGE, LIKELY, NO, QUESTION, STEP_END, SURE, VALUE, VOCABULARY, YES
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS

ANSWER_WEIGHT = 4.0   # one token a trace, where others have dozens
# Of a model's own thoughts: with a wrong step, the share that is judged at such a step (the rest at a right one);
# without, the share that is judged at all.
JUDGED_WRONG, JUDGED_RIGHT = 0.75, 0.2
SLIPS = 0.3
TRIES = 8             # thoughts about one problem


def judge_trace(rng, problem):
    """A question about one step."""
    wanted = rng.random() < 0.5
    return _drill(rng, problem, JUDGE, YES if wanted else NO, lambda last_right, right, left: YES if last_right else NO)


def judged_rollout(rng, problem, prompt, continuation):
    """A question about one step of what a model wrote itself, whose slips differ from the teacher's; None for no question."""
    texts = [*prompt, *continuation]
    if END_THINK not in continuation:
        return None
    places = places_of(problem, texts, len(prompt))
    wrong = [place for place, last_right, *_ in places if not last_right]
    right = [place for place, last_right, *_ in places if last_right]
    answer = NO if wrong and rng.random() < JUDGED_WRONG else YES
    judged = wrong if answer == NO else right
    if not judged or not wrong and rng.random() > JUDGED_RIGHT:
        return None
    trace = Trace(VOCABULARY)
    trace.add(*texts[:rng.choice(judged) + 1], JUDGE, weight=0)
    return answered(trace, answer)


def answered(trace, word):
    """The trace, whose last token is a question, with the answer."""
    trace.label(word in (YES, SURE, LIKELY))
    trace.add(word, weight=ANSWER_WEIGHT)
    trace.add(EOS)
    return trace


def value_trace(rng, problem):
    """A question about all that is written; after an answer too."""
    return _drill(rng, problem, VALUE, rng.choice((SURE, LIKELY, IMPOSSIBLE)), value_word)


def value_word(_, right, left):
    """Wrong already; at most one step from the end; or more."""
    return IMPOSSIBLE if not right else SURE if left <= 1 else LIKELY


def _drill(rng, problem, question, word, answer_of):
    """Writes thoughts until one has a place where the answer is `word`, and asks there. After `TRIES` thoughts it draws
    another problem of the kind."""
    for attempt in itertools.count(1):
        problem = problem if attempt % TRIES else draw_training(rng, problem.kind)
        solution = _thought(rng, problem, word)
        if solution is None:
            continue
        trace, start = solution.trace, solution.start
        places = [place for place, *state in places_of(problem, trace.texts(), start) if answer_of(*state) == word]
        ends = question == VALUE and word == (SURE if solution.is_right else IMPOSSIBLE) and rng.random() < 0.3
        if places or ends:
            place = len(trace) if ends else rng.choice(places) + 1
            for row in (trace.tokens, trace.weights, trace.labels):
                del row[place:]
            trace.add(question, weight=0)
            return answered(trace, word)


def _thought(rng, problem, word):
    """A whole thought with its answer, now and then with checks; with slips where `word` needs them."""
    solution = Solution(rng)
    solution.open(problem, 'low')
    solution.start = len(solution.trace)
    slips = SLIPS if word in (NO, IMPOSSIBLE) or rng.random() < 0.2 else 0.0
    if not solution.think(problem, slips, terse=rng.choice((0, 0, 0.5))):
        return None
    if rng.random() < 0.25 and not solution.check(forced=rng.randint(1, 3)):
        return None
    solution.close(problem, EOS)
    solution.is_right = solution.trace.labels[-1] == 1
    for row in (solution.trace.tokens, solution.trace.weights, solution.trace.labels):
        row.pop()
    return solution


def places_of(problem, texts, start):
    """`(position, is the last step right, is all right, steps left)` after each step."""
    checker, found = checker_of(problem), []
    for i in range(start, texts.index(END_THINK)):
        if texts[i] == STEP_END:
            right = checker.step(texts[start:i])
            if texts[start] != QUESTION:
                found.append((i, checker.last_right, right, checker.steps_left()))
            start = i + 1
    return found
