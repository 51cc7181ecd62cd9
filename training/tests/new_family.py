"""The files of a small family, for `test_new_family.py`: reverse three to five digits. Its steps end with `|`.

    <bos> 3 1 4 <low> <think> 4 | 1 | 3 | </think> 4 1 3 <eos>
"""

TOKENS = '''
"""Vocabulary and prompt."""

from training.traces.vocabulary import BOS, EFFORTS, THINK, Vocabulary

STEP_END = '|'
VOCABULARY = Vocabulary([*'0123456789', STEP_END])


def prompt_texts(digits, effort):
    texts = [BOS, *digits, EFFORTS[effort]]
    return texts if effort == 'none' else texts + [THINK]
'''

PROBLEMS = '''
"""One problem in ten is held out, by a checksum. A problem is a text of digits."""

import random
import zlib


def draw(rng, held_out):
    while True:
        digits = ''.join(rng.choices('0123456789', k=rng.randint(3, 5)))
        if (zlib.crc32(digits.encode()) % 10 == 0) == held_out:
            return digits


def held_out_problems():
    rng = random.Random(1)
    return sorted({draw(rng, held_out=True) for _ in range(100)})
'''

CHECKER = '''
"""Answers and labels."""

from training.families.reversal.tokens import STEP_END, VOCABULARY
from training.traces.answer import answer_texts
from training.traces.label import label_steps


def read_answer(texts):
    written = ''.join(answer_texts(texts) or ())
    return written if written.isdigit() else None


def label_rollout(digits, prompt, texts):
    written = []

    def step(part):
        written.append(''.join(part))
        return digits[::-1].startswith(''.join(written))

    return label_steps(VOCABULARY, STEP_END, prompt, texts, step, read_answer(texts) == digits[::-1])
'''

TEACHER = '''
"""Writes traces."""

from training.families.reversal.problems import draw
from training.families.reversal.tokens import STEP_END, VOCABULARY, prompt_texts
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS


class Teacher:
    def sample(self, rng):
        return self.write(draw(rng, held_out=False))

    def write(self, digits):
        trace = Trace(VOCABULARY)
        trace.add(*prompt_texts(digits, 'low'), weight=0)
        for digit in reversed(digits):
            trace.add(digit, STEP_END)
            trace.label(True)
        trace.add(END_THINK, *reversed(digits), EOS)
        trace.label(True)
        return trace
'''

FAMILY = '''
"""The declaration."""

from training.families.family import Family
from training.families.reversal.checker import label_rollout, read_answer
from training.families.reversal.problems import draw, held_out_problems
from training.families.reversal.teacher import Teacher
from training.families.reversal.tokens import STEP_END, VOCABULARY, prompt_texts


class Reversal(Family):
    kind = 'reversal'
    vocabulary = VOCABULARY
    step_end = STEP_END
    rollout_efforts = {'none': 0.2, 'low': 0.8}

    def prompt(self, problem, effort):
        return prompt_texts(problem, effort)

    def page_problem(self, problem):
        return {'digits': problem}

    def draw_training(self, rng, **settings):
        return draw(rng, held_out=False)

    def held_out_groups(self):
        return {'held out': held_out_problems()}

    def held_out_files(self):
        return {'reversal': {'family': 'reversal', 'problems': held_out_problems()}}

    def teacher(self, **settings):
        return Teacher()

    def thought(self, rng, problem):
        return Teacher().write(problem)

    def answer(self, texts):
        return read_answer(texts)

    def is_right_answer(self, problem, texts):
        return read_answer(texts) == problem[::-1]

    def label(self, problem, prompt, texts, **settings):
        return label_rollout(problem, prompt, texts)
'''

NOTHING_YET = '''
from training.families.family import Family


class Reversal(Family):
    pass
'''

CONFIG = '''
{
  "family": "reversal",
  "seed": 1,
  "architecture": { "width": 16, "layers": 1, "heads": 2, "feedForward": 32, "context": 64 },
  "valueWeight": 0.3,
  "phases": [
    {
      "name": "final", "tokens": 2000, "batchTokens": 512, "muonRate": 0.02, "adamRate": 0.002, "teacher": {},
      "rollouts": { "share": 0.2, "traces": 8, "rounds": 1, "temperatures": [1.0] }
    }
  ]
}
'''
