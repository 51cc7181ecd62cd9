import type { Experiment } from '#experiment/experiment.ts';
import type { Answer, LogEntry, RunEvent } from '../events.ts';
import type { LoggedElsewhere, LoggedValues } from '../facts/logged-elsewhere.ts';
import type { Score } from '../score.ts';
import type { NodeEnd, NodeId } from '../search-events.ts';

/** What is too much for a page to draw, and more than any such log is known to have. */
export const foreignLimits = { nodes: 20_000, depth: 100, trees: 10_000, text: 20_000 } as const;

/** A step that another program wrote. */
export interface ForeignStep {
  readonly parent: NodeId;
  readonly text: string;
  readonly end: NodeEnd;
}

/** A number of a node, and those it comes with. */
export interface ForeignNumbers {
  readonly node: NodeId;
  readonly values: LoggedValues;
  readonly main: Score;
}

/** Characters of one logged token, at most twice as many units of UTF-16. */
const piece = /[^]{1,1500}/gu;

/**
 * The tree of another program as a log of this one: what was made, numbered and kept, in that order. Nothing else is said: no
 * probabilities, times or usage. A step's text is one token, as nobody knows those that it was drawn in.
 */
export class ForeignTree {
  readonly #events: RunEvent[];
  readonly #depths: number[] = [0];
  readonly #sequences = new Map<NodeId, number>();
  /** The range of the main numbers in the whole log. */
  readonly #range: { readonly low: number; readonly high: number };

  constructor(experiment: Experiment, elsewhere: LoggedElsewhere, mains: readonly Score[]) {
    const { tool } = elsewhere;
    this.#events = [
      {
        type: 'run-started',
        experiment,
        // Which model it was, no such log says.
        model: { id: tool, name: tool, weightsSha256: '' },
        elsewhere,
      },
      { type: 'node-created', node: 0, parent: null, sequence: null, end: 'open', prior: null },
    ];
    let [low, high] = [Infinity, -Infinity];
    for (const main of mains) {
      if (main === null) continue;
      low = Math.min(low, main);
      high = Math.max(high, main);
    }
    this.#range = { low, high };
  }

  depthOf(node: NodeId): number {
    return this.#depths[node] ?? 0;
  }

  get size(): number {
    return this.#depths.length;
  }

  /** Steps that came to be in one go. Returns their numbers. */
  grow(steps: readonly ForeignStep[]): readonly NodeId[] {
    const made = steps.map(({ parent, text, end }, at) => {
      const node = this.#depths.length;
      const sequence = this.#sequences.size;
      const depth = this.depthOf(parent) + 1;
      this.#depths.push(depth);
      this.#sequences.set(node, sequence);
      this.#events.push({
        type: 'sequence-started',
        sequence,
        label: { kind: 'step', step: depth, draw: steps.length > 1 ? at + 1 : null },
        prompt: [],
        from: parent,
      });
      for (const [words] of cutTo(text).matchAll(piece))
        this.#events.push({
          type: 'token',
          sequence,
          token: {
            id: 0,
            text: words,
            placement: 'joined',
            role: 'thought',
            logprob: null,
            forced: false,
            alternatives: [],
          },
        });
      this.#events.push({ type: 'sequence-ended', sequence, reason: 'stop' });
      return { node, parent, sequence, end };
    });
    for (const one of made) this.#events.push({ type: 'node-created', ...one, prior: null });
    return made.map(({ node }) => node);
  }

  number(all: readonly ForeignNumbers[]): void {
    for (const { node, values, main } of all)
      this.#events.push({ type: 'node-logged', node, values, main, share: this.#share(main) });
  }

  keep(round: number, kept: readonly NodeId[], pruned: readonly NodeId[]): void {
    this.#events.push({ type: 'nodes-kept', round, kept, pruned, why: { kind: 'logged' } });
  }

  /** What a node's trace came to, and whether the log calls it right. */
  answer(node: NodeId, text: string, right: boolean | null): void {
    const sequence = this.#sequences.get(node);
    if (sequence === undefined) return;
    this.#events.push({ type: 'answer-extracted', sequence, answer: answerOf(text) });
    if (right !== null)
      this.#events.push({
        type: 'answer-graded',
        sequence,
        grade: { outcome: right ? 'right' : 'wrong', reason: { kind: 'logged' } },
      });
  }

  /** No times are known. */
  entries(): readonly LogEntry[] {
    return [...this.#events, { type: 'run-finished', grade: null } as const].map((event) => ({
      at: 0,
      event,
    }));
  }

  #share(main: Score): Score {
    if (main === null) return null;
    const { low, high } = this.#range;
    return high > low ? Math.min(1, Math.max(0, (main - low) / (high - low))) : 1;
  }
}

/** A text within bounds, as it stands in the log. */
export const cutTo = (text: string, most: number = foreignLimits.text): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

function answerOf(text: string): Answer | null {
  const words = cutTo(text.trim(), 500);
  if (words === '') return null;
  return { text: words, display: words, value: { kind: 'text', text: words }, key: words, rule: 'last-line' };
}
