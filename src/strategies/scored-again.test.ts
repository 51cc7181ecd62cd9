import { describe, expect, it } from 'vitest';
import { createVerifier } from '#verifiers/create-verifier.ts';
import { eventsOf } from '#verifiers/testing/harness.ts';
import { beamSearch } from './beam-search.ts';
import { mcts } from './mcts/mcts.ts';
import { nodeNames, search } from './testing/run-search.ts';
import { treeOfThoughts } from './tree-of-thoughts/tree-of-thoughts.ts';
import { beamSettings, puctSettings, type StartSearch, thoughtSettings } from './testing/starts.ts';

describe('a favourite answer that was overturned', () => {
  const rollouts = { kind: 'rollouts', rollouts: 2, estimate: 'soft' } as const;
  /** Two traces end with 1 at once; all that goes on ends with 2. */
  const tree = `
    root
      end 1
      so 1
      a;
        b;
          end 2`;

  it.each<readonly [string, StartSearch]>([
    ['beam search', (session, verifier) => beamSearch(session, { ...beamSettings, expansion: 3 }, verifier)],
    ['tree of thoughts', (session, verifier) => treeOfThoughts(session, thoughtSettings, verifier)],
    [
      'MCTS',
      (session, verifier) =>
        mcts(
          session,
          { ...puctSettings, expansion: 3, parallel: 3, exploration: 8, simulations: 20 },
          verifier,
        ),
    ],
  ])('%s scores its finished traces again before it chooses, drawing nothing', async (_, start) => {
    const { events, lines } = await search(tree, (session) =>
      start(session, createVerifier(rollouts, session)),
    );
    const names = nodeNames(events);
    const scored = eventsOf(events, 'node-scored').filter(({ node }) => names.get(node) === 'end 1');
    expect(scored.map(({ score }) => score)).toEqual([1, 0]);
    expect(scored.at(-1)?.why.kind).toBe('again');
    expect(lines.at(-1)).toBe('answer 2 by best-node at end 2');
    const again = events.findIndex((event) => event.type === 'node-scored' && event.why.kind === 'again');
    expect(events.slice(again).some(({ type }) => type === 'sequence-started' || type === 'token')).toBe(
      false,
    );
  });
});
