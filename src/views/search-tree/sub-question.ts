import { type RunState, type Sequence, sequenceOf } from '#run/state.ts';
import { textBySequence, withoutStepEnd } from '#run/step-text.ts';
import { traceText } from '#run/trace-text.ts';

const operators: Readonly<Record<string, string>> = { '-': '−', '*': '×', '/': '÷' };

/** Operators as a person writes them, one that still waits for its number too, and without what ends a step. */
export function readable(text: string): string {
  return withoutStepEnd(text).replace(/(?<= )[-*/](?= |$)/g, (sign) => operators[sign] ?? sign);
}

/** What was written, without the words that the strategy put before it. */
export const ownText = textBySequence(({ tokens }) => {
  const begins = tokens.findIndex(({ forced }) => !forced);
  const own = begins < 0 ? [] : tokens.slice(begins);
  return readable(traceText(own.filter(({ role }) => role === 'thought' || role === 'wait')));
});

/** By the answer: what it answers was written before it. */
const known = new WeakMap<Sequence, string>();

/** The sub-question that a sequence of rStar answers, in the model's words; empty where it answers none. */
export function subQuestion(state: RunState, sequence: Sequence): string {
  let question = known.get(sequence);
  if (question === undefined) {
    question = findQuestion(state, sequence);
    known.set(sequence, question);
  }
  return question;
}

function findQuestion(state: RunState, { label, from, sequence: number }: Sequence): string {
  // Answered again is what the node before it answers.
  if (label.kind === 'action' && label.action === 're-answer') {
    const before = from === null ? null : (state.tree[from]?.sequence ?? null);
    const answered = before === null ? undefined : sequenceOf(state, before);
    return answered ? subQuestion(state, answered) : '';
  }
  if (label.kind !== 'sub-answer') return '';
  // Those that were drawn here and came to their end, which alone were answered, in order.
  const asked: Sequence[] = [];
  for (let at = number - 1; at >= 0; at--) {
    const one = sequenceOf(state, at);
    if (one?.from !== from || one.label.kind !== 'action' || one.label.action !== 'sub-question') continue;
    if (one.end === 'stop') asked.unshift(one);
    if (one.label.draw === 1) break;
  }
  const question = asked[label.question - 1];
  return question ? ownText(question) : '';
}
