import type { InferOutput } from 'valibot';
import type { treeOfThoughts } from '#experiment/search-strategies.ts';

export type Parameters = InferOutput<typeof treeOfThoughts>;
