import * as v from 'valibot';
import type { VerifierSpec } from '../verifier.ts';

/**
 * How scored traces become one answer: that of the best one, or the answer whose scores sum to the most (Li et al. 2022, arXiv
 * 2206.02336; after a search, Snell et al. 2024, arXiv 2408.03314, section 5.1, and Feng et al. 2023, arXiv 2309.17179).
 */
export const chooseSchema = v.picklist(['best', 'weighted-vote']);
export type Choose = v.InferOutput<typeof chooseSchema>;
/** Of a search: runs that were saved before there was a choice took the best. */
export const chooseAfterSearch = v.optional(chooseSchema, 'best');

/** Of the embedded models: their own value head is the cheapest judge they have, and judges every step. */
export const ownValueHead = { kind: 'process' } as const satisfies VerifierSpec;
/** Steps of a trace on the embedded models: a game of 24 takes three and the answer, a sum of products up to six; room for a detour. */
export const fewSteps = 8;

/** A model that follows instructions has no value head, and can be asked instead. */
export const asking = { kind: 'generative' } as const satisfies VerifierSpec;
/** It writes thoughts of a thousand tokens in many steps. */
export const manySteps = 24;
