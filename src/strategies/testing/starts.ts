import type { Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { beamSearch } from '../beam-search.ts';
import { bestOfN } from '../best-of-n.ts';
import { mcts } from '../mcts/mcts.ts';
import { stepVerification } from '../step-verification.ts';
import type { StrategyRun } from '../strategy.ts';
import { treeOfThoughts } from '../tree-of-thoughts/tree-of-thoughts.ts';

/** Small settings of the strategies that choose by score. */
const spec = { kind: 'process' } as const;
const bestSettings = {
  kind: 'best-of-n',
  samples: 3,
  effort: 'low',
  verifier: spec,
  aggregation: 'last',
  choose: 'best',
} as const;
export const beamSettings = {
  kind: 'beam-search',
  variant: 'beam',
  width: 2,
  expansion: 2,
  lookahead: 0,
  maxSteps: 5,
  aggregation: 'last',
  choose: 'best',
  verifier: spec,
} as const;
export const thoughtSettings = {
  kind: 'tree-of-thoughts',
  search: 'bfs',
  generate: 'sample',
  thoughts: 3,
  breadth: 2,
  threshold: 0.3,
  maxVisits: 12,
  evaluate: 'value',
  maxSteps: 5,
  verifier: spec,
  choose: 'best',
} as const;
export const puctSettings = {
  kind: 'mcts',
  simulations: 12,
  exploration: 1.5,
  prior: 'sum',
  expansion: 2,
  evaluation: 'value',
  parallel: 2,
  widening: 0,
  readout: 'best-terminal',
  maxSteps: 5,
  verifier: spec,
} as const;
export const stepSettings = {
  kind: 'step-verification',
  threshold: 0.4,
  retries: 4,
  maxSteps: 5,
  verifier: spec,
} as const;

/** How a strategy starts in a test: session and verifier are handed in. */
export type StartSearch = (session: Session, verifier: Verifier) => StrategyRun;

const searches: Readonly<Record<string, StartSearch>> = {
  'beam search': (session, verifier) => beamSearch(session, beamSettings, verifier),
  'beam search, the least of the scores, weighted vote': (session, verifier) =>
    beamSearch(session, { ...beamSettings, aggregation: 'min', choose: 'weighted-vote' }, verifier),
  'beam search that looks ahead': (session, verifier) =>
    beamSearch(session, { ...beamSettings, lookahead: 1 }, verifier),
  DVTS: (session, verifier) => beamSearch(session, { ...beamSettings, variant: 'dvts' }, verifier),
  'tree of thoughts, bfs': (session, verifier) => treeOfThoughts(session, thoughtSettings, verifier),
  'tree of thoughts, votes': (session, verifier) =>
    treeOfThoughts(session, { ...thoughtSettings, evaluate: 'vote', choose: 'weighted-vote' }, verifier),
  'tree of thoughts, dfs': (session, verifier) =>
    treeOfThoughts(session, { ...thoughtSettings, search: 'dfs' }, verifier),
  MCTS: (session, verifier) => mcts(session, puctSettings, verifier),
  'MCTS, mixed evaluation, weighted vote': (session, verifier) =>
    mcts(session, { ...puctSettings, evaluation: 'mix', readout: 'weighted-vote' }, verifier),
  'step verification': (session, verifier) => stepVerification(session, stepSettings, verifier),
};

/** Every way in which a strategy chooses by score. */
export const choosing: Readonly<Record<string, StartSearch>> = {
  ...searches,
  'best-of-N': (session, verifier) => bestOfN(session, bestSettings, verifier),
  'best-of-N, mean, weighted vote': (session, verifier) =>
    bestOfN(session, { ...bestSettings, aggregation: 'mean', choose: 'weighted-vote' }, verifier),
  'MCTS, rollouts': (session, verifier) =>
    mcts(session, { ...puctSettings, evaluation: 'rollout' }, verifier),
};
