import type { ModelCapabilities } from '#policy/language-model.ts';
import { rStarActions } from '#run/facts/label.ts';

/**
 * The five actions of rStar (Qi et al. 2024, arXiv 2408.06195, section 3.2 and table 1): A1 `step`, one further step;
 * A2 `rest`, all that is left up to the answer; A3 `sub-question`, the next sub-question and its answer; A4 `re-answer`,
 * the sub-question answered again; A5 `rephrase`, the question put in other words.
 */
export type Action = (typeof rStarActions)[number];

/** What made a node: an action, or `question` for the root. */
export type Origin = Action | 'question';

/**
 * Which actions may follow which: A4 only after A3, A5 only after the question (table 1), and nothing after A2. Where
 * the paper is silent, as its code (`MCTS_for_reasoning.py`): single steps are followed by steps or the rest.
 */
const legalAfter = {
  question: ['step', 'rest', 'sub-question', 'rephrase'],
  rephrase: ['step', 'rest', 'sub-question'],
  step: ['step', 'rest'],
  'sub-question': ['step', 'rest', 'sub-question', 're-answer'],
  're-answer': ['step', 'rest', 'sub-question'],
  rest: [],
} as const satisfies Record<Origin, readonly Action[]>;

/** Why each action is there or not: true where words in the trace ask for it, which the model has to understand. */
const asked = {
  step: false,
  rest: false,
  'sub-question': true,
  're-answer': true,
  rephrase: true,
} as const satisfies Record<Action, boolean>;

export const allActions: readonly Action[] = rStarActions;

/** Actions that the model can take at all. */
export function possibleActions({ instructions, questions }: ModelCapabilities): readonly Action[] {
  return allActions.filter((action) => instructions || questions || !asked[action]);
}

/** Actions that may follow, of those the model can take. */
export function legalActions(origin: Origin, possible: readonly Action[]): readonly Action[] {
  return legalAfter[origin].filter((action) => possible.includes(action));
}
