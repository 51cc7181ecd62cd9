import * as v from 'valibot';
import { integerIn, realIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { verifierSchema } from '../verifier.ts';
import { asking, chooseAfterSearch, fewSteps, manySteps, ownValueHead } from './fields.ts';
import { factSheet } from './sheet.ts';

/** Tree of thoughts (Yao et al. 2023, arXiv 2305.10601, section 3 and algorithms 1 and 2). */
export const treeOfThoughtsSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('tree-of-thoughts'),
    search: v.picklist(['bfs', 'dfs']),
    /** `sample`: k independent draws. `propose`: k distinct thoughts, drawn until they differ (bounded). */
    generate: v.picklist(['sample', 'propose']),
    /** k: thoughts from each state. */
    thoughts: integerIn(1, 32),
    /** b: states kept after each level (BFS). */
    breadth: integerIn(1, 16),
    /** States valued below it are not followed (DFS). */
    threshold: realIn(0, 1),
    /** States visited at most (DFS). */
    maxVisits: integerIn(1, 200),
    evaluate: v.picklist(['value', 'vote']),
    maxSteps: integerIn(1, 40),
    verifier: verifierSchema,
    choose: chooseAfterSearch,
  }),
  source: sources.yao,
  group: 'search',
  picture: 'tree',
  steps: ['expand', 'score', 'keep', 'backtrack', 'choose'],
  main: ['search', 'thoughts', 'breadth', 'verifier'],
  amounts: ['thoughts', 'breadth', 'maxVisits'],
  needs: ['going-on'],
  // The paper (arXiv 2305.10601): b = 5 for the Game of 24 (section 4.1), DFS within 100 steps (section 4.3). Its proposals
  // come as many as the model writes, 8 or so.
  defaults: {
    search: 'bfs',
    generate: 'propose',
    thoughts: 8,
    breadth: 5,
    threshold: 0.1,
    maxVisits: 100,
    evaluate: 'value',
    maxSteps: fewSteps,
    verifier: ownValueHead,
    choose: 'best',
  },
  // As in the paper (arXiv 2305.10601, section 4).
  temperature: 0.7,
  inWords: { verifier: asking, maxSteps: manySteps, thoughts: 4, breadth: 3 },
  verifies: () => 'steps',
  papers: {
    search: sources.yao,
    generate: sources.yao,
    breadth: sources.yao,
    maxVisits: sources.yao,
    evaluate: sources.yao,
  },
  matters: {
    breadth: ({ search }) => search === 'bfs',
    threshold: ({ search }) => search === 'dfs',
    maxVisits: ({ search }) => search === 'dfs',
  },
  link: {
    since: 1,
    standard: {
      search: 'bfs',
      generate: 'propose',
      thoughts: 8,
      breadth: 5,
      threshold: 0.1,
      maxVisits: 100,
      evaluate: 'value',
      maxSteps: 8,
      verifier: { kind: 'process' },
      choose: 'best',
    },
    temperature: 0.7,
    later: { choose: 3 },
  },
});
