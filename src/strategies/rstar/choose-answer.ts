import type { Confirm } from '#experiment/strategies/rstar.ts';
import { itemAt, surely } from '#experiment/surely.ts';
import type { Answer, ChoiceRule, RunEvent } from '#run/events.ts';
import { clipped } from '#run/facts/clipped.ts';
import type { ScoreReason } from '#run/facts/score-reason.ts';
import type { TraceCandidate } from './candidates.ts';
import type { Checked } from './mutual-consistency.ts';
import { mostFrequent } from './self-consistency.ts';

/** Which traces count: those that `any`, `half` or `all` of their second samplings agree with, or a `majority`. */
export type Filter = Exclude<Confirm, 'trace'>;

/**
 * Whether second samplings confirm a trace: the modes of the authors' code (`rc_mode` in `do_discriminate.py`, there called loose,
 * mid, strict and maj; mid is its default). `half` is rounded down as there, but is at least one: with a single check its own
 * mid lets everything through.
 */
export function confirmed({ answers, agreeing, answer }: Checked, filter: Filter): boolean {
  if (answers.length === 0) return false;
  switch (filter) {
    case 'any':
      return agreeing > 0;
    case 'half':
      return agreeing >= Math.max(1, Math.floor(answers.length / 2));
    case 'all':
      return agreeing === answers.length;
    case 'majority':
      return mostFrequent(answers, (key) => key)?.one === answer.key;
  }
}

/** All traces of one answer. */
interface AnswerGroup {
  readonly answer: Answer;
  /** How often its traces were found. */
  readonly found: number;
  /** How often those of them that are confirmed were. */
  readonly confirmed: number;
  /** Ends the first of its confirmed traces; where none is, of all. */
  readonly node: number;
}

/**
 * The choice of the authors' code (`_calculate_scores` and `_find_winner_filtered` in `do_discriminate.py`): traces are grouped by
 * answer, and an answer scores its share of all finds of confirmed traces, plus the share of its own finds that are confirmed.
 * Where no trace is confirmed, the answer found most often is taken; of equals the one found first. A find is a node that ends
 * the trace, or a rollout that ended there: the code reads both its list of all solutions in the tree and its list of what
 * the rollouts came to, and counts equal traces in them.
 *
 * Its other weight, `rc_criteria` reward, comes to the same: `concat_solution_trace` gives every trace a reward of 1. Left out is
 * what the code asks the reference answer, which nothing here knows: it checks nothing where no trace has the right answer, and
 * takes the most frequent answer where none that is confirmed has.
 */
export function* chooseAnswer(checked: readonly Checked[], filter: Filter): Generator<RunEvent> {
  yield* tellChecks(checked, filter);
  const groups = groupByAnswer(checked, filter);
  const ofConfirmed = sum(groups.map((group) => group.confirmed));
  if (ofConfirmed === 0) {
    yield mostFound(
      checked,
      checked.some(({ answers }) => answers.length > 0) ? 'none-confirmed' : 'unchecked',
    );
    return;
  }
  const score = (group: AnswerGroup) =>
    group.confirmed === 0 ? 0 : group.confirmed / ofConfirmed + group.confirmed / group.found;
  const ranked = groups.toSorted((a, b) => score(b) - score(a));
  const [best] = ranked;
  if (groups.length > 1) {
    yield {
      type: 'decided',
      decision: clipped({
        kind: 'confirmed-shares',
        answers: ranked
          .slice(0, mostShown)
          .map((group) => ({ answer: group.answer.display, score: score(group) })),
      }),
    };
  }
  const { answer, node, found, confirmed: own } = surely(best, 'confirmed-answer');
  yield {
    type: 'answer-chosen',
    answer,
    by: { rule: 'confirmed-answer', node, found, confirmed: own, ofConfirmed },
  };
}

/** The answer found most often, without a look at second samplings. */
export function mostFound(
  candidates: readonly TraceCandidate[],
  because: Extract<ChoiceRule, { rule: 'most-found-answer' }>['because'],
): RunEvent {
  const groups = groupByAnswer(
    candidates.map((candidate) => ({ ...candidate, answers: [], agreeing: 0 })),
    'any',
  );
  const [best] = groups.toSorted((a, b) => b.found - a.found);
  if (!best) return { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
  return {
    type: 'answer-chosen',
    answer: best.answer,
    by: {
      rule: 'most-found-answer',
      node: best.node,
      found: best.found,
      of: sum(groups.map(({ found }) => found)),
      because,
    },
  };
}

/** Each trace's agreement, and which traces count from here on. */
function* tellChecks(checked: readonly Checked[], filter: Filter): Generator<RunEvent> {
  const looked = checked.filter(({ answers }) => answers.length > 0);
  for (const { nodes, answers, agreeing } of looked) {
    const why: ScoreReason = { kind: 'second-samplings', agreeing, of: answers.length };
    for (const { id } of nodes)
      yield { type: 'node-scored', node: id, score: agreeing / answers.length, verifier: 'majority', why };
  }
  if (looked.length === 0) return;
  const ends = (counts: boolean) =>
    looked
      .filter((one) => confirmed(one, filter) === counts)
      .flatMap(({ nodes }) => nodes.map(({ id }) => id));
  yield {
    type: 'nodes-kept',
    round: 0,
    kept: ends(true),
    pruned: ends(false),
    why: { kind: 'second-samplings', filter },
  };
}

/** In the order in which the answers were found. */
function groupByAnswer(checked: readonly Checked[], filter: Filter): readonly AnswerGroup[] {
  const keys = [...new Set(checked.map(({ answer }) => answer.key))];
  return keys.map((key) => {
    const own = checked.filter(({ answer }) => answer.key === key);
    const counting = own.filter((one) => confirmed(one, filter));
    const { answer, nodes } = counting[0] ?? itemAt(own, 0);
    return {
      answer,
      node: nodes[0].id,
      found: sum(own.map(({ found }) => found)),
      confirmed: sum(counting.map(({ found }) => found)),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Answers whose scores are in the log. */
const mostShown = 10;
