import type { Aggregation } from '#experiment/verifier.ts';
import { nodeText } from './node-text.ts';
import { endsOnVisited, type NodeId, type SearchEvent, type Selection } from './search-events.ts';
import type { RunState } from './state.ts';
import { counted, decimal, nameOf } from './words.ts';

type EventOf<Type extends SearchEvent['type']> = Extract<SearchEvent, { readonly type: Type }>;

/** What a step of a search did, in plain words; `after` is the state with it folded in. */
export function searchSentence(event: SearchEvent, after: RunState): string {
  switch (event.type) {
    case 'node-created':
      return createdSentence(event, after);
    case 'step-dropped':
      return `The same step as ${withText(after, event.sameAs)} was drawn again and dropped`;
    case 'node-scored':
      return event.score === null
        ? unscored(capital(withText(after, event.node)), event)
        : `${capital(withText(after, event.node))} scored ${decimal(event.score)}, by the ${event.verifier} verifier: ${event.why}`;
    case 'nodes-kept':
      return `Kept ${event.kept.length} of ${counted(event.kept.length + event.pruned.length, 'step')}: ${event.why}`;
    case 'path-selected':
      return selectedSentence(event, after);
    case 'backed-up':
      return `Simulation ${event.simulation + 1} backed up ${decimal(event.value)} along ${counted(event.path.length, 'node')}${endsOnVisited(event) ? ', from a node visited before' : ''}`;
    case 'backtracked':
      return `Went back from ${withText(after, event.from)} to ${withText(after, event.to)}: ${event.why}`;
    case 'trace-scored':
      return scoredSentence(event, after);
    case 'wait-forced':
      return `${nameOf(after, event.sequence)} would have stopped thinking: “${event.word}” was put in place of the end, for the ${ordinal(event.round)} time`;
    case 'interim-answer':
      return interimSentence(event, after);
    case 'decided':
      return event.evidence.length === 0
        ? event.what
        : `${event.what} (${event.evidence.map(({ name, value }) => `${name} ${figure(value)}`).join(', ')})`;
  }
}

function createdSentence({ node, parent, end, prior }: EventOf<'node-created'>, after: RunState): string {
  if (parent === null) return 'The search tree has its root: the prompt, before any step';
  const text = nodeText(after, node);
  const ends = { open: '', terminal: ', the end of a trace', dead: ', cut off before its end' }[end];
  const likely = prior === null ? '' : `, prior ${decimal(prior)}`;
  return `Node ${node} was made below node ${parent}${text === null ? '' : `: ${text}`}${ends}${likely}`;
}

function selectedSentence(
  { simulation, selections, leaf }: EventOf<'path-selected'>,
  after: RunState,
): string {
  const went = `Simulation ${simulation + 1} went down to node ${leaf}`;
  if (selections.length === 0) return `${went}, which has no children yet`;
  const shown = selections.slice(-3).map((selection) => choiceAt(selection, after));
  return `${went}: ${selections.length > shown.length ? 'at last, ' : ''}${shown.join(', ')}`;
}

function choiceAt({ parent, rows, chosen }: Selection, after: RunState): string {
  const score = rows.find(({ node }) => node === chosen)?.score;
  return `at node ${parent} it chose ${nodeText(after, chosen) ?? `node ${chosen}`}${score === undefined ? '' : ` with score ${decimal(score)}`}`;
}

const ways = {
  min: 'the lowest',
  prod: 'the product',
  mean: 'the mean',
  last: 'the last',
} as const satisfies Record<Aggregation, string>;

function scoredSentence(event: EventOf<'trace-scored'>, after: RunState): string {
  const { sequence, steps, aggregation, score, verifier, why } = event;
  if (score === null) return unscored(nameOf(after, sequence), event);
  const how = steps.length > 1 ? `, ${ways[aggregation]} of its ${steps.length} step scores` : '';
  return `${nameOf(after, sequence)} scored ${decimal(score)}${how}, by the ${verifier} verifier: ${why}`;
}

function unscored(name: string, { verifier, why }: EventOf<'node-scored' | 'trace-scored'>): string {
  return `${name} has no score by the ${verifier} verifier; ${why}`;
}

function interimSentence(
  { sequence, round, answer, thinkingTokens }: EventOf<'interim-answer'>,
  after: RunState,
): string {
  const name = nameOf(after, sequence, 'middle');
  const when = `after ${counted(thinkingTokens, 'token')} of thought${round === 0 ? '' : ` and ${counted(round, 'forced word')}`}`;
  return answer
    ? `If ${name} stopped here, ${when}, it would answer ${answer.display}`
    : `If ${name} stopped here, ${when}, it would have no answer`;
}

/** `node 4 (9 − 3 = 6)`. */
function withText(state: RunState, node: NodeId): string {
  const text = nodeText(state, node);
  return text === null ? `node ${node}` : `node ${node} (${text})`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const figure = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString('en-US') : decimal(value);

function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}
