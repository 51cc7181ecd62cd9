import type { LogFault } from './failure.ts';
import type { LogEntry, RunEvent } from './events.ts';
import { LogError } from './log-error.ts';
import { endsOnVisited, type NodeId, type SearchEvent } from './search-events.ts';
import type { OpenSequence } from './sequence-batch.ts';
import { SequenceBatch } from './sequence-batch.ts';
import type { DecisionTaken, RunState } from './state.ts';
import { TreeBatch } from './tree-batch.ts';
import type { Ballot } from './ballot.ts';
import { groupVotes } from './votes.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The state after some more entries of the log. What was passed in stays as it was: each trace and each node that a
 * batch touches is copied once for the batch, everything else is shared.
 *
 * Throws LogError for what cannot have happened; never for a log that a run wrote.
 */
export function fold(state: RunState, entries: readonly LogEntry[]): RunState {
  if (entries.length === 0) return state;
  const batch = new Batch(state);
  for (const entry of entries) batch.add(entry);
  return batch.close();
}

class Batch {
  readonly #state: Open<RunState>;
  readonly #sequences: SequenceBatch;
  readonly #tree: TreeBatch;
  // Lists of the state that this batch has copied and may add to.
  #ballots: Ballot[] | null = null;
  #decisions: DecisionTaken[] | null = null;
  #group: NodeId[] | null = null;

  constructor(state: RunState) {
    this.#state = { ...state };
    this.#sequences = new SequenceBatch(state.sequences, (fault) => this.#impossible(fault));
    this.#tree = new TreeBatch(state.tree, (fault) => this.#impossible(fault));
  }

  add({ at, event }: LogEntry): void {
    const { status } = this.#state;
    if (event.type === 'run-started' ? status !== 'idle' : status !== 'running') {
      throw this.#impossible({ kind: 'out-of-order', event: event.type, status });
    }
    this.#apply(event, at);
    this.#state.cursor += 1;
    this.#state.elapsedMs = Math.max(this.#state.elapsedMs, at);
  }

  close(): RunState {
    const state = this.#state;
    state.sequences = this.#sequences.close();
    state.tree = this.#tree.tree;
    if (this.#ballots) {
      state.ballots = this.#ballots;
      state.votes = groupVotes(this.#ballots);
    }
    return state;
  }

  #apply(event: RunEvent, at: number): void {
    const state = this.#state;
    switch (event.type) {
      case 'run-started':
        state.status = 'running';
        state.experiment = event.experiment;
        state.model = event.model;
        state.verifierModel = event.verifierModel ?? null;
        state.resumed = event.resumed ?? null;
        state.elsewhere = event.elsewhere ?? null;
        state.usage = event.resumed?.spent ?? state.usage;
        return;
      case 'sequence-started':
        if (event.from !== undefined) this.#tree.check(event.from);
        this.#sequences.start(event, at);
        this.#closeFocus();
        return;
      case 'token':
        this.#unended(event.sequence, 'wrote-after-end');
        this.#sequences.write(event.sequence, event.token);
        this.#closeFocus();
        state.tokens += 1;
        if (event.recalled) {
          state.recalledTokens += 1;
          return;
        }
        state.firstTokenAt ??= at;
        state.lastTokenAt = at;
        return;
      case 'sequence-ended': {
        const sequence = this.#unended(event.sequence, 'ended-twice');
        sequence.end = event.reason;
        sequence.endedAt = at;
        return;
      }
      case 'answer-extracted': {
        const sequence = this.#sequences.open(event.sequence);
        sequence.extracted = true;
        sequence.answer = event.answer;
        if (sequence.node !== null) this.#tree.answer(sequence.node, event.answer);
        return;
      }
      case 'answer-graded': {
        const sequence = this.#sequences.open(event.sequence);
        sequence.grade = event.grade;
        if (sequence.node !== null) this.#tree.grade(sequence.node, event.grade);
        return;
      }
      case 'vote-cast': {
        const sequence = this.#sequences.open(event.sequence);
        if (sequence.voted) throw this.#impossible({ kind: 'voted-twice', trace: event.sequence });
        sequence.voted = true;
        this.#ballots ??= [...state.ballots];
        this.#ballots.push({ sequence: event.sequence, answer: event.answer });
        return;
      }
      case 'answer-chosen':
        if (state.chosen) throw this.#impossible({ kind: 'chosen-twice' });
        if ('node' in event.by) this.#tree.check(event.by.node);
        if ('sequence' in event.by) this.#sequences.check(event.by.sequence);
        state.chosen = { answer: event.answer, by: event.by };
        return;
      case 'usage':
        state.usage = event.usage;
        return;
      case 'run-finished':
        state.status = 'finished';
        state.grade = event.grade;
        return;
      case 'run-cancelled':
        state.status = 'cancelled';
        return;
      case 'run-failed':
        state.status = 'failed';
        state.failure = event.failure;
        return;
      default:
        this.#search(event);
    }
  }

