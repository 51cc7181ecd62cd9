import { familySheet } from '#experiment/families.ts';
import { tokensAt } from '#run/branch.ts';
import { type FalseStep, isUntrue } from '#run/facts/false-step.ts';
import type { Fault } from '#run/facts/fault.ts';
import type { SequenceLabel } from '#run/facts/label.ts';
import type { NodeId } from '#run/search-events.ts';
import { type RunState, type Sequence, sequenceOf } from '#run/state.ts';
import type { LoggedToken } from '#run/token.ts';
import { traceText } from '#run/trace-text.ts';
import { isWait, startProof } from './proof.ts';
import { endsStep, splitSteps } from './split-steps.ts';
import type { Proof } from './step-proof.ts';

/**
 * The steps of a sequence that are false by rule, in order; [] where nothing is, or where there are no rules. Steps that only go
 * on from a false one are not false themselves, and one that is still being written is not judged. Of a model that writes
 * sentences only equalities are checked.
 */
export function falseSteps(state: RunState, sequence: Sequence): readonly FalseStep[] {
  const known = bySequence.get(sequence);
  if (known) return known;
  const found = readerOf(state, sequence)?.read(sequence) ?? [];
  bySequence.set(sequence, found);
  return found;
}

/** Of some nodes of the search tree those whose own step is false by rule; those below them are not among them for that. */
export function falseNodes(state: RunState, nodes: readonly NodeId[]): ReadonlyMap<NodeId, Fault> {
  const found = new Map<NodeId, Fault>();
  for (const node of nodes) {
    const number = state.tree[node]?.sequence ?? null;
    const sequence = number === null ? undefined : sequenceOf(state, number);
    const first = sequence && falseSteps(state, sequence).find(({ fault }) => isUntrue(fault));
    if (first) found.set(node, first.fault);
  }
  return found;
}

/** Sequences do not change in place. */
const bySequence = new WeakMap<Sequence, readonly FalseStep[]>();
/** By their first token, which stays the same object while the sequence grows. */
const readers = new WeakMap<LoggedToken, StepReader>();

function readerOf(state: RunState, sequence: Sequence): StepReader | null {
  const { experiment, model } = state;
  const [first] = sequence.tokens;
  if (!experiment || !model || !first || !isThought(sequence.label, sequence.from)) return null;
  const kept = readers.get(first);
  if (kept?.goesOnTo(sequence.tokens) || kept?.covers(sequence.tokens)) return kept;
  const proof = startProof(experiment.problem);
  if (!proof) return null;
  // Models that ship with the page write the steps of their family; WebLLM's say which driver they run on, and write sentences.
  const trained = model.driver === undefined ? familySheet(experiment.problem).trained : null;
  const reader = new StepReader(proof, trained?.stepEnds ?? ['\n'], trained !== null);
  reader.readBefore(writtenBefore(state, sequence));
  readers.set(first, reader);
  return reader;
}

/** Whether all that a sequence goes on from is known: what a verifier has written is no part of a thought. */
function isThought({ kind }: SequenceLabel, from: NodeId | null): boolean {
  switch (kind) {
    case 'only-trace':
    case 'trace':
    case 'attempt':
      return true;
    case 'step':
    case 'lookahead':
    case 'node-rollout':
    case 'action':
    case 'sub-answer':
      return from !== null;
    case 'step-rollout':
    case 'evaluation':
    case 'check':
    case 'as-saved':
      return false;
  }
}

function writtenBefore(state: RunState, { label, from, sequence }: Sequence): readonly LoggedToken[] {
  const start = wordsOf(state.experiment?.start?.text ?? '');
  if (from !== null) return [...start, ...tokensAt(state, { kind: 'node', node: from })];
  if (label.kind !== 'attempt') return start;
  const earlier = state.sequences.filter(
    (one) => one.sequence < sequence && one.label.kind === 'attempt' && one.label.chain === label.chain,
  );
  return [...start, ...earlier.flatMap(({ tokens }) => tokens.filter(isThinking))];
}

const isThinking = ({ role }: LoggedToken): boolean => role === 'thought' || role === 'wait';

/** A thought that a person began, word by word. */
function wordsOf(text: string): readonly LoggedToken[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({
      id: 0,
      text: word,
      placement: 'word',
      role: 'thought',
      logprob: null,
      forced: true,
      alternatives: [],
    }));
}

/** What is wrong with how something is written, not with what it says: an attempt that was given up need not be complete. */
const ofForm: ReadonlySet<Fault['kind']> = new Set(['no-step', 'no-equation']);
/** What can be held against a sentence. */
const ofSentences: ReadonlySet<Fault['kind']> = new Set([
  'false-equality',
  'claim-divides-by-zero',
  'answer-wrong',
]);

