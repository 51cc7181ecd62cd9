import type { AlgorithmStepKind } from '#experiment/strategies/sheet.ts';
import { itemAt } from '#experiment/surely.ts';
import { keptByRun } from './by-run.ts';
import type { LogEntry, RunEvent } from './events.ts';

export type { AlgorithmStepKind };

export interface AlgorithmStep {
  readonly kind: AlgorithmStepKind;
  /** The cursor at which it has just begun: the first of the nodes made or scored in one go is there. */
  readonly first: number;
  /** The cursor at which it has just happened. */
  readonly cursor: number;
}

/** Reads a log once, however it grows. */
class Steps {
  #steps: AlgorithmStep[] = [];
  #read = 0;
  /** Whether the next node made or scored belongs to the last step. */
  #open = false;

  upTo(log: readonly LogEntry[]): readonly AlgorithmStep[] {
    if (this.#read === log.length) return this.#steps;
    this.#steps = [...this.#steps];
    for (; this.#read < log.length; this.#read++) this.#add(itemAt(log, this.#read).event, this.#read + 1);
    return this.#steps;
  }

  #add(event: RunEvent, cursor: number): void {
    // What is made or scored after something was written belongs to another step: see Focus.
    if (event.type === 'sequence-started' || event.type === 'token') this.#open = false;
    const kind = kindOf(event);
    if (!kind) return;
    const last = this.#steps.at(-1);
    const grouped = kind === 'expand' || kind === 'score';
    if (grouped && this.#open && last?.kind === kind)
      this.#steps[this.#steps.length - 1] = { ...last, cursor };
    else this.#steps.push({ kind, first: cursor, cursor });
    this.#open = grouped;
  }
}

const stepsOf = keptByRun(() => new Steps());

/**
 * The steps of the algorithm in a log, in order: where one key press should stop. Of a log that has grown only what
 * is new is read, and the list is the same object while nothing is. While a log grows, its last step may still grow too.
 */
export function algorithmSteps(log: readonly LogEntry[]): readonly AlgorithmStep[] {
  return stepsOf(log).upTo(log);
}

/** The last step that has happened at a cursor; null before the first. */
export function stepAt(steps: readonly AlgorithmStep[], cursor: number): AlgorithmStep | null {
  return steps[after(steps, cursor) - 1] ?? null;
}

/** The step that one key forward goes to; null after the last. */
export function nextStep(steps: readonly AlgorithmStep[], cursor: number): AlgorithmStep | null {
  return steps[after(steps, cursor)] ?? null;
}

/** The step that one key back goes to; null at the first and before. */
export function previousStep(steps: readonly AlgorithmStep[], cursor: number): AlgorithmStep | null {
  return steps[after(steps, cursor - 1) - 1] ?? null;
}

/** How many steps have happened at a cursor. */
function after(steps: readonly AlgorithmStep[], cursor: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(steps, middle).cursor <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}

function kindOf(event: RunEvent): AlgorithmStepKind | null {
  switch (event.type) {
    case 'node-created':
      // The root is there before the search does anything.
      return event.parent === null ? null : 'expand';
    case 'node-scored':
    case 'node-logged':
    case 'trace-scored':
      return 'score';
    case 'path-selected':
      return 'select';
    case 'backed-up':
      return 'back-up';
    case 'nodes-kept':
      return 'keep';
    case 'backtracked':
      return 'backtrack';
    case 'wait-forced':
      return 'wait';
    case 'interim-answer':
      return 'interim-answer';
    case 'vote-cast':
      return 'vote';
    case 'decided':
      return 'decide';
    case 'answer-chosen':
      return 'choose';
    case 'step-dropped':
    case 'run-started':
    case 'sequence-started':
    case 'token':
    case 'sequence-ended':
    case 'answer-extracted':
    case 'answer-graded':
    case 'usage':
    case 'run-finished':
    case 'run-cancelled':
    case 'run-failed':
      return null;
  }
}
