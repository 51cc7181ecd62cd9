import { describe, expect, it } from 'vitest';
import { defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Strategy } from '#experiment/experiment.ts';
import type { VerifierSpec } from '#experiment/verifier.ts';
import { embeddedModels } from '#policy/models.ts';
import { effects } from './effects/effects.ts';
import { computationOf, type Settings } from './same-computation.ts';
import { settingsOf, tableEntries } from './strategy-table.ts';

const warm = defaultSampling('best-of-n');
const of = (strategy: Strategy, changes: Partial<Settings> = {}) =>
  computationOf({ model: 'countdown', strategy, sampling: warm, ...changes });
const best = (
  verifier: VerifierSpec,
  changes: Partial<Extract<Strategy, { kind: 'best-of-n' }>> = {},
): Strategy => ({ ...defaultStrategy('best-of-n'), verifier, ...changes });

/** Names of the first two that come to the same; null where all differ. */
function twins(
  compared: readonly (Settings & { readonly name: string })[],
): readonly [string, string] | null {
  const seen = new Map<string, string>();
  for (const settings of compared) {
    const text = computationOf(settings);
    const earlier = seen.get(text);
    if (earlier !== undefined) return [earlier, settings.name];
    seen.set(text, settings.name);
  }
  return null;
}

describe('computations', () => {
  it('are the same where a process verifier is read at the end of the trace only', () => {
    expect(of(best({ kind: 'process' }, { aggregation: 'last' }))).toBe(
      of(best({ kind: 'outcome' }, { aggregation: 'min' })),
    );
    expect(of(best({ kind: 'process' }, { aggregation: 'min' }))).not.toBe(of(best({ kind: 'outcome' })));
    expect(of(best({ kind: 'process', model: 'countdown-prm' }, { aggregation: 'last' }))).not.toBe(
      of(best({ kind: 'outcome' })),
    );
    expect(of(best({ kind: 'process', model: 'countdown' }, { aggregation: 'min' }))).toBe(
      of(best({ kind: 'process' }, { aggregation: 'min' })),
    );
  });

  it('are the same where the traces can be but one', () => {
    const chain: Strategy = { kind: 'chain-of-thought', effort: 'low' };
    const greedy = { sampling: { ...warm, temperature: 0 } };
    expect(of({ kind: 'self-consistency', samples: 8, effort: 'low' }, greedy)).toBe(of(chain, greedy));
    expect(of(best({ kind: 'rule' }, { samples: 1 }))).toBe(of(chain));
    expect(of({ kind: 'self-consistency', samples: 8, effort: 'low' })).not.toBe(of(chain));
  });

  it('are the same where a setting has no say', () => {
    const tree = defaultStrategy('tree-of-thoughts');
    expect(of({ ...tree, threshold: 0.9 })).toBe(of(tree));
    expect(of({ ...tree, breadth: 2 })).not.toBe(of(tree));
    expect(of({ ...tree, search: 'dfs', breadth: 2 })).toBe(of({ ...tree, search: 'dfs' }));
    expect(of({ kind: 'direct' }, { sampling: { ...warm, temperature: 0, topK: 4 } })).toBe(
      of({ kind: 'direct' }, { sampling: { ...warm, temperature: 0 } }),
    );
    expect(of({ kind: 'direct' }, { sampling: { ...warm, topK: 4 } })).not.toBe(of({ kind: 'direct' }));
  });

  it('do not depend on the order in which settings are written', () => {
    const { kind, ...rest } = defaultStrategy('mcts');
    expect(of({ ...rest, kind })).toBe(of({ kind, ...rest }));
  });
});

describe('what is compared', () => {
  it.each(embeddedModels)('in the strategies table differs from line to line on $id', (model) => {
    expect(
      twins(tableEntries.map((entry) => ({ name: entry.name, ...settingsOf(entry, model) }))),
    ).toBeNull();
  });

  it.each(effects)('differs from arm to arm: $claim', ({ arms }) => expect(twins(arms)).toBeNull());
});
