import type { InferOutput } from 'valibot';
import type { mcts } from '#experiment/search-strategies.ts';

export type Parameters = InferOutput<typeof mcts>;
