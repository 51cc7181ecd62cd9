import { itemAt } from '#experiment/surely.ts';
import type { Answer, Grade } from '#run/answer.ts';
import type { LoggedToken } from '#run/token.ts';
import { traceText } from '#run/trace-text.ts';
import type { RunState, Sequence } from '#run/state.ts';
import { thinking } from '#words/en/thinking.ts';
import { labelText } from '#words/labels.ts';

export type ForcedOutcome = 'right' | 'wrong' | 'unknown';

/** A stretch of thinking, in tokens of thought. */
export interface BudgetRound {
  readonly round: number;
  /** What began it; null for the first. */
  readonly word: string | null;
  readonly from: number;
  readonly to: number;
  readonly asked: boolean;
  /** It is still being thought. */
  readonly open: boolean;
  /** The answer it would give if it stopped here; null where it has none or none was asked for. */
  readonly answer: string | null;
  readonly outcome: ForcedOutcome;
  /** Another answer than the round before had. */
  readonly changed: boolean;
}

/** A "Wait" on the line. */
export interface BudgetWait {
  /** In tokens of thought. */
  readonly at: number;
  /** Its place in the trace. */
  readonly index: number;
  readonly text: string;
  readonly forced: boolean;
}

export interface BudgetTrace {
  readonly sequence: number;
  readonly label: string;
  /** Tokens of thought so far. */
  readonly thought: number;
  readonly rounds: readonly BudgetRound[];
  readonly waits: readonly BudgetWait[];
}

export interface BudgetPicture {
  readonly traces: readonly BudgetTrace[];
  /** Whether the run goes on at this step, so that what has not come may still come. */
  readonly goesOn: boolean;
  /** Where thinking is cut off; null without such a limit. */
  readonly limit: number | null;
  /** How often the finished run was to tell it to keep thinking; null where that is not known or still comes. */
  readonly waitsSet: number | null;
  /** The most tokens the line must show. */
  readonly span: number;
}

/**
 * The thinking of every trace that thinks.
 *
 * @param gradeOf whether an answer on the way is right: the log grades only what a trace answers at last.
 */
export function budgetPicture(state: RunState, gradeOf: (answer: Answer) => Grade['outcome']): BudgetPicture {
  const strategy = state.experiment?.strategy;
  const forcing = strategy?.kind === 'budget-forcing' ? strategy : null;
  const limit = forcing?.thinkingTokens ?? null;
  const traces = state.sequences
    .filter((one) => one.from === null && one.thoughtTokens > 0)
    .map((one) => traceOf(one, gradeOf));
  return {
    traces,
    goesOn: state.status === 'running',
    limit,
    waitsSet: state.status === 'finished' ? (forcing?.waits ?? null) : null,
    span: traces.reduce((most, { thought }) => Math.max(most, thought), Math.max(10, limit ?? 0)),
  };
}

function traceOf(
  { sequence, label, tokens, thoughtTokens, rounds: logged, answer, extracted, end }: Sequence,
  gradeOf: (answer: Answer) => Grade['outcome'],
): BudgetTrace {
  const waits: BudgetWait[] = [];
  /** Tokens of thought before each token of the trace. */
  const before: number[] = [];
  let thought = 0;
  for (const [index, token] of tokens.entries()) {
    before.push(thought);
    const forcedWord = token.forced && (token.role === 'thought' || token.role === 'wait');
    const follows = forcedWord && tokens[index - 1]?.forced;
    if ((token.role === 'wait' || forcedWord) && !follows)
      waits.push({ at: thought, index, text: wordAt(tokens, index), forced: token.forced });
    if (token.role === 'thought' || token.role === 'wait') thought += 1;
  }
  const known =
    logged.length > 0
      ? logged
      : [{ round: 0, word: null, at: 0, asked: extracted, answer, thinkingTokens: thoughtTokens }];
  const starts = known.map(({ at }) => before[at] ?? thought);
  let last: Answer | null = null;
  const rounds = known.map((round, place): BudgetRound => {
    const changed = round.asked && last !== null && round.answer?.key !== last.key;
    if (round.asked) last = round.answer ?? last;
    return {
      round: round.round,
      word: round.word,
      from: itemAt(starts, place),
      to: starts[place + 1] ?? thought,
      asked: round.asked,
      open: end === null && !round.asked && place === known.length - 1,
      answer: round.answer?.display ?? null,
      outcome: outcomeOf(round.answer, gradeOf),
      changed,
    };
  });
  return { sequence, label: labelText(label), thought, rounds, waits };
}

/** A word that was put there may be several tokens. */
function wordAt(tokens: readonly LoggedToken[], index: number): string {
  const [first, ...rest] = tokens.slice(index);
  const end = first?.forced ? rest.findIndex(({ forced, role }) => !forced || role === 'control') : 0;
  return traceText(tokens.slice(index, end < 0 ? tokens.length : index + 1 + end)).trim();
}

function outcomeOf(answer: Answer | null, gradeOf: (answer: Answer) => Grade['outcome']): ForcedOutcome {
  const outcome = answer === null ? 'ungraded' : gradeOf(answer);
  return outcome === 'ungraded' ? 'unknown' : outcome;
}

/** The picture in a sentence; empty where nothing was thought. */
export function budgetSentence({ traces, goesOn, limit, waitsSet }: BudgetPicture): string {
  const [first] = traces;
  if (!first) return '';
  const forced = traces.flatMap(({ waits }) => waits).filter((wait) => wait.forced).length;
  return thinking.summary({
    traces: traces.length,
    tokens: first.thought,
    goesOn,
    limit,
    forced,
    missed: Math.max(0, (waitsSet ?? forced) - forced),
    changes: traces.flatMap(({ rounds }) => rounds).filter(({ changed }) => changed).length,
  });
}
