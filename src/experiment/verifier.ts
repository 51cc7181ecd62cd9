import * as v from 'valibot';
import { modelIdSchema } from './model-id.ts';
import { integer } from './ranges.ts';

/** The model whose value head is read, where it is not the policy's own: one that was trained to judge and does nothing else. */
const model = v.exactOptional(modelIdSchema);

/** Who scores traces and steps. None sees the reference answer but `oracle`, which is there to show the ceiling. */
export const verifierSchema = v.variant('kind', [
  /** Checks every step by rule, like a proof checker: 1 where all are right so far, else 0. */
  v.strictObject({ kind: v.literal('rule') }),
  /** The value head at the end of a finished trace (ORM; Cobbe et al. 2021, arXiv 2110.14168). */
  v.strictObject({ kind: v.literal('outcome'), model }),
  /** The value head after every step (PRM; Lightman et al. 2023, arXiv 2305.20050). */
  v.strictObject({ kind: v.literal('process'), model }),
  /** Completes each step K times; the share that ends well (soft) or whether any does (hard) (Math-Shepherd, Wang et al. 2023, arXiv 2312.08935, section 3.3). */
  v.strictObject({
    kind: v.literal('rollouts'),
    rollouts: integer(1, 16),
    estimate: v.picklist(['soft', 'hard']),
  }),
  /** The share of the sampled traces that agree on the answer (Wang et al. 2022, arXiv 2203.11171). */
  v.strictObject({ kind: v.literal('majority') }),
  /** Asks the model "is this right?" and reads the probability of yes (Zhang et al. 2024, arXiv 2408.15240). */
  v.strictObject({ kind: v.literal('generative') }),
  /** Asks the model for sure, likely or impossible (Yao et al. 2023, arXiv 2305.10601). */
  v.strictObject({ kind: v.literal('self-evaluation'), evaluations: integer(1, 8) }),
  /** Knows the reference answer. Not a verifier: the ceiling that a perfect one would reach. */
  v.strictObject({ kind: v.literal('oracle') }),
]);
export type VerifierSpec = v.InferOutput<typeof verifierSchema>;
export type VerifierKind = VerifierSpec['kind'];

/** Verifiers that read a value head: the policy's own, or that of a model named for it. */
export type ValueHeadSpec = Extract<VerifierSpec, { kind: 'outcome' | 'process' }>;

export function readsValueHead(spec: VerifierSpec): spec is ValueHeadSpec {
  return spec.kind === 'outcome' || spec.kind === 'process';
}

/** The id of the model that is to be read instead of the policy; null where none is named. */
export function verifierModel(spec: VerifierSpec): string | null {
  return (readsValueHead(spec) ? spec.model : undefined) ?? null;
}

/** One number from a trace's step scores (Lightman et al. 2023, arXiv 2305.20050, appendix F). */
export const aggregationSchema = v.picklist(['min', 'prod', 'mean', 'last']);
export type Aggregation = v.InferOutput<typeof aggregationSchema>;
