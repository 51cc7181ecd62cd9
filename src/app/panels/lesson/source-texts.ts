/** The strategies as they stand in the project, as text: what ran can be read, without a network too. */
export const sourceTexts = import.meta.glob<string>(
  [
    '../../../strategies/*.ts',
    '../../../strategies/{mcts,rstar,tree-of-thoughts}/*.ts',
    '!**/*.test.ts',
    '!**/{at-hand,searches,run-experiment,strategy}.ts',
  ],
  { eager: true, import: 'default', query: '?raw' },
);

/** A file below `src/strategies/`. */
export const sourceText = (file: string): string | null => sourceTexts[`../../../strategies/${file}`] ?? null;
