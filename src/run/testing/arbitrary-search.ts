import * as fc from 'fast-check';
import { anyAggregation, anyVerifier } from '#experiment/testing/arbitrary.ts';
import { anyScore } from './any-score.ts';
import { anyBacktrackReason, anyDecision, anyKeptReason, anyScoreReason } from './any-fact.ts';
import type { RunEvent } from '../events.ts';
import type { Backup, NodeEnd, NodeId, SearchEvent, Selection } from '../search-events.ts';

/** Any search that a run could have logged: every kind of event, in an order that can happen. */

const word = fc.string({ maxLength: 20, unit: 'binary' });
const measured = fc.boolean();
/** Draws that pick among what there is, whatever there is. */
const pick = fc.nat(1_000);

const kinds = [
  'expand',
  'again',
  'score',
  'keep',
  'simulate',
  'backtrack',
  'trace',
  'think',
  'decide',
] as const;
const anyMove = fc.record({
  kind: fc.constantFrom(...kinds),
  picks: fc.array(pick, { minLength: 3, maxLength: 3 }),
  ends: fc.array(fc.constantFrom<NodeEnd>('open', 'open', 'terminal', 'dead'), {
    minLength: 1,
    maxLength: 4,
  }),
  score: anyScore,
  measured,
  word,
  scoreWhy: anyScoreReason,
  keptWhy: anyKeptReason,
  backtrackWhy: anyBacktrackReason,
  decision: anyDecision,
  verifier: anyVerifier.map(({ kind }) => kind),
  aggregation: anyAggregation,
  uct: fc.boolean(),
});
type Move = typeof anyMove extends fc.Arbitrary<infer Value> ? Value : never;

/** A search whose own traces are numbered from some number on. Half of the runs have none. */
export const anySearch: fc.Arbitrary<(firstSequence: number) => readonly RunEvent[]> = fc
  .array(anyMove, { maxLength: 14 })
  .map((moves) => (firstSequence) => (moves.length < 4 ? [] : new SearchLog(firstSequence).play(moves)));

interface MadeNode {
  readonly node: NodeId;
  readonly parent: MadeNode | null;
  readonly end: NodeEnd;
  readonly children: MadeNode[];
  visits: number;
  value: number;
}

class SearchLog {
  readonly #events: RunEvent[] = [];
  readonly #nodes: MadeNode[] = [];
  #sequence: number;
  #simulations = 0;

  constructor(firstSequence: number) {
    this.#sequence = firstSequence;
    this.#make(null, null, 'open');
  }

  play(moves: readonly Move[]): readonly RunEvent[] {
    for (const move of moves) this.#move(move);
    return this.#events;
  }

