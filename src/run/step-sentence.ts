import { problemText } from '#experiment/problem.ts';
import { startTokens } from './branch.ts';
import type { ChoiceRule, EndReason, Grade, LoggedToken, RunEvent, Usage } from './events.ts';
import type { RunState } from './state.ts';
import { searchSentence } from './search-sentence.ts';
import { sequenceOf } from './state.ts';
import { segmentsOf } from './trace-text.ts';
import { counted, decimal, nameOf, number } from './words.ts';

/** What an event did, in plain words; `after` is the state with it folded in. */
export function sentenceOf(event: RunEvent, after: RunState): string {
  switch (event.type) {
    case 'run-started':
      return `${event.model.name} was asked: ${problemText(event.experiment.problem)}${event.verifierModel ? `; ${event.verifierModel.name} ${event.experiment.strategy.kind === 'rstar' ? 'completes its traces a second time' : 'scores what it writes'}` : ''}`;
    case 'sequence-started':
      return `${nameOf(after, event.sequence)} started from a prompt of ${counted(event.prompt.length, 'token')}`;
    case 'token':
      return tokenSentence(event.token, event.sequence, after);
    case 'sequence-ended':
      return `${nameOf(after, event.sequence)} ${endings[event.reason]}`;
    case 'answer-extracted':
      return event.answer
        ? `${nameOf(after, event.sequence)} answered ${event.answer.display}`
        : `${nameOf(after, event.sequence)} gave no answer`;
    case 'answer-graded':
      return `The answer of ${nameOf(after, event.sequence, 'middle')} is ${gradeWords(event.grade)}`;
    case 'vote-cast':
      return voteSentence(event.sequence, event.answer.key, event.answer.display, after);
    case 'answer-chosen':
      return choiceSentence(event.answer?.display ?? null, event.by);
    case 'usage':
      return usageSentence(event.usage);
    case 'run-finished':
      return event.grade ? `The run finished; its answer is ${gradeWords(event.grade)}` : 'The run finished';
    case 'run-cancelled':
      return 'The run was stopped; everything up to here is kept';
    case 'run-failed':
      return `The run failed: ${event.failure.message}`;
    default:
      return searchSentence(event, after);
  }
}

const endings = {
  'end-of-text': 'came to its end',
  stop: 'reached a text at which it was to stop',
  length: 'was cut off: it had written as many tokens as it may',
  context: 'was cut off: the model can hold no more tokens',
  cancelled: 'was stopped',
} as const satisfies Record<EndReason, string>;

function tokenSentence(token: LoggedToken, sequence: number, after: RunState): string {
  const name = nameOf(after, sequence);
  const likely = token.logprob === null ? '' : ` (${probabilityWords(Math.exp(token.logprob))} likely)`;
  if (token.forced) return `“${token.text}” was put into ${nameOf(after, sequence, 'middle')}${likely}`;
  if (token.placement === 'digit') {
    const number = segmentsOf(lastTokens(after, sequence)).at(-1);
    if (number && number.pieces.length > 1)
      return `${name} wrote the digit ${token.text}${likely}, which makes ${number.text}`;
  }
  switch (token.role) {
    case 'wait':
      return `${name} wrote “${token.text}”${likely}: it thinks again`;
    case 'control':
      return token.text === '</think>'
        ? `${name} closed its thinking${likely}`
        : `${name} wrote ${token.text}${likely}`;
    case 'prompt':
    case 'thought':
    case 'answer':
      return `${name} wrote “${token.text}”${likely}`;
  }
}

/** As many as a number may have digits. A trace that went on amid a number of an edited thought has the number's end there. */
function lastTokens(after: RunState, sequence: number): readonly LoggedToken[] {
  const trace = sequenceOf(after, sequence);
  const tokens = trace?.tokens.slice(-20) ?? [];
  return trace?.from === null && trace.tokens.length === tokens.length
    ? [...startTokens(after.experiment?.start?.text ?? ''), ...tokens]
    : tokens;
}

/** `62 %`; never 0 % or 100 %, which no token is. */
export function probabilityWords(probability: number): string {
  if (probability >= 0.995) return 'over 99 %';
  if (probability < 0.005) return 'under 1 %';
  return `${Math.round(probability * 100)} %`;
}

