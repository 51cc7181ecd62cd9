import type { Session } from '#policy/session/session.ts';
import type { RunEvent } from '#run/events.ts';
import { bestFirst, type Score } from '#run/score.ts';
import type { StrategyRun } from '../strategy.ts';
import { allActions, possibleActions } from './actions.ts';
import { distinctTraces, eachEnd } from './candidates.ts';
import { chooseAnswer, mostFound } from './choose-answer.ts';
import { Expansion } from './expand.ts';
import { check, type Checked } from './mutual-consistency.ts';
import type { RStarNode } from './node.ts';
import type { RStarParameters } from './parameters.ts';
import { runRollouts } from './rollouts.ts';

/**
 * rStar (Qi et al. 2024, arXiv 2408.06195): a search with five actions and no verifier, then mutual consistency.
 *
 * The final choice is the authors' code's: second samplings confirm traces or not, and confirmed traces choose an answer by how
 * often they were found (see `chooseAnswer`). As there, nothing is checked where all traces have one answer.
 *
 * With `confirm: 'trace'` it is one trace's, as the paper puts it (section 3.3, "final trajectory selection": the reward times the
 * confidence of the terminal node), with the share of second samplings that agree in the place of that confidence. After a long
 * prefix nearly everything agrees, so ties are common; of equals the higher reward wins, then the earlier node.
 */
export async function* rStar(session: Session, params: RStarParameters): StrategyRun {
  const possible = possibleActions(session.model.info.capabilities);
  const missing = allActions.filter((action) => !possible.includes(action));
  if (missing.length > 0) {
    yield {
      type: 'decided',
      decision: { kind: 'missing-actions', model: session.model.info.name, actions: missing },
    };
  }
  const expansion = new Expansion(session, params, possible);
  const root = expansion.root();
  yield { type: 'node-created', node: root.id, parent: null, sequence: null, end: 'open', prior: null };
  yield* runRollouts(session, params, root, expansion);
  yield* choose(session, params, root);
}

async function* choose(session: Session, params: RStarParameters, root: RStarNode): StrategyRun {
  const { confirm } = params;
  if (confirm === 'trace') {
    yield* chooseTrace(yield* check(session, params, eachEnd(root)));
    return;
  }
  const traces = distinctTraces(root);
  const answers = new Set(traces.map(({ answer }) => answer.key));
  if (answers.size < 2) yield mostFound(traces, 'only-answer');
  else yield* chooseAnswer(yield* check(session, params, traces), confirm);
}

function* chooseTrace(checked: readonly Checked[]): Generator<RunEvent> {
  const ends = checked.map(({ nodes: [node], answers, agreeing }) => ({
    node,
    agreement: answers.length === 0 ? null : agreeing / answers.length,
  }));
  for (const { node, agreement } of ends) {
    if (agreement === null) continue;
    yield {
      type: 'node-scored',
      node: node.id,
      score: node.reward * agreement,
      verifier: 'majority',
      why: { kind: 'reward-times-agreement', reward: node.reward, agreement },
    };
  }
  const score = ({ node, agreement }: (typeof ends)[number]): Score =>
    agreement === null ? null : node.reward * agreement;
  const [best] = ends.toSorted(
    (a, b) => bestFirst(score(a), score(b)) || b.node.reward - a.node.reward || a.node.id - b.node.id,
  );
  if (!best) {
    yield { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
    return;
  }
  const { node, agreement } = best;
  yield {
    type: 'answer-chosen',
    answer: node.answer,
    by: { rule: 'mutual-consistency', node: node.id, agreement, reward: node.reward },
  };
}
