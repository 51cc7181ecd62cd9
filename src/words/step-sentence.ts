import { explain } from './explain.ts';
import { startTokens } from '#run/branch.ts';
import type { ChoiceRule, Grade, LogEntry, LoggedToken, RunEvent } from '#run/events.ts';
import { isSearchEvent } from '#run/search-events.ts';
import { type RunState, sequenceOf } from '#run/state.ts';
import { stateAt } from '#run/timeline.ts';
import { segmentsOf } from '#run/trace-text.ts';
import { steps } from './en/steps.ts';
import { nameOf } from './labels.ts';
import { gradeText } from './grades.ts';
import { searchSentence } from './search-sentence.ts';
import { problems as problemWords } from './en/problems.ts';

/** What the last step before the cursor did. */
export function stepSentence(log: readonly LogEntry[], cursor: number): string {
  const after = stateAt(log, cursor);
  const entry = log[after.cursor - 1];
  return entry ? sentenceOf(entry.event, after) : steps.before;
}

/** What an event did; `after` is the state with it folded in. */
export function sentenceOf(event: RunEvent, after: RunState): string {
  if (isSearchEvent(event)) return searchSentence(event, after);
  switch (event.type) {
    case 'run-started':
      return startSentence(event);
    case 'sequence-started':
      return steps.started(nameOf(after, event.sequence), event.prompt.length);
    case 'token':
      return tokenSentence(event.token, event.sequence, after);
    case 'sequence-ended':
      return steps.ended[event.reason](nameOf(after, event.sequence));
    case 'answer-extracted': {
      const name = nameOf(after, event.sequence);
      return event.answer ? steps.answered(name, event.answer.display) : steps.noAnswer(name);
    }
    case 'answer-graded':
      return gradeSentence(nameOf(after, event.sequence, 'middle'), event.grade);
    case 'vote-cast':
      return voteSentence(event.sequence, event.answer.key, event.answer.display, after);
    case 'answer-chosen':
      return choiceSentence(event.answer?.display ?? steps.none, event.by);
    case 'usage':
      return steps.spent(event.usage);
    case 'run-finished':
      if (after.elsewhere) return steps.logEnds;
      return event.grade ? finishedSentence(event.grade) : steps.finished;
    case 'run-cancelled':
      return steps.cancelled;
    case 'run-failed':
      return steps.failed(explain(event.failure).message);
  }
}

function startSentence({
  model,
  elsewhere,
  verifierModel,
  experiment: { problem, strategy },
}: Extract<RunEvent, { readonly type: 'run-started' }>): string {
  if (elsewhere) return steps.importedFrom(elsewhere);
  const text = problemWords.text(problem);
  if (!verifierModel) return steps.asked(model.name, text);
  const sentence = strategy.kind === 'rstar' ? steps.askedAndChecked : steps.askedAndScored;
  return sentence(model.name, text, verifierModel.name);
}

function tokenSentence(token: LoggedToken, sequence: number, after: RunState): string {
  const written = {
    name: nameOf(after, sequence, token.forced ? 'middle' : 'start'),
    text: token.text,
    probability: token.logprob === null ? null : Math.exp(token.logprob),
  };
  if (token.forced) return steps.forced(written);
  if (token.placement === 'digit') {
    const number = segmentsOf(lastTokens(after, sequence)).at(-1);
    if (number && number.pieces.length > 1) return steps.wroteDigit(written, number.text);
  }
  switch (token.role) {
    case 'wait':
      return steps.wait(written);
    case 'control':
      return token.text === '</think>' ? steps.closed(written) : steps.wroteTag(written);
    case 'prompt':
    case 'thought':
    case 'answer':
      return steps.wrote(written);
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

/** Votes as a score, the voter's answer first: 5 : 2 : 1. */
function voteSentence(sequence: number, key: string, answer: string, after: RunState): string {
  const name = nameOf(after, sequence);
  const own = after.votes.find((group) => group.key === key)?.votes ?? 0;
  const others = after.votes.filter((group) => group.key !== key).map((group) => group.votes);
  if (own === 1) return (others.length === 0 ? steps.voted.first : steps.voted.new)(name, answer);
  if (others.length === 0) return steps.voted.agreeing(name, answer, own);
  const counts = [own, ...others.slice(0, 3), ...(others.length > 3 ? ['…'] : [])].join(' : ');
  return steps.voted.among(name, answer, counts);
}

/** Why an answer was chosen. */
function choiceSentence(answer: string, by: ChoiceRule): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sentence under a rule takes facts of this rule
  const sentence = steps.chose[by.rule] as (answer: string, by: ChoiceRule) => string;
  return sentence(answer, by);
}

function gradeSentence(name: string, grade: Grade): string {
  return steps[grade.outcome](name, gradeText(grade));
}

function finishedSentence(grade: Grade): string {
  const reason = gradeText(grade);
  switch (grade.outcome) {
    case 'right':
      return steps.finishedRight(reason);
    case 'wrong':
      return steps.finishedWrong(reason);
    case 'ungraded':
      return steps.finishedUngraded(reason);
  }
}
