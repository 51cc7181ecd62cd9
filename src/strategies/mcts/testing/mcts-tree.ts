import { search, type SearchOptions } from '#strategies/testing/run-search.ts';
import { mcts } from '../mcts.ts';

type Settings = Parameters<typeof mcts>[1];

const base: Settings = {
  kind: 'mcts',
  simulations: 4,
  exploration: 1,
  prior: 'sum',
  expansion: 2,
  evaluation: 'value',
  parallel: 1,
  widening: 0,
  readout: 'best-terminal',
  maxSteps: 8,
  verifier: { kind: 'process' },
};

export function searchMcts(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(drawing, (session, verifier) => mcts(session, { ...base, ...params }, verifier), options);
}

/** What is selected, backed up and decided. */
export const decisionLines = (lines: readonly string[]) =>
  lines.filter((line) => /^(select|back|answer|decided)/.test(line));

/** Two first steps: the likelier one leads to less. */
export const twoSubtrees = `
  root
    a; .8 p.6
      a1; .1 p.5
        end 1 .1
      a2; .3 p.5
        end 2 .3
    b; .9 p.4
      b1; .7 p.5
        end 3 .7
      end 4 .95 p.5`;
