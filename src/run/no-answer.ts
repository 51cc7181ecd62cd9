import type { Experiment } from '#experiment/experiment.ts';
import { type RunState, type Sequence, sequenceOf } from './state.ts';
import { counted, number } from './words.ts';

/** Why a run has no answer, in words that follow "No answer:", and what to do about it, in a sentence. */
export interface NoAnswer {
  readonly why: string;
  readonly next: string;
}

/** How a trace came to have no answer. `budget`: the run had fewer tokens left for it than a trace may have. */
type Ending = (typeof allEndings)[number];
const allEndings = ['limit', 'budget', 'context', 'ended', 'stopped'] as const;

const next: Readonly<Record<Ending, string>> = {
  limit: 'Raise the token limit, or choose less effort.',
  budget: 'Raise the token budget, or draw less.',
  context: 'Choose less effort, or a model that holds more.',
  ended: 'Try another seed, or let more traces vote.',
  stopped: 'Run it again.',
};

/** Why a run that is over has no answer; null where it has one or goes on. Everything comes from its log. */
export function whyNoAnswer(state: RunState): NoAnswer | null {
  const { experiment, status, chosen, tree } = state;
  if (!experiment || status !== 'finished' || chosen?.answer) return null;
  return tree.length > 1 ? ofTree(state, experiment) : ofTraces(state, experiment);
}

/** How many of a run's whole traces were cut and so have no answer, where others have: `3 of 8 traces were cut at 200 tokens`. Null where none was. */
export function cutTraces(state: RunState): string | null {
  const { experiment } = state;
  const traces = wholeTraces(state);
  const cut = experiment ? traces.filter((one) => isCut(endingOf(one, experiment)) && !one.answer) : [];
  if (!experiment || cut.length === 0) return null;
  return `${number(cut.length)} of ${counted(traces.length, 'trace')} ${cut.length === 1 ? 'was' : 'were'} ${cutAt(cut, experiment)}`;
}

/** Why a trace was cut, in words that follow "it was"; null where it was not. */
export function cutWords(trace: Sequence, experiment: Experiment): string | null {
  return isCut(endingOf(trace, experiment)) ? cutAt([trace], experiment) : null;
}

function ofTraces(state: RunState, experiment: Experiment): NoAnswer {
  const traces = wholeTraces(state);
  const [only] = traces;
  if (!only)
    return experiment.budget.tokens > 0
      ? {
          why: `the budget of ${counted(experiment.budget.tokens, 'token')} is too small for a first trace`,
          next: next.budget,
        }
      : { why: 'nothing was drawn', next: next.stopped };
  const endings = allEndings
    .map((ending) => [ending, traces.filter((one) => endingOf(one, experiment) === ending)] as const)
    .filter(([, some]) => some.length > 0)
    .toSorted(([, a], [, b]) => b.length - a.length);
  const [most] = endings[0]!;
  if (traces.length === 1)
    return {
      why: isCut(most)
        ? `the ${only.answerTokens > 0 ? 'answer' : 'thought'} was ${cutAt(traces, experiment)}`
        : `the model ${endedWords[most]}`,
      next: next[most],
    };
  const parts = endings.map(
    ([ending, some]) =>
      `${endings.length === 1 ? 'all' : number(some.length)} ${isCut(ending) ? `${some.length === 1 ? 'was' : 'were'} ${cutAt(some, experiment)}` : endedWords[ending]}`,
  );
  return { why: `none of ${counted(traces.length, 'trace')} has one: ${parts.join(', ')}`, next: next[most] };
}

function ofTree(state: RunState, experiment: Experiment): NoAnswer {
  const { tree, usage } = state;
  const { budget, strategy } = experiment;
  const finished = tree.filter(({ end }) => end === 'terminal').length;
  const steps = counted(tree.length - 1, 'step');
  if (finished > 0)
    return {
      why: `${finished === 1 ? 'the one path that was finished says' : `the ${number(finished)} paths that were finished say`} none that could be read`,
      next: next.ended,
    };
  const why = tree.length === 2 ? 'the one step finished no path' : `none of ${steps} finished a path`;
  if (budget.tokens > 0 && usage.decodedTokens >= 0.9 * budget.tokens)
    return {
      why: `${why}, and ${number(usage.decodedTokens)} of the budget's ${counted(budget.tokens, 'token')} are spent`,
      next: next.budget,
    };
  const deepest = tree.reduce((most, { depth }) => Math.max(most, depth), 0);
  if ('maxSteps' in strategy && deepest >= strategy.maxSteps)
    return {
      why: `${why}: they may go ${counted(strategy.maxSteps, 'step')} deep`,
      next: 'Let paths have more steps.',
    };
  const dead = tree.filter(({ end }) => end === 'dead');
  if (dead.length === 0) return { why, next: 'Try another seed, or a wider search.' };
  const cut =
    tree.length === 2
      ? 'the one step was cut off'
      : `${why}: ${number(dead.length)} ${dead.length === 1 ? 'was' : 'were'} cut off`;
  const byBudget = dead.some(({ sequence }) => {
    const one = sequence === null ? null : sequenceOf(state, sequence);
    return one ? endingOf(one, experiment) === 'budget' : false;
  });
  return byBudget
    ? { why: `${cut}, where the budget ended`, next: next.budget }
    : { why: cut, next: next.limit };
}

const endedWords = { ended: 'ended without an answer that could be read', stopped: 'stopped' } as const;

/** `cut at 200 tokens`: where several were cut at different places, the one that came furthest. */
function cutAt(traces: readonly Sequence[], experiment: Experiment): string {
  const tokens = counted(Math.max(...traces.map((one) => one.tokens.length)), 'token');
  switch (endingOf(traces[0]!, experiment)) {
    case 'budget':
      return `cut at ${tokens}, where the budget ended`;
    case 'context':
      return `cut at ${tokens}, which is all the model can hold`;
    case 'limit':
    case 'ended':
    case 'stopped':
      return `cut at ${tokens}`;
  }
}

function endingOf({ end, tokens }: Sequence, { budget, sampling }: Experiment): Ending {
  switch (end) {
    case 'length':
      return budget.tokens > 0 && tokens.length < sampling.maxTokens ? 'budget' : 'limit';
    case 'context':
      return 'context';
    case 'end-of-text':
    case 'stop':
      return 'ended';
    case 'cancelled':
    case null:
      return 'stopped';
  }
}

const isCut = (ending: Ending): ending is 'limit' | 'budget' | 'context' =>
  ending === 'limit' || ending === 'budget' || ending === 'context';

/** Steps of a search are no traces of their own, nor is what a verifier had to write: that has no prompt, or no answer is looked for in it. */
const wholeTraces = ({ sequences }: RunState): readonly Sequence[] =>
  sequences.filter(({ from, prompt, extracted }) => from === null && prompt.length > 0 && extracted);
