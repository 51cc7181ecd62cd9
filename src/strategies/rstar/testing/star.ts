import { search, type SearchOptions } from '#strategies/testing/run-search.ts';
import { rStar } from '../rstar.ts';

type Settings = Parameters<typeof rStar>[1];

const base: Settings = {
  kind: 'rstar',
  rollouts: 4,
  exploration: 2,
  steps: 2,
  lastVotes: 10,
  maskFrom: 0.2,
  maskTo: 0.8,
  checks: 2,
  confirm: 'half',
  maxSteps: 5,
};

export function star(drawing: string, params: Partial<Settings> = {}, options: SearchOptions = {}) {
  return search(drawing, (session) => rStar(session, { ...base, ...params }), options);
}

/** Three traces; two come to 1. */
export const tree = `
  root
    a; p.5
      a1; p.5
        end 1
      a2; p.5
        end 2
    b; p.5
      b1;
        end 1`;

/** Of a model that follows instructions: every action is drawn somewhere. */
export const askedDrawing = `
  root
    a; p1.0
      end 1
    Sub-question 1: p.0
      how many?;
        Answer 1: p.0
          four;
            end 4
            Sub-question 2: p.0
              and then?;
                Answer 2: p.0
                  end 4
        Answer 1: p.0
    In other words, the question is: p.0
      what is it?;
        r;
          end 5
        Sub-question 1: p.0
          why?;
            Answer 1: p.0
              so;
                end 5`;