  #search(event: SearchEvent): void {
    const state = this.#state;
    switch (event.type) {
      case 'node-created':
        this.#tree.create(event);
        if (event.sequence !== null) this.#wrote(event.sequence, event.node);
        if (event.parent !== null) this.#join('expanded', event.node);
        return;
      case 'step-dropped':
        this.#tree.drop(event);
        this.#sequences.open(event.sequence).sameAs = event.sameAs;
        return;
      case 'node-scored':
        this.#tree.score(event);
        this.#join('scored', event.node);
        return;
      case 'node-logged':
        this.#tree.log(event);
        this.#join('scored', event.node);
        return;
      case 'nodes-kept':
        this.#tree.decide(event);
        state.focus = { kind: 'kept', event };
        return;
      case 'path-selected':
        this.#tree.check(event.leaf);
        for (const { parent, chosen, rows } of event.selections) {
          this.#tree.check(parent, chosen);
          for (const { node } of rows) this.#tree.check(node);
        }
        state.focus = { kind: 'selected', event };
        return;
      case 'backed-up':
        this.#tree.backUp(event);
        state.simulations = {
          run: state.simulations.run + 1,
          again: state.simulations.again + (endsOnVisited(event) ? 1 : 0),
        };
        state.focus = { kind: 'backed-up', event };
        return;
      case 'backtracked':
        this.#tree.check(event.from, event.to);
        state.focus = { kind: 'backtracked', event };
        return;
      case 'trace-scored': {
        const { type: _, sequence, ...score } = event;
        this.#sequences.open(sequence).score = score;
        return;
      }
      case 'wait-forced':
        this.#unended(event.sequence, 'waited-after-end');
        this.#sequences.wait(event);
        return;
      case 'interim-answer':
        this.#sequences.interim(event);
        return;
      case 'decided':
        state.decisions = this.#decisions ??= [...state.decisions];
        this.#decisions.push({ decision: event.decision, cursor: state.cursor + 1 });
        return;
    }
  }

  #unended(number: number, kind: 'wrote-after-end' | 'ended-twice' | 'waited-after-end'): OpenSequence {
    const sequence = this.#sequences.open(number);
    if (sequence.end) throw this.#impossible({ kind, trace: number });
    return sequence;
  }

  #wrote(number: number, node: NodeId): void {
    const sequence = this.#sequences.open(number);
    sequence.node = node;
    // A trace's answer may be known before its step becomes a node.
    if (sequence.answer) this.#tree.answer(node, sequence.answer);
    if (sequence.grade) this.#tree.grade(node, sequence.grade);
  }

  /** Nodes made or scored in one go are one step. */
  #join(kind: 'expanded' | 'scored', node: NodeId): void {
    const { focus } = this.#state;
    const joins = focus?.kind === kind && focus.open;
    if (!joins || !this.#group) {
      this.#group = joins ? [...focus.nodes] : [];
      this.#state.focus = { kind, nodes: this.#group, open: true };
    }
    this.#group.push(node);
  }

  /** What is made or scored after something was written belongs to another step. */
  #closeFocus(): void {
    const { focus } = this.#state;
    if (focus && 'open' in focus && focus.open) this.#state.focus = { ...focus, open: false };
  }

  #impossible(fault: LogFault): LogError {
    return new LogError(this.#state.cursor, fault);
  }
}
