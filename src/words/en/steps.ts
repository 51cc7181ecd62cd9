import type { Aggregation } from '#experiment/verifier.ts';
import type { ChoiceRule, EndReason, Usage } from '#run/events.ts';
import type { LoggedElsewhere, LoggedValues } from '#run/facts/logged-elsewhere.ts';
import type { NodeEnd } from '#run/search-events.ts';
import { room } from '../language.ts';
import { amounts } from './amounts.ts';
import { clauses, fixed, number, percent, plural } from './format.ts';

type By<Rule extends ChoiceRule['rule']> = Extract<ChoiceRule, { readonly rule: Rule }>;

const votes = (count: number) => plural(count, { one: '# vote', other: '# votes' });
const tokens = (count: number) => plural(count, { one: '# token', other: '# tokens' });
const times = (count: number) => plural(count, { one: '# time', other: '# times' });
const decimal = (value: number) => fixed(value, 2);
const whole = (value: number) => (Number.isInteger(value) ? number(value) : decimal(value));

interface Written {
  readonly name: string;
  readonly text: string;
  /** Of the token; null where it was not drawn. */
  readonly probability: number | null;
}

interface BackUp {
  readonly simulation: number;
  readonly value: number;
  readonly nodes: number;
  /** It ends at a node that was visited before. */
  readonly again: boolean;
}

const aNode = { one: '# node', other: '# nodes' };
const aForcedWord = { one: '# forced word', other: '# forced words' };