/** Votes as a score, the voter's answer first: 5 : 2 : 1. */
function voteSentence(sequence: number, key: string, display: string, after: RunState): string {
  const own = after.votes.find((group) => group.key === key)?.votes ?? 0;
  const others = after.votes.filter((group) => group.key !== key).map((group) => group.votes);
  const score = [own, ...others.slice(0, 3), ...(others.length > 3 ? ['…'] : [])].join(' : ');
  const voted = `${nameOf(after, sequence)} voted for ${display}`;
  if (own === 1)
    return others.length === 0 ? `${voted}, the first vote of all` : `${voted}, which nobody had before`;
  return others.length === 0 ? `${voted}: all ${own} votes agree` : `${voted}: its vote makes ${score}`;
}

function choiceSentence(display: string | null, by: ChoiceRule): string {
  switch (by.rule) {
    case 'only-trace':
      return `The answer is ${display ?? 'none'}, as the only trace says`;
    case 'majority':
      return `The answer is ${display ?? 'none'}, with ${by.votes} of ${counted(by.of, 'vote')}`;
    case 'majority-tie-first':
      return `The answer is ${display ?? 'none'}: ${by.tied.length} answers have ${counted(by.votes, 'vote')} each, and its first came from the lowest-numbered trace`;
    case 'best-score':
      return `The answer is ${display ?? 'none'}: its trace has the highest score, ${by.score.toFixed(2)}`;
    case 'weighted-vote':
      return `The answer is ${display ?? 'none'}, with ${by.weight.toFixed(2)} of ${by.total.toFixed(2)} in scores`;
    case 'last-round':
      return `The answer is ${display ?? 'none'}, as the trace says after ${counted(by.round, 'round')} more`;
    case 'decided-early':
      return `The answer is ${display ?? 'none'}, with ${by.votes} of ${counted(by.of, 'vote')}: decided before all ${by.limit} samples`;
    case 'best-node':
      return `The answer is ${display ?? 'none'}: node ${by.node} has the highest value of all finished ones, ${decimal(by.score)}`;
    case 'most-visited':
      return `The answer is ${display ?? 'none'}: the most visited path ends at node ${by.node}, with ${counted(by.visits, 'visit')}`;
    case 'confirmed-answer':
      return `The answer is ${display ?? 'none'}: second samplings confirm ${by.confirmed} of the ${counted(by.found, 'time')} it was found; all answers together are confirmed ${counted(by.ofConfirmed, 'time')}`;
    case 'most-found-answer':
      return `The answer is ${display ?? 'none'}, found ${by.found} of ${counted(by.of, 'time')}${mostFoundBecause[by.because]}`;
    case 'mutual-consistency':
      if (by.agreement === null)
        return `The answer is ${display ?? 'none'}: no tokens were left for second samplings, and node ${by.node} has the highest reward, ${decimal(by.reward)}`;
      return `The answer is ${display ?? 'none'}: ${Math.round(by.agreement * 100)} % of the second samplings agree with node ${by.node}, whose reward is ${decimal(by.reward)}`;
    case 'no-answer':
      return 'No trace gave an answer, so there is none';
  }
}

const mostFoundBecause = {
  'only-answer': ': no other was found, so nothing had to be checked',
  'none-confirmed': ': no trace was confirmed by second samplings, so how often it was found decides',
  unchecked: ': no tokens were left for second samplings, so how often it was found decides',
} as const satisfies Record<Extract<ChoiceRule, { rule: 'most-found-answer' }>['because'], string>;

function usageSentence({ prefilledTokens, cachedTokens, decodedTokens, forwards }: Usage): string {
  return `Spent so far: ${counted(decodedTokens, 'token')} written, ${counted(prefilledTokens + cachedTokens, 'prompt token')} (${number(cachedTokens)} from the cache), ${counted(forwards, 'call')} of the model`;
}

function gradeWords({ outcome, reason }: Grade): string {
  switch (outcome) {
    case 'right':
    case 'wrong':
      return `${outcome}: it ${reason}`;
    case 'ungraded':
      return `not graded: ${reason}`;
  }
}