/** Reads one sequence as it grows, each whole step once; a shorter part of what it has read it knows. */
class StepReader {
  #found: readonly FalseStep[] = [];
  /** Of each of these: tokens after which it was told. */
  #told: readonly number[] = [];
  /** The most that was read. */
  #tokens: readonly LoggedToken[] = [];
  /** Tokens read so far, and the last of them. */
  #at = 0;
  #last: LoggedToken | null = null;
  #thinks = false;
  /** Whole steps so far. */
  #steps = 0;
  /** The step that was begun before the sequence. */
  #begun: readonly LoggedToken[] = [];

  constructor(
    private readonly proof: Proof,
    private readonly stepEnds: readonly string[],
    /** Whether it is written in steps of the family, or in sentences. */
    private readonly formal: boolean,
  ) {}

  /** Whether these tokens begin with those that were read. */
  goesOnTo(tokens: readonly LoggedToken[]): boolean {
    return this.#at === 0 || tokens[this.#at - 1] === this.#last;
  }

  /** Whether these tokens are a first part of those that were read. */
  covers(tokens: readonly LoggedToken[]): boolean {
    const last = tokens.length - 1;
    return tokens.length < this.#tokens.length && tokens[last] === this.#tokens[last];
  }

  readBefore(tokens: readonly LoggedToken[]): void {
    this.#take(tokens, false);
    this.#begun = tokens.slice(this.#at);
    this.#found = [];
    this.#told = [];
    this.#at = 0;
    this.#steps = 0;
    this.#last = null;
  }

  read({ tokens, end, answer }: Sequence): readonly FalseStep[] {
    if (this.covers(tokens))
      return this.#found.filter((_, place) => (this.#told[place] ?? 0) <= tokens.length);
    this.#tokens = tokens;
    this.#take(tokens, end === 'end-of-text');
    const fault = end === 'end-of-text' && answer ? this.proof.answerFault(answer) : null;
    const from = tokens.findIndex(({ role }) => role === 'answer');
    if (!fault || from < 0 || fault.kind === 'answer-from-nothing' || !this.#counts(fault))
      return this.#found;
    const to = tokens.findLastIndex(({ role }) => role === 'answer') + 1;
    return [...this.#found, { from, to, step: this.#steps - 1, part: 'answer', fault }];
  }

  #take(tokens: readonly LoggedToken[], ended: boolean): void {
    for (const step of splitSteps(tokens.slice(this.#at), this.stepEnds)) {
      const whole = endsStep(step, this.stepEnds);
      let part: LoggedToken[] = [];
      let from = this.#at;
      const close = (form: boolean, told: number) => {
        this.#check(part, from, form, told);
        part = [];
      };
      for (const [place, token] of step.entries()) {
        this.#thinks ||= isThinking(token);
        if (isWait(token)) {
          close(false, this.#at + place + 1);
          this.proof.restart();
        } else if (token.role === 'control') close(false, this.#at + place + 1);
        else if (isThinking(token) === this.#thinks) {
          if (part.length === 0) from = this.#at + place;
          part.push(token);
        }
      }
      if (!whole && !ended && part.length > 0) {
        this.#goTo(tokens, from);
        return;
      }
      close(whole, this.#at + step.length);
      this.#goTo(tokens, this.#at + step.length);
      this.#steps += 1;
    }
  }

  #goTo(tokens: readonly LoggedToken[], at: number): void {
    this.#at = at;
    this.#last = tokens[at - 1] ?? null;
  }

  #check(part: readonly LoggedToken[], from: number, form: boolean, told: number): void {
    const text = part.length === 0 ? '' : traceText([...this.#begun, ...part]);
    this.#begun = [];
    if (text.trim() === '') return;
    const before = this.proof.faults();
    this.proof.take(text, !this.formal || !this.#thinks || this.proof.isProse(text));
    const fault = this.proof.faults().find((one) => !before.includes(one));
    if (!fault || !this.#counts(fault) || (!form && ofForm.has(fault.kind))) return;
    // The empty line that ends it is no part of it: nothing is drawn of that.
    const to = from + part.findLastIndex((token) => token.text.trim() !== '') + 1;
    this.#found = [...this.#found, { from, to, step: this.#steps, part: 'thought', fault }];
    this.#told = [...this.#told, told];
  }

  #counts({ kind }: Fault): boolean {
    return this.formal || ofSentences.has(kind);
  }
}
