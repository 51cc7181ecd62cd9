import type { InferOutput } from 'valibot';
import type { rStar } from '#experiment/search-strategies.ts';

export type Parameters = InferOutput<typeof rStar>;
