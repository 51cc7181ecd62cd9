import { deepEqual } from '#experiment/deep-equal.ts';
import type { LogEntry, LoggedToken } from '../events.ts';
import { fold } from '../fold.ts';
import type { SearchEvent } from '../search-events.ts';
import { isSearchEvent } from '../search-events.ts';
import type { RunState, Sequence } from '../state.ts';
import { emptyRun } from '../state.ts';

/**
 * The first difference between two runs, in words; null where they are the same. Timings, what was spent, and the order
 * in which traces that ran side by side wrote their tokens do not count; tokens, log-probabilities, answers, votes, the
 * choice and every step of a search do, exactly.
 */
export function runDifference(a: readonly LogEntry[], b: readonly LogEntry[]): string | null {
  return sameState(fold(emptyRun, a), fold(emptyRun, b)) ?? differentSearch(searchOf(a), searchOf(b));
}

/** The steps of the algorithm, whose order no interleaving of traces changes: tables of selection and backups among them. */
function searchOf(log: readonly LogEntry[]): readonly SearchEvent[] {
  return log.map(({ event }) => event).filter(isSearchEvent);
}

function differentSearch(a: readonly SearchEvent[], b: readonly SearchEvent[]): string | null {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [first, second] = [a[index], b[index]];
    if (!first || !second) return `one search has ${a.length} steps, the other ${b.length}`;
    const found = firstDifference(
      `step ${index + 1} of the search (${first.type}): `,
      { ...first },
      { ...second },
    );
    if (found) return found;
  }
  return null;
}

function sameState(a: RunState, b: RunState): string | null {
  const parts = (state: RunState): Readonly<Record<string, unknown>> => ({
    experiment: state.experiment,
    model: state.model,
    'verifier model': state.verifierModel,
    status: state.status,
    failure: state.failure,
    'number of traces': state.sequences.length,
  });
  const ends = (state: RunState): Readonly<Record<string, unknown>> => ({
    votes: state.votes,
    'chosen answer': state.chosen,
    grade: state.grade,
  });
  return (
    firstDifference('', parts(a), parts(b)) ??
    differentTrace(a.sequences, b.sequences) ??
    firstDifference('', ends(a), ends(b))
  );
}

function differentTrace(a: readonly Sequence[], b: readonly Sequence[]): string | null {
  for (const [index, first] of a.entries()) {
    const second = b[index];
    const found = second ? differenceIn(first, second) : null;
    if (found) return found;
  }
  return null;
}

function differenceIn(a: Sequence, b: Sequence): string | null {
  const head = ({ sequence, label, from, prompt }: Sequence) => ({ number: sequence, label, from, prompt });
  const tail = ({ end, extracted, answer, grade, voted }: Sequence) => ({
    end,
    extracted,
    answer,
    grade,
    voted,
  });
  const where = `trace ${a.sequence + 1}: `;
  return (
    firstDifference(where, head(a), head(b)) ??
    differentToken(where, a.tokens, b.tokens) ??
    firstDifference(where, tail(a), tail(b))
  );
}

function differentToken(where: string, a: readonly LoggedToken[], b: readonly LoggedToken[]): string | null {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [first, second] = [a[index], b[index]];
    if (!first || !second) return `${where}one has ${a.length} tokens, the other ${b.length}`;
    const found = firstDifference(
      `${where}token ${index + 1} (“${first.text}”): `,
      { ...first },
      { ...second },
    );
    if (found) return found;
  }
  return null;
}

function firstDifference(
  where: string,
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): string | null {
  const name = [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => !deepEqual(a[key], b[key]));
  return name === undefined
    ? null
    : `${where}${name} is ${shown(a[name])} in one, ${shown(b[name])} in the other`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