/** `1st`, `12th`. */
function ordinal(value: number): string {
  const tens = value % 100;
  return `${value}${tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

const ways = {
  min: 'the lowest',
  prod: 'the product',
  mean: 'the mean',
  last: 'the last',
} satisfies Record<Aggregation, string>;

const nodeEnds = {
  open: null,
  terminal: 'it ends a trace',
  dead: 'it was cut off before its end',
} satisfies Record<NodeEnd, string | null>;

/** A node of the tree; the first one is the problem itself. */
const place = (node: number): string => (node === 0 ? 'the start' : `node ${number(node)}`);

/** What each step of a run did: one sentence an event. Names, answers and reasons stand in them as they are handed in. */
export const steps = room('steps', {
  before: 'Before the start of the run',
  asked: (model: string, problem: string) => `${model} was asked: ${problem}`,
  askedAndScored: (model: string, problem: string, other: string) =>
    `${model} was asked: ${problem}; ${other} scores what it writes`,
  askedAndChecked: (model: string, problem: string, other: string) =>
    `${model} was asked: ${problem}; ${other} completes its traces a second time`,
  started: (name: string, prompt: number) =>
    prompt === 0
      ? `${name} started: it goes on from the text so far`
      : `${name} started from a prompt of ${tokens(prompt)}`,
  ended: {
    'end-of-text': (name: string) => `${name} came to its end`,
    stop: (name: string) => `${name} reached a text at which it was to stop`,
    length: (name: string) => `${name} was cut off: it had written as many tokens as it may`,
    context: (name: string) => `${name} was cut off: the model can hold no more tokens`,
    cancelled: (name: string) => `${name} was stopped`,
  } satisfies Record<EndReason, (name: string) => string>,
  wrote: ({ name, text, probability }: Written) =>
    probability === null
      ? `${name} wrote “${text}”`
      : `${name} wrote “${text}” (${amounts.likely(probability)} likely)`,
  wroteTag: ({ name, text, probability }: Written) =>
    probability === null
      ? `${name} wrote ${text}`
      : `${name} wrote ${text} (${amounts.likely(probability)} likely)`,
  wroteDigit: ({ name, text, probability }: Written, makes: string) =>
    probability === null
      ? `${name} wrote the digit ${text}, which makes ${makes}`
      : `${name} wrote the digit ${text} (${amounts.likely(probability)} likely), which makes ${makes}`,
  wait: ({ name, text, probability }: Written) =>
    probability === null
      ? `${name} wrote “${text}”: it thinks again`
      : `${name} wrote “${text}” (${amounts.likely(probability)} likely): it thinks again`,
  closed: ({ name, probability }: Written) =>
    probability === null
      ? `${name} closed its thinking`
      : `${name} closed its thinking (${amounts.likely(probability)} likely)`,
  forced: ({ name, text, probability }: Written) =>
    probability === null
      ? `“${text}” was put into ${name}`
      : `“${text}” was put into ${name} (${amounts.likely(probability)} likely)`,
  answered: (name: string, answer: string) => `${name} answered ${answer}`,
  noAnswer: (name: string) => `${name} gave no answer`,
  right: (name: string, reason: string) => `The answer of ${name} is right. ${reason}`,
  wrong: (name: string, reason: string) => `The answer of ${name} is wrong. ${reason}`,
  ungraded: (name: string, reason: string) => `The answer of ${name} is not graded. ${reason}`,
  finished: 'The run finished',
  finishedRight: (reason: string) => `The run finished; its answer is right. ${reason}`,
  finishedWrong: (reason: string) => `The run finished; its answer is wrong. ${reason}`,
  finishedUngraded: (reason: string) => `The run finished; its answer is not graded. ${reason}`,
  cancelled: 'The run was stopped; everything up to here is kept',
  failed: (message: string) => `The run failed: ${message}`,
  spent: ({ prefilledTokens, cachedTokens, decodedTokens, forwards, takenBackTokens = 0 }: Usage) =>
    `Spent so far: ${tokens(decodedTokens)} written, ${plural(prefilledTokens + cachedTokens, { one: '# prompt token', other: '# prompt tokens' })} (${number(cachedTokens)} from the cache), ${plural(forwards, { one: '# call', other: '# calls' })} of the model${takenBackTokens > 0 ? `, ${tokens(takenBackTokens)} drawn ahead and taken back` : ''}`,
  voted: {
    first: (name: string, answer: string) => `${name} voted for ${answer}, the first vote of all`,
    new: (name: string, answer: string) => `${name} voted for ${answer}, which nobody had before`,
    agreeing: (name: string, answer: string, count: number) =>
      `${name} voted for ${answer}: all ${number(count)} votes agree`,
    /** `counts`: 5 : 2 : 1, the voter's answer first. */
    among: (name: string, answer: string, counts: string) =>
      `${name} voted for ${answer}: its vote makes ${counts}`,
  },
  none: 'none',
  chose: {
    'only-trace': (answer: string) => `The answer is ${answer}, as the only trace says`,
    majority: (answer: string, by: By<'majority'>) =>
      by.of === 1
        ? `The answer is ${answer}, with the only vote`
        : `The answer is ${answer}, with ${number(by.votes)} of ${votes(by.of)}`,
    'majority-tie-first': (answer: string, by: By<'majority-tie-first'>) =>
      `The answer is ${answer}: ${number(by.tied.length)} answers have ${votes(by.votes)} each, and its first came from the lowest-numbered trace`,
    'best-score': (answer: string, by: By<'best-score'>) =>
      `The answer is ${answer}: its trace has the highest score, ${decimal(by.score)}`,
    'weighted-vote': (answer: string, by: By<'weighted-vote'>) =>
      `The answer is ${answer}, with ${decimal(by.weight)} of ${decimal(by.total)} in scores`,
    'last-round': (answer: string, by: By<'last-round'>) =>
      `The answer is ${answer}, as the trace says after ${plural(by.round, { one: '# wait', other: '# waits' })}`,
    'decided-early': (answer: string, by: By<'decided-early'>) =>
      `The answer is ${answer}, with ${number(by.votes)} of ${votes(by.of)}: decided before all ${number(by.limit)} samples`,
    'best-node': (answer: string, by: By<'best-node'>) =>
      `The answer is ${answer}: node ${number(by.node)} has the highest value of all finished ones, ${decimal(by.score)}`,
    'most-visited': (answer: string, by: By<'most-visited'>) =>
      `The answer is ${answer}: the most visited path ends at node ${number(by.node)}, with ${plural(by.visits, { one: '# visit', other: '# visits' })}`,
    'confirmed-answer': (answer: string, by: By<'confirmed-answer'>) =>
      `The answer is ${answer}: second samplings confirm ${number(by.confirmed)} of the ${times(by.found)} it was found; all answers together are confirmed ${times(by.ofConfirmed)}`,
    'most-found-answer': (answer: string, { because, found, of }: By<'most-found-answer'>) =>
      ({
        'only-answer': `The answer is ${answer}, found ${number(found)} of ${times(of)}: no other was found, so nothing had to be checked`,
        'none-confirmed': `The answer is ${answer}, found ${number(found)} of ${times(of)}: no trace was confirmed by second samplings, so how often it was found decides`,
        unchecked: `The answer is ${answer}, found ${number(found)} of ${times(of)}: no tokens were left for second samplings, so how often it was found decides`,
      })[because],
    'mutual-consistency': (answer: string, by: By<'mutual-consistency'>) =>
      by.agreement === null
        ? `The answer is ${answer}: no tokens were left for second samplings, and node ${number(by.node)} has the highest reward, ${decimal(by.reward)}`
        : `The answer is ${answer}: ${percent(by.agreement)} of the second samplings agree with node ${number(by.node)}, whose reward is ${decimal(by.reward)}`,
    'no-answer': () => 'No trace gave an answer, so there is none',
  } satisfies { readonly [Rule in ChoiceRule['rule']]: (answer: string, by: By<Rule>) => string },
  root: 'The search tree has its root: the prompt, before any step',
  made: (made: {
    readonly node: number;
    readonly parent: number;
    readonly text: string | null;
    readonly end: NodeEnd;
    readonly prior: number | null;
  }) =>
    clauses(
      made.text === null
        ? `Node ${number(made.node)} was made below ${place(made.parent)}`
        : `Node ${number(made.node)} was made below ${place(made.parent)}: ${made.text}`,
      nodeEnds[made.end],
      made.prior === null ? null : `its prior is ${decimal(made.prior)}`,
    ),
  dropped: (node: string) => `The same step as ${node} was drawn again and dropped`,
  node: (node: number, text: string | null) =>
    text === null || node === 0 ? place(node) : `node ${number(node)} (${text})`,
  nodeAtStart: (node: number, text: string | null) => {
    if (node === 0) return 'The start';
    return text === null ? `Node ${number(node)}` : `Node ${number(node)} (${text})`;
  },
  scored: (name: string, verifier: string, score: number, why: string) =>
    `${name} scored ${decimal(score)}, by the ${verifier} verifier: ${why}`,
  logged: (name: string, values: LoggedValues) =>
    `${name} in the log: ${values.map(({ name: what, value }) => `${what} ${value ?? 'no number'}`).join(', ')}`,
  importedFrom: ({ tool, tree, of }: LoggedElsewhere) =>
    of > 1 ? `Tree ${number(tree)} of ${number(of)} in a log of ${tool}` : `A tree in a log of ${tool}`,
  logEnds: 'The log ends here',
  scoredOf: (
    name: string,
    scored: {
      readonly verifier: string;
      readonly score: number;
      readonly why: string;
      readonly steps: number;
      readonly aggregation: Aggregation;
    },
  ) =>
    `${name} scored ${decimal(scored.score)}, ${ways[scored.aggregation]} of its ${number(scored.steps)} step scores, by the ${scored.verifier} verifier: ${scored.why}`,
  unscored: (name: string, verifier: string, why: string) =>
    `${name} has no score by the ${verifier} verifier; ${why}`,
  kept: (kept: number, of: number, why: string) =>
    `Kept ${number(kept)} of ${plural(of, { one: '# step', other: '# steps' })}: ${why}`,
  selectedLeaf: (simulation: number, leaf: number) =>
    leaf === 0
      ? `Simulation ${number(simulation)} stayed at the start, which has no children yet`
      : `Simulation ${number(simulation)} went down to ${place(leaf)}, which has no children yet`,
  /** `all`: the choices are those of the whole way, not its last ones only. */
  selected: (simulation: number, leaf: number, choices: readonly string[], all: boolean) =>
    all
      ? `Simulation ${number(simulation)} went down to ${place(leaf)}: ${choices.join(', ')}`
      : `Simulation ${number(simulation)} went down to ${place(leaf)}: at last, ${choices.join(', ')}`,
  choice: (parent: number, chosen: string, score: number | null) =>
    score === null
      ? `at ${place(parent)} it chose ${chosen}`
      : `at ${place(parent)} it chose ${chosen} with score ${decimal(score)}`,
  backedUp: ({ simulation, value, nodes, again }: BackUp) =>
    again
      ? `Simulation ${number(simulation)} backed up ${decimal(value)} along ${plural(nodes, aNode)}, from a node visited before`
      : `Simulation ${number(simulation)} backed up ${decimal(value)} along ${plural(nodes, aNode)}`,
  backtracked: (from: string, to: string, why: string) => `Went back from ${from} to ${to}: ${why}`,
  waitForced: (name: string, word: string, round: number) =>
    `${name} would have stopped thinking: “${word}” was put in place of the end, for the ${ordinal(round)} time`,
  interim: (name: string, thought: number, round: number, answer: string | null) => {
    if (round === 0)
      return answer === null
        ? `If ${name} stopped here, after ${tokens(thought)} of thought, it would have no answer`
        : `If ${name} stopped here, after ${tokens(thought)} of thought, it would answer ${answer}`;
    return answer === null
      ? `If ${name} stopped here, after ${tokens(thought)} of thought and ${plural(round, aForcedWord)}, it would have no answer`
      : `If ${name} stopped here, after ${tokens(thought)} of thought and ${plural(round, aForcedWord)}, it would answer ${answer}`;
  },
  decided: (what: string, evidence: readonly { readonly name: string; readonly value: number }[]) =>
    evidence.length === 0
      ? what
      : `${what} (${evidence.map(({ name, value }) => `${name} ${whole(value)}`).join(', ')})`,
});
