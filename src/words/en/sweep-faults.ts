import type { DiscriminatorMisfit, OtherFamily, VerifierMisfit } from '#experiment/fit.ts';
import type { ModelNeed } from '#experiment/strategies/sheet.ts';
import { room } from '../language.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import { problems } from './problems.ts';

/** Why a sweep, an arm of it or a file of its results cannot be had. */
export const sweepFaults = room('sweepFaults', {
  arm: {
    'unknown-model': ({ model }: { readonly model: string }) => `There is no model "${model}" here.`,
    'only-judges': ({ model }: { readonly model: string }) =>
      `The model ${model} was trained to judge and writes nothing itself.`,
    'other-family': (family: OtherFamily) => problems.onlyKnows(family),
    strategy: ({ lacks }: { readonly lacks: ModelNeed }) => fit.strategy[lacks],
    verifier: ({ misfit }: { readonly misfit: VerifierMisfit }) => fit.verifier[misfit],
    discriminator: ({ misfit }: { readonly misfit: DiscriminatorMisfit }) => fit.discriminator[misfit],
  },
  ofArm: ({ arm, why }: { readonly arm: string; readonly why: string }) => `${arm}: ${why}`,
  sameArms: ({ arm, as }: { readonly arm: string; readonly as: string }) =>
    `${arm} comes to the same computation as ${as}: comparing them would compare nothing.`,
  noProblems: 'There are no problems in this set.',
  tooManyRuns: ({ runs, most }: { readonly runs: number; readonly most: number }) =>
    `These are ${number(runs)} runs, and a sweep has at most ${number(most)}: take fewer problems, arms or repeats.`,
  invalid: ({ setting, value }: { readonly setting: string; readonly value: string }) =>
    `The setting ${setting} cannot be ${value}.`,
  noSetting: (setting: string) => `No strategy here has the setting ${setting}.`,
  tooManyArms: (most: number) => `These are more arms than the ${number(most)} that a sweep may have.`,

  file: {
    'no-results-file': 'This is no file of a sweep’s results.',
    'results-too-big': 'This file is too large to be read.',
    'results-unreadable': 'This file cannot be read as text.',
    'results-newer': 'This file was written by a newer version. Update, then open it again.',
  },
  line: ({ line, why }: { readonly line: number; readonly why: string }) => `Line ${number(line)}: ${why}`,
  lines: {
    'no-json': 'this is no JSON.',
    'not-as-written': 'this is not what stands in such a file.',
    'no-such-run': 'the sweep of this file has no such run.',
  },
});
