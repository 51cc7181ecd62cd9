import type { Session } from '../../policy/session/session.ts';
import type { StrategyRun } from '../strategy.ts';
import { allActions, possibleActions } from './actions.ts';
import { Expansion } from './expand.ts';
import { checkAgreement, type Checked } from './mutual-consistency.ts';
import type { RStarNode } from './node.ts';
import type { Parameters } from './parameters.ts';
import { runRollouts } from './rollouts.ts';
import type { RunEvent } from '../../run/events.ts';

/**
 * rStar (Qi et al. 2024, arXiv 2408.06195): a search with five actions and no verifier, then mutual consistency.
 *
 * The final choice is the trace with the highest reward × agreement (section 3.3, "final trajectory selection"). The
 * paper first keeps the traces that a second sampling validates and then multiplies a trace's reward with the confidence
 * of its terminal node; with self-consistency as reward the two are one number, and with several checks the share that
 * agrees takes the place of the yes or no. Where nothing agrees, or the budget left no check, the reward alone decides,
 * as in the code. Of equals the higher reward wins, then the earlier node.
 */
export async function* rStar(session: Session, params: Parameters): StrategyRun {
  const possible = possibleActions(session.model.info.capabilities);
  const missing = allActions.filter((action) => !possible.includes(action));
  if (missing.length > 0) {
    yield { type: 'decided', what: `${session.model.info.name} has not learnt to ask itself questions and follows no instructions, so it cannot take these actions: ${missing.join(', ')}`, evidence: [] };
  }
  const expansion = new Expansion(session, params, possible);
  const root = expansion.root();
  yield { type: 'node-created', node: root.id, parent: null, sequence: null, end: 'open', prior: null };
  yield* runRollouts(session, params, root, expansion);
  const candidates = descendants(root).filter(({ answer }) => answer !== null);
  const checked = yield* checkAgreement(session, params, candidates);
  for (const { node, agreement } of checked) {
    if (agreement === null) continue;
    yield {
      type: 'node-scored', node: node.id, score: node.reward * agreement, verifier: 'majority',
      why: `reward ${node.reward.toFixed(2)} × ${agreement.toFixed(2)}, the share of second samplings that agree`,
    };
  }
  yield choose(checked);
}

function choose(checked: readonly Checked[]): RunEvent {
  const score = ({ node, agreement }: Checked) => node.reward * (agreement ?? 0);
  const [best] = checked.toSorted((a, b) => score(b) - score(a) || b.node.reward - a.node.reward || a.node.id - b.node.id);
  if (!best) return { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
  const { node, agreement } = best;
  return { type: 'answer-chosen', answer: node.answer, by: { rule: 'mutual-consistency', node: node.id, agreement: agreement ?? 0, reward: node.reward } };
}

/** All nodes below, in the order of their making. */
function descendants(node: RStarNode): readonly RStarNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]).toSorted((a, b) => a.id - b.id);
}
