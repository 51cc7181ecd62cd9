import type { ModelAbilities } from '#experiment/abilities.ts';

/** What every WebLLM model can be asked: it reads words, and has no value head. */
export const gpuAbilities = {
  families: ['countdown', 'arithmetic', 'question', 'puzzle'],
  capabilities: { valueHead: false, fewShot: true, instructions: true },
} as const satisfies ModelAbilities;

/** One that only follows instructions does not mark its thinking. */
export const abilitiesByKind: Readonly<Record<'reasoning' | 'instruct', ModelAbilities>> = {
  reasoning: gpuAbilities,
  instruct: { ...gpuAbilities, thinks: false },
};
