import type { ModelAbilities } from '#experiment/abilities.ts';
import {
  type DiscriminatorMisfit,
  discriminatorUnavailable,
  type OtherFamily,
  problemUnavailable,
  unavailable,
  type VerifierMisfit,
  verifierUnavailable,
} from '#experiment/fit.ts';
import { hasReference, type Problem } from '#experiment/problem.ts';
import { secondModel } from '#experiment/second-model.ts';
import type { ModelNeed } from '#experiment/strategies/sheet.ts';
import { canonicalText, computationOf, type Settings } from '../same-computation.ts';
import { runsOf, shapeOf } from './cells.ts';
import { type Sweep, type SweepArm, sweepLimits } from './spec.ts';

/** Why an arm cannot answer the problems. */
export type ArmFault =
  | { readonly kind: 'unknown-model'; readonly model: string }
  /** It was trained to judge, and writes nothing. */
  | { readonly kind: 'only-judges'; readonly model: string }
  | ({ readonly kind: 'other-family' } & OtherFamily)
  | { readonly kind: 'strategy'; readonly lacks: ModelNeed }
  | { readonly kind: 'verifier'; readonly misfit: VerifierMisfit }
  | { readonly kind: 'discriminator'; readonly misfit: DiscriminatorMisfit };

/** Why a sweep cannot be run as it is. Arms are named by their places. */
export type SweepFault =
  | { readonly kind: 'no-problems' }
  | { readonly kind: 'too-many-runs'; readonly runs: number; readonly most: number }
  | { readonly kind: 'arm'; readonly arm: number; readonly fault: ArmFault }
  /** Two arms that come to the same computation: comparing them compares nothing. */
  | { readonly kind: 'same-arms'; readonly arm: number; readonly as: number };

/** What is known of a model by its id; null where there is none. */
export type FindModel = (id: string) => ModelAbilities | null;

/** Everything that keeps a sweep from being run; [] where nothing does. */
export function sweepFaults(
  sweep: Sweep,
  problems: readonly Problem[],
  find: FindModel,
): readonly SweepFault[] {
  const runs = runsOf(shapeOf(sweep, problems.length));
  const asked = kindsOf(problems);
  return [
    ...(problems.length === 0 ? [{ kind: 'no-problems' } as const] : []),
    ...(runs > sweepLimits.runs ? [{ kind: 'too-many-runs', runs, most: sweepLimits.runs } as const] : []),
    ...sweep.arms.flatMap((settings, arm): readonly SweepFault[] => {
      const fault = armFault(settings, asked, find);
      return fault ? [{ kind: 'arm', arm, fault }] : [];
    }),
    ...sameArms(sweep),
  ];
}

/** Why settings cannot answer the problems: the first reason that there is; null where they can. */
export function armFault(
  { model: id, strategy }: Settings,
  problems: readonly Problem[],
  find: FindModel,
): ArmFault | null {
  const model = find(id);
  if (!model) return { kind: 'unknown-model', model: id };
  if (model.verifier !== undefined) return { kind: 'only-judges', model: id };
  for (const { family } of problems) {
    const other = problemUnavailable(family, model);
    if (other) return { kind: 'other-family', ...other };
  }
  const lacks = unavailable(strategy, model);
  if (lacks) return { kind: 'strategy', lacks };
  const named = secondModel(strategy);
  const second = named === null ? null : find(named);
  const discriminator = discriminatorUnavailable(strategy, model, second);
  if (discriminator) return { kind: 'discriminator', misfit: discriminator };
  if (!('verifier' in strategy)) return null;
  for (const problem of problems) {
    const misfit = verifierUnavailable(strategy.verifier, strategy, model, problem, second);
    if (misfit) return { kind: 'verifier', misfit };
  }
  return null;
}

/** One problem of each kind that can make a difference to what fits: of each family, with and without a known answer. */
export function kindsOf(problems: readonly Problem[]): readonly Problem[] {
  const kinds = new Map<string, Problem>();
  for (const problem of problems) {
    const kind = `${problem.family} ${hasReference(problem)}`;
    if (!kinds.has(kind)) kinds.set(kind, problem);
  }
  return [...kinds.values()];
}

/** What an arm comes to, its budget included: arms with the same text have the same outcomes. */
export function armComputation(arm: SweepArm, tokens: number): string {
  return canonicalText([computationOf(arm), arm.tokens ?? tokens]);
}

function sameArms({ arms, tokens }: Sweep): readonly SweepFault[] {
  const first = new Map<string, number>();
  return arms.flatMap((settings, arm): readonly SweepFault[] => {
    const text = armComputation(settings, tokens);
    const as = first.get(text);
    if (as !== undefined) return [{ kind: 'same-arms', arm, as }];
    first.set(text, arm);
    return [];
  });
}
