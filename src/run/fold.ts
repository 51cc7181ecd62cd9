import type { LogEntry, LoggedToken, RunEvent } from './events.ts';
import { LogError } from './log-error.ts';
import type { RunState, Sequence } from './state.ts';
import type { Ballot } from './votes.ts';
import { groupVotes } from './votes.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenSequence = Omit<Open<Sequence>, 'tokens'> & { tokens: LoggedToken[] };

/**
 * The state after some more entries of the log. What was passed in stays as it was: each trace that a batch touches is
 * copied once for the batch, everything else is shared.
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
  readonly #touched = new Map<number, OpenSequence>();
  #ballots: Ballot[] | null = null;

  constructor(state: RunState) {
    this.#state = { ...state };
  }

  add({ at, event }: LogEntry): void {
    const { status } = this.#state;
    if (event.type === 'run-started' ? status !== 'idle' : status !== 'running') {
      throw this.#impossible(`"${event.type}" came ${status === 'idle' ? 'before the run started' : `while the run was ${status}`}`);
    }
    this.#apply(event, at);
    this.#state.cursor += 1;
    this.#state.elapsedMs = Math.max(this.#state.elapsedMs, at);
  }

  close(): RunState {
    const state = this.#state;
    if (this.#touched.size > 0) {
      const sequences: Sequence[] = state.sequences.map((old) => this.#touched.get(old.sequence) ?? old);
      const known = new Set(state.sequences.map((old) => old.sequence));
      for (const [number, sequence] of this.#touched) if (!known.has(number)) sequences.push(sequence);
      state.sequences = sequences.sort((a, b) => a.sequence - b.sequence);
    }
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
        return;
      case 'sequence-started':
        if (this.#find(event.sequence)) throw this.#impossible(`trace ${event.sequence} started twice`);
        this.#touched.set(event.sequence, started(event.sequence, event.label, event.prompt, at));
        return;
      case 'token': {
        const sequence = this.#open(event.sequence);
        if (sequence.end) throw this.#impossible(`trace ${event.sequence} wrote after its end`);
        addToken(sequence, event.token);
        state.tokens += 1;
        state.firstTokenAt ??= at;
        state.lastTokenAt = at;
        return;
      }
      case 'sequence-ended': {
        const sequence = this.#open(event.sequence);
        if (sequence.end) throw this.#impossible(`trace ${event.sequence} ended twice`);
        sequence.end = event.reason;
        sequence.endedAt = at;
        return;
      }
      case 'answer-extracted': {
        const sequence = this.#open(event.sequence);
        sequence.extracted = true;
        sequence.answer = event.answer;
        return;
      }
      case 'answer-graded':
        this.#open(event.sequence).grade = event.grade;
        return;
      case 'vote-cast': {
        const sequence = this.#open(event.sequence);
        if (sequence.voted) throw this.#impossible(`trace ${event.sequence} voted twice`);
        sequence.voted = true;
        this.#ballots ??= [...state.ballots];
        this.#ballots.push({ sequence: event.sequence, answer: event.answer });
        return;
      }
      case 'answer-chosen':
        if (state.chosen) throw this.#impossible('an answer was chosen twice');
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
    }
  }

  #find(number: number): Sequence | undefined {
    const there = this.#state.sequences[number];
    return (
      this.#touched.get(number) ??
      (there?.sequence === number ? there : this.#state.sequences.find((other) => other.sequence === number))
    );
  }

  /** The trace, copied for this batch. */
  #open(number: number): OpenSequence {
    const touched = this.#touched.get(number);
    if (touched) return touched;
    const found = this.#find(number);
    if (!found) throw this.#impossible(`trace ${number} had not started`);
    const copy = { ...found, tokens: [...found.tokens] };
    this.#touched.set(number, copy);
    return copy;
  }

  #impossible(what: string): LogError {
    return new LogError(this.#state.cursor, what);
  }
}

function started(sequence: number, label: string, prompt: readonly LoggedToken[], at: number): OpenSequence {
  return {
    sequence, label, prompt, tokens: [], thoughtTokens: 0, answerTokens: 0, waits: 0, forcedWaits: 0, end: null,
    extracted: false, answer: null, grade: null, voted: false, startedAt: at, endedAt: null,
  };
}

function addToken(sequence: OpenSequence, token: LoggedToken): void {
  sequence.tokens.push(token);
  switch (token.role) {
    case 'wait':
      sequence.waits += 1;
      if (token.forced) sequence.forcedWaits += 1;
      sequence.thoughtTokens += 1;
      return;
    case 'thought':
      sequence.thoughtTokens += 1;
      return;
    case 'answer':
      sequence.answerTokens += 1;
      return;
    case 'prompt':
    case 'control':
      return;
  }
}
