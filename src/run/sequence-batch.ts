import type { RunEvent } from './events.ts';
import type { LogFault } from './failure.ts';
import type { Sequence, ThinkingRound } from './state.ts';
import { placeOf } from './state.ts';
import type { LoggedToken } from './token.ts';

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { readonly type: Type }>;
export type OpenSequence = { -readonly [Key in keyof Omit<Sequence, 'tokens'>]: Sequence[Key] } & {
  tokens: LoggedToken[];
};

/** The changes of one batch to the traces: each one that changes is copied once, all others are shared. */
export class SequenceBatch {
  readonly #before: readonly Sequence[];
  readonly #impossible: (fault: LogFault) => Error;
  readonly #touched = new Map<number, OpenSequence>();

  /** @param impossible makes the error that is thrown for what cannot have happened. */
  constructor(sequences: readonly Sequence[], impossible: (fault: LogFault) => Error) {
    this.#before = sequences;
    this.#impossible = impossible;
  }

  /** The traces with the changes, by number; those before where there were none. */
  close(): readonly Sequence[] {
    if (this.#touched.size === 0) return this.#before;
    const sequences: Sequence[] = [...this.#before];
    for (const [number, sequence] of this.#touched) {
      const place = placeOf(this.#before, number);
      if (place < 0) sequences.push(sequence);
      else sequences[place] = sequence;
    }
    return sequences.sort((a, b) => a.sequence - b.sequence);
  }

  start({ sequence, label, prompt, from }: EventOf<'sequence-started'>, at: number): void {
    if (this.#find(sequence)) throw this.#impossible({ kind: 'started-twice', trace: sequence });
    this.#touched.set(sequence, {
      sequence,
      label,
      from: from ?? null,
      node: null,
      sameAs: null,
      prompt,
      tokens: [],
      thoughtTokens: 0,
      answerTokens: 0,
      waits: 0,
      forcedWaits: 0,
      end: null,
      extracted: false,
      answer: null,
      grade: null,
      voted: false,
      score: null,
      rounds: [],
      startedAt: at,
      endedAt: null,
    });
  }

  write(number: number, token: LoggedToken): void {
    const sequence = this.open(number);
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

  wait({ sequence: number, round, word }: EventOf<'wait-forced'>): void {
    const sequence = this.open(number);
    if (round < 1 || sequence.rounds.some((known) => known.round >= round))
      throw this.#impossible({ kind: 'round-out-of-turn', trace: number, round });
    sequence.rounds = [
      ...sequence.rounds,
      { round, word, at: sequence.tokens.length, asked: false, answer: null, thinkingTokens: null },
    ];
  }

  interim({ sequence: number, round, answer, thinkingTokens }: EventOf<'interim-answer'>): void {
    const sequence = this.open(number);
    const known = sequence.rounds.find((other) => other.round === round);
    if (round > 0 && !known) throw this.#impossible({ kind: 'no-such-round', trace: number, round });
    const before = known ?? { round, word: null, at: 0 };
    const answered: ThinkingRound = { ...before, asked: true, answer, thinkingTokens };
    sequence.rounds = known
      ? sequence.rounds.map((other) => (other === known ? answered : other))
      : [answered, ...sequence.rounds];
  }

  /** Throws where the trace has not started. */
  check(number: number): Sequence {
    const found = this.#find(number);
    if (!found) throw this.#impossible({ kind: 'not-started', trace: number });
    return found;
  }

  /** The trace, copied for this batch. */
  open(number: number): OpenSequence {
    const touched = this.#touched.get(number);
    if (touched) return touched;
    const found = this.check(number);
    const copy = { ...found, tokens: [...found.tokens] };
    this.#touched.set(number, copy);
    return copy;
  }

  #find(number: number): Sequence | undefined {
    return this.#touched.get(number) ?? this.#before[placeOf(this.#before, number)];
  }
}
