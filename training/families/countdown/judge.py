"""The drill "is this step right?": a generative verifier that answers yes or no (arXiv 2408.15240).

    <bos> 24 : 2 11 2 9 <low> <think> 2 + 9 = 11 [ 11 2 11 ] 11 * 11 = 121 [ 2 121 ] <judge> no <eos>

The answer is yes if the last step's arithmetic and its list of numbers are right and the target can still be reached.
"""

from training.families.countdown.attempt import choose, orient, write_attempt, write_false_step, write_step
from training.families.countdown.corruption import corrupt_step
from training.families.countdown.rules import moves, solvable
from training.families.countdown.tokens import JUDGE, NO, VOCABULARY, YES, prompt_texts
from training.traces.trace import Trace
from training.traces.vocabulary import EOS, WAIT

ANSWER_WEIGHT = 4.0   # one token a trace, where others have dozens


def judge_trace(rng, numbers, target):
    """One question about a step of a solvable problem: yes and no equally often, at each depth. Only the answer is imitated."""
    trace = Trace(VOCABULARY)
    effort = rng.choice(['low', 'low', 'high'])
    trace.add(*prompt_texts(numbers, target, effort))
    for _ in range(rng.randint(0, 2) if effort == 'high' else 0):
        write_attempt(trace, rng, numbers, target, 0.9)
        trace.add(WAIT)
    judged, right, lost = rng.randint(1, len(numbers) - 1), rng.random() < 0.5, rng.random() < 0.15
    state = numbers
    for _ in range(judged - 1):
        move = orient(rng, choose(rng, state, target, 1.0 if lost and not right else 0.0)[0])
        write_step(trace, move, target)
        state = move.state
    verdict = _write_judged_step(trace, rng, state, target, right)
    trace.weights = [0.0] * len(trace)
    trace.add(JUDGE, weight=0)
    trace.label(verdict)
    trace.add(YES if verdict else NO, weight=ANSWER_WEIGHT)
    trace.add(EOS)
    return trace


def _write_judged_step(trace, rng, state, target, right):
    """Appends a right step or a wrong one (false, or true but hopeless). Returns whether it turned out right."""
    if not right and rng.random() < 0.4:
        texts = corrupt_step(rng, state, orient(rng, rng.choice(moves(state))), target)
        if texts:
            write_false_step(trace, texts)
            return False
    options = [move for move in moves(state) if solvable(move.state, target) == right]
    move = orient(rng, rng.choice(options or moves(state)))
    write_step(trace, move, target)
    return solvable(move.state, target)
