import { beamSearch } from '../beam-search.ts';
import { search, type SearchOptions } from './run-search.ts';

type Settings = Parameters<typeof beamSearch>[1];

const base: Settings = {
  kind: 'beam-search',
  variant: 'beam',
  width: 2,
  expansion: 2,
  lookahead: 0,
  maxSteps: 5,
  aggregation: 'last',
  choose: 'best',
  verifier: { kind: 'process' },
};

export function searchBeams(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(
    drawing,
    (session, verifier) => beamSearch(session, { ...base, ...params }, verifier),
    options,
  );
}

/** Four first steps; the best of them leads on to the worst. */
export const beamSteps = `
  root
    a; .9
      a1; .2
        end 1 .2
      a2; .3
        end 2 .3
    b; .5
      b1; .8
        end 3 .7
        end 4 .9
      b2; .1
    c; .7
      c1; .6
        end 5 .4
      end 6 .65
    d; .1`;
