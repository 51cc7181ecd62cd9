import type { GradeReason } from '../facts/grade-reason.ts';
import type { ScoreReason, VerifierReason } from '../facts/score-reason.ts';
import type { BacktrackReason, KeptReason } from '../facts/search-reason.ts';

/** Sentences that version 1 wrote with nothing in them that differs, and those of which the numbers can be read. */

const scores: Readonly<Record<string, VerifierReason>> = {
  'not judged: the budget was spent': { kind: 'budget-spent' },
  'not judged: the last step was cut off': { kind: 'step-cut' },
  'not judged: nothing was written': { kind: 'nothing-written' },
  'not judged: the trace has no end': { kind: 'no-end' },
  'not judged: nobody knows whether the answer is right': { kind: 'no-reference' },
  'not judged: pruned by hand': { kind: 'pruned-by-hand' },
  'not judged: the budget was spent before its end': { kind: 'budget-cut' },
  'the trace has no answer': { kind: 'no-answer' },
  'cut off before its end, so it cannot answer': { kind: 'cut-off' },
  'nothing was written, so it cannot answer': { kind: 'cannot-answer' },
  'there is no answer': { kind: 'fault', fault: { kind: 'no-answer' } },
  'every step and the answer are right by rule': { kind: 'right-by-rule', finished: true },
  'every step so far is right by rule': { kind: 'right-by-rule', finished: false },
  'the value head after each step': { kind: 'value-head', model: null, at: 'each-step' },
  'the value head at the end of the trace': { kind: 'value-head', model: null, at: 'end' },
  'the share of completions from each step that end well': {
    kind: 'completions',
    estimate: 'soft',
    missing: null,
  },
  'whether any completion from the step ends well': { kind: 'completions', estimate: 'hard', missing: null },
  'what the model says of each step: sure, likely or impossible': { kind: 'said-of-steps', missing: null },
  'how much likelier “yes” is than “no” when the model is asked': { kind: 'yes-over-no' },
  'the oracle knows that the answer is right': { kind: 'oracle', right: true },
  'the oracle knows that the answer is not right': { kind: 'oracle', right: false },
};

const grades: Readonly<Record<string, GradeReason>> = {
  'is the exact result': { kind: 'exact-result' },
  'makes everything fit that was said': { kind: 'all-fits' },
  'is not an expression': { kind: 'no-expression' },
  'is not a number': { kind: 'no-number' },
  'is not a list of names': { kind: 'no-names' },
  'no reference answer was given': { kind: 'no-reference' },
};

const backtracks: Readonly<Record<string, BacktrackReason>> = {
  'the budget is spent': { kind: 'budget-spent' },
  'all of its thoughts were tried': { kind: 'all-tried' },
  'its trace is finished': { kind: 'trace-finished' },
};

const filters = {
  'one second sampling of a trace must come to its answer': 'any',
  'half of the second samplings of a trace must come to its answer': 'half',
  'all second samplings of a trace must come to its answer': 'all',
  'the answer of a trace must be the most frequent one among its second samplings': 'majority',
} as const;

const own = <Fact>(facts: Readonly<Record<string, Fact>>, text: string): Fact | undefined =>
  Object.hasOwn(facts, text) ? facts[text] : undefined;

const again = 'scored again before the choice: ';

export function scoreReasonOf(text: string): ScoreReason {
  if (text.startsWith(again)) return { kind: 'again', why: verifierReasonOf(text.slice(again.length)) };
  return verifierReasonOf(text);
}

function verifierReasonOf(text: string): VerifierReason {
  const known = own(scores, text);
  if (known) return known;
  const traces = /^(\d+) of (\d+) traces have this answer$/.exec(text);
  if (traces) return { kind: 'agreeing-traces', agreeing: Number(traces[1]), of: Number(traces[2]) };
  const samplings = /^(\d+) of (\d+) second samplings of this trace come to its answer$/.exec(text);
  if (samplings)
    return { kind: 'second-samplings', agreeing: Number(samplings[1]), of: Number(samplings[2]) };
  return { kind: 'as-saved', text };
}

export function gradeReasonOf(text: string): GradeReason {
  const known = own(grades, text);
  if (known) return known;
  const made = /^makes (\d+) with each number once$/.exec(text);
  if (made) return { kind: 'makes-target', target: Number(made[1]) };
  const [, value, target] = /^makes (−?[\d./]+), not (\d+)$/.exec(text) ?? [];
  if (value !== undefined)
    return { kind: 'faults', faults: [{ kind: 'makes', value, target: Number(target) }] };
  const [, right] = /^is not (−?[\d./]+)$/.exec(text) ?? [];
  return right === undefined ? { kind: 'as-saved', text } : { kind: 'other-number', right };
}

export function keptReasonOf(text: string): KeptReason {
  if (text === 'pruned by hand') return { kind: 'by-hand' };
  if (text === 'the trace was cut off') return { kind: 'trace-cut' };
  const filter = own(filters, text);
  return filter ? { kind: 'second-samplings', filter } : { kind: 'as-saved', text };
}

export function backtrackReasonOf(text: string): BacktrackReason {
  return own(backtracks, text) ?? { kind: 'as-saved', text };
}
