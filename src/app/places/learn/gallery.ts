import { type Preset, type PresetId, presets } from '#experiment/presets.ts';
import { sources, type Source } from '#experiment/sources.ts';
import { strategySheet } from '#experiment/strategies.ts';
import { type Topic, topics } from '../topics.ts';

/** `bigger`: asks a model that does not come with the page. */
export type GalleryKind = Topic | 'bigger';

const galleryKindOf = {
  'game-of-24': 'one-chain',
  'game-of-24-direct': 'one-chain',
  'hard-game': 'one-chain',
  'knights-and-knaves': 'one-chain',
  'vote-of-8': 'voting',
  'vote-of-32': 'voting',
  'word-problem': 'voting',
  'best-of-16': 'judging',
  'vote-after-search': 'judging',
  'beam-search': 'searching',
  'diverse-search': 'searching',
  'tree-of-thoughts': 'searching',
  'tree-search': 'searching',
  'compute-optimal': 'searching',
  wait: 'thinking-longer',
  'four-waits': 'thinking-longer',
  'equation-chain': 'thinking-longer',
  'in-words': 'bigger',
  'larger-number': 'bigger',
  'broken-vase': 'bigger',
} as const satisfies Readonly<Record<PresetId, GalleryKind>>;

/** Where what a preset is about is another paper's than its strategy. */
const papers: { readonly [Id in PresetId]?: Source } = {
  'diverse-search': sources.beeching,
  'vote-after-search': sources.li,
  wait: sources.muennighoff,
};

/** Whom an experiment follows. */
export function sourceOf({ id, experiment }: Preset): Source {
  return papers[id] ?? strategySheet(experiment.strategy.kind).source;
}

export const galleryKinds: readonly GalleryKind[] = [...topics, 'bigger'];

/** The experiments of a kind, in the order of the presets. */
export function presetsOfKind(kind: GalleryKind): readonly Preset[] {
  return presets.filter(({ id }) => galleryKindOf[id] === kind);
}
