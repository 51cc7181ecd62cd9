import type { Arm } from '#lab/effects/effect.ts';
import { type ArmKey, type EffectKey, effects, type KnownEffect } from '#lab/effects/effects.ts';
import { type MeasuredEffect, parseMeasured } from '#lab/effects/measured.ts';
import { type ClaimComparison, type ClaimVerdict, judgeClaim } from '#lab/effects/verdict.ts';
import { type Proportion, share } from '#lab/statistics.ts';
import type { Topic } from '../topics.ts';
import file from '../../../../docs/effects.json' with { type: 'json' };

/** One way to answer, and how it did. */
export interface ArmEvidence {
  readonly arm: Arm<ArmKey>;
  readonly solved: Proportion;
  /** Whether each problem was answered rightly, in the order of the held-out set. */
  readonly right: readonly boolean[];
  /** Drawn for a problem, on average. */
  readonly tokens: number;
  readonly parameters: number;
}

/** A claim of the literature with what was measured here. */
export interface TestedClaim {
  readonly claim: EffectKey;
  readonly topic: Topic;
  readonly effect: KnownEffect;
  readonly arms: readonly ArmEvidence[];
  readonly verdict: ClaimVerdict;
  readonly comparisons: readonly ClaimComparison[];
  readonly measured: Pick<MeasuredEffect, 'date' | 'commit'>;
  readonly problems: number;
  /** How far the last arm is above the first: a difference of shares. */
  readonly difference: number;
}

const topicOf = {
  'thinking-helps': 'one-chain',
  'thinking-when-weak': 'one-chain',
  'voting-helps': 'voting',
  'search-beats-chain': 'searching',
  'search-needs-verifier': 'judging',
  'vote-after-search': 'searching',
  'process-outcome-vote': 'judging',
  'weakest-step': 'judging',
  'rollout-verifier': 'judging',
  'waiting-after-journeys': 'thinking-longer',
  'waiting-after-shortcuts': 'thinking-longer',
  'voting-on-longer-sums': 'voting',
  'voting-on-larger-numbers': 'voting',
  'waiting-in-the-game': 'thinking-longer',
  'in-a-row': 'thinking-longer',
  'small-with-search': 'searching',
  'mcts-beats-beam': 'searching',
  'reward-alone': 'training',
  'self-evolution': 'training',
  'reward-lengthens': 'training',
  'reward-after-sft': 'training',
  distillation: 'training',
  detours: 'training',
  'thinking-on-puzzles': 'one-chain',
  'voting-on-longer-puzzles': 'voting',
  'generative-verifier': 'judging',
} as const satisfies Readonly<Record<EffectKey, Topic>>;

/** What was measured, as docs/effects.md has it: the same outcomes, intervals and verdicts. Claims that were not measured are left out. */
function testedClaims(measured: readonly MeasuredEffect[]): readonly TestedClaim[] {
  const judged = judgeClaim(effects, new Map(measured.map(({ claim, arms }) => [claim, arms])));
  return effects.flatMap((effect) => {
    const one = measured.find(({ claim }) => claim === effect.claim);
    const verdict = judged.get(effect.claim);
    if (!one || !verdict) return [];
    const arms = effect.arms.flatMap((arm, place): readonly ArmEvidence[] => {
      const result = one.arms[place];
      if (!result) return [];
      const { right, tokens, parameters } = result;
      return [{ arm, right, tokens, parameters, solved: share(right.filter(Boolean).length, right.length) }];
    });
    const [first] = arms;
    const last = arms.at(-1);
    if (!first || !last) return [];
    return [
      {
        claim: effect.claim,
        topic: topicOf[effect.claim],
        effect,
        arms,
        ...verdict,
        measured: one,
        problems: first.right.length,
        difference: last.solved.share - first.solved.share,
      },
    ];
  });
}

/** The claims as they were measured for this page, in the order of the table. */
export const allTested: readonly TestedClaim[] = testedClaims(parseMeasured(file));

/** Problems, by their place in the set, that tell the first arm from the last: those that only the last gets right come first. */
export function partingProblems({ arms }: Pick<TestedClaim, 'arms'>): readonly number[] {
  const [first] = arms;
  const last = arms.at(-1);
  if (!first || !last) return [];
  const places = [...first.right.keys()].filter((place) => first.right[place] !== last.right[place]);
  return [...places.filter((place) => last.right[place]), ...places.filter((place) => first.right[place])];
}
