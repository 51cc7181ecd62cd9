import { nodeText } from '#run/node-text.ts';
import { endsOnVisited, type NodeId, type SearchEvent, type Selection } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { steps } from './en/steps.ts';
import { nameOf } from './labels.ts';
import { backtrackText, decisionText, evidenceOf, keptText, scoreReasonText } from './reasons.ts';

type EventOf<Type extends SearchEvent['type']> = Extract<SearchEvent, { readonly type: Type }>;

/** What a step of a search did; `after` is the state with it folded in. */
export function searchSentence(event: SearchEvent, after: RunState): string {
  const node = (id: NodeId) => steps.node(id, nodeText(after, id));
  switch (event.type) {
    case 'node-created':
      return event.parent === null
        ? steps.root
        : steps.made({ ...event, parent: event.parent, text: nodeText(after, event.node) });
    case 'step-dropped':
      return steps.dropped(node(event.sameAs));
    case 'node-scored': {
      const name = steps.nodeAtStart(event.node, nodeText(after, event.node));
      return event.score === null
        ? steps.unscored(name, event.verifier, scoreReasonText(event.why))
        : steps.scored(name, event.verifier, event.score, scoreReasonText(event.why));
    }
    case 'node-logged':
      return steps.logged(steps.nodeAtStart(event.node, nodeText(after, event.node)), event.values);
    case 'nodes-kept':
      return steps.kept(event.kept.length, event.kept.length + event.pruned.length, keptText(event.why));
    case 'path-selected':
      return selectedSentence(event, after);
    case 'backed-up':
      return steps.backedUp({
        simulation: event.simulation + 1,
        value: event.value,
        nodes: event.path.length,
        again: endsOnVisited(event),
      });
    case 'backtracked':
      return steps.backtracked(node(event.from), node(event.to), backtrackText(event.why));
    case 'trace-scored':
      return scoredSentence(event, nameOf(after, event.sequence));
    case 'wait-forced':
      return steps.waitForced(nameOf(after, event.sequence), event.word, event.round);
    case 'interim-answer': {
      const name = nameOf(after, event.sequence, 'middle');
      return steps.interim(name, event.thinkingTokens, event.round, event.answer?.display ?? null);
    }
    case 'decided':
      return steps.decided(decisionText(event.decision), evidenceOf(event.decision));
  }
}

/** Choices said of a long way: the last ones. */
const mostChoices = 3;

function selectedSentence(
  { simulation, selections, leaf }: EventOf<'path-selected'>,
  after: RunState,
): string {
  if (selections.length === 0) return steps.selectedLeaf(simulation + 1, leaf);
  const choices = selections.slice(-mostChoices).map((selection) => choiceAt(selection, after));
  return steps.selected(simulation + 1, leaf, choices, choices.length === selections.length);
}

function choiceAt({ parent, rows, chosen }: Selection, after: RunState): string {
  const score = rows.find(({ node }) => node === chosen)?.score ?? null;
  return steps.choice(parent, nodeText(after, chosen) ?? steps.node(chosen, null), score);
}

function scoredSentence(event: EventOf<'trace-scored'>, name: string): string {
  const { score, verifier, aggregation } = event;
  const why = scoreReasonText(event.why);
  if (score === null) return steps.unscored(name, verifier, why);
  if (event.steps.length <= 1) return steps.scored(name, verifier, score, why);
  return steps.scoredOf(name, { verifier, score, why, aggregation, steps: event.steps.length });
}