  #move(move: Move): void {
    const {
      kind,
      ends,
      score: value,
      measured: isMeasured,
      word: inserted,
      verifier,
      aggregation,
      uct,
    } = move;
    const [a = 0, b = 0, c = 0] = move.picks;
    const node = this.#nodes[a % this.#nodes.length]!;
    switch (kind) {
      case 'expand': {
        const parent = node.end === 'open' ? node : this.#nodes[0]!;
        const written = ends.map(() => this.#write(parent.node));
        for (const [index, end] of ends.entries()) this.#make(parent, written[index]!, end);
        return;
      }
      case 'again':
        if (node.parent)
          this.#add({ type: 'step-dropped', sequence: this.#write(node.parent.node), sameAs: node.node });
        return;
      case 'score':
        this.#add({
          type: 'node-scored',
          node: node.node,
          score: isMeasured ? value : null,
          verifier,
          why: move.scoreWhy,
        });
        return;
      case 'keep': {
        const kept = this.#nodes.filter((_, index) => (index + b) % 3 === 0).map((made) => made.node);
        this.#add({
          type: 'nodes-kept',
          round: c,
          kept,
          pruned: this.#nodes.map((made) => made.node).filter((made) => !kept.includes(made)),
          why: move.keptWhy,
        });
        return;
      }
      case 'simulate':
        this.#simulate(node, value, uct);
        return;
      case 'backtrack':
        if (node.parent)
          this.#add({ type: 'backtracked', from: node.node, to: node.parent.node, why: move.backtrackWhy });
        return;
      case 'trace':
        this.#add({
          type: 'trace-scored',
          sequence: this.#write(),
          steps: ends.map((_, index) => (isMeasured || index > 0 ? value : null)),
          aggregation,
          score: isMeasured ? value : null,
          verifier,
          why: move.scoreWhy,
        });
        return;
      case 'think': {
        const sequence = this.#write(undefined, true);
        this.#add({ type: 'interim-answer', sequence, round: 0, answer: null, thinkingTokens: b });
        for (const round of ends.keys())
          this.#add({ type: 'wait-forced', sequence, round: round + 1, word: inserted });
        this.#add({
          type: 'interim-answer',
          sequence,
          round: ends.length,
          answer: {
            text: inserted,
            display: inserted,
            value: { kind: 'text', text: inserted },
            key: inserted,
            rule: 'expression',
          },
          thinkingTokens: c,
        });
        return;
      }
      case 'decide':
        this.#add({ type: 'decided', decision: move.decision });
    }
  }

  #simulate(leaf: MadeNode, value: number, uct: boolean): void {
    const path: MadeNode[] = [];
    for (let at: MadeNode | null = leaf; at; at = at.parent) path.unshift(at);
    const selections = path.slice(1).map((chosen): Selection => {
      const { node, visits, children } = chosen.parent!;
      const rows = children.map((child) => ({
        node: child.node,
        q: child.value,
        prior: 1 / children.length,
        visits: child.visits,
        pending: 0,
        exploration: 0.5,
        score: child.value + 0.5,
      }));
      return {
        parent: node,
        parentVisits: visits,
        rule: uct ? 'uct' : 'puct',
        c: 1.5,
        rows,
        chosen: chosen.node,
      };
    });
    const simulation = this.#simulations++;
    this.#add({ type: 'path-selected', simulation, selections, leaf: leaf.node });
    const backups = path.map((node): Backup => {
      const [visitsBefore, valueBefore] = [node.visits, node.value];
      node.visits += 1;
      node.value += (value - node.value) / node.visits;
      return { node: node.node, visitsBefore, visitsAfter: node.visits, valueBefore, valueAfter: node.value };
    });
    this.#add({ type: 'backed-up', simulation, value, path: backups });
  }

  #make(parent: MadeNode | null, sequence: number | null, end: NodeEnd): void {
    const made: MadeNode = { node: this.#nodes.length, parent, end, children: [], visits: 0, value: 0 };
    this.#nodes.push(made);
    parent?.children.push(made);
    this.#add({
      type: 'node-created',
      node: made.node,
      parent: parent?.node ?? null,
      sequence,
      end,
      prior: parent && 1 / parent.children.length,
    });
    if (end !== 'terminal' || sequence === null) return;
    this.#add({
      type: 'answer-extracted',
      sequence,
      answer: {
        text: '24',
        display: '24',
        value: { kind: 'number', number: '24' },
        key: '24',
        rule: 'expression',
      },
    });
    this.#add({
      type: 'answer-graded',
      sequence,
      grade: { outcome: 'wrong', reason: { kind: 'no-expression' } },
    });
  }

  /** A trace of two tokens, ended unless it is to stay open. */
  #write(from?: NodeId, open = false): number {
    const sequence = this.#sequence++;
    this.#add({
      type: 'sequence-started',
      sequence,
      label: { kind: 'step', step: sequence, draw: null },
      prompt: [],
      ...(from === undefined ? {} : { from }),
    });
    for (const text of ['1', '[']) {
      this.#add({
        type: 'token',
        sequence,
        token: {
          id: 1,
          text,
          placement: 'word',
          role: 'thought',
          logprob: -0.5,
          forced: false,
          alternatives: [],
        },
      });
    }
    if (!open) this.#add({ type: 'sequence-ended', sequence, reason: 'stop' });
    return sequence;
  }

  #add(event: RunEvent | SearchEvent): void {
    this.#events.push(event);
  }
}
