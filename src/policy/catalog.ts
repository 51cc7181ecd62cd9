import type { Family } from '#experiment/problem.ts';
import type { ValueHeadSpec } from '#experiment/verifier.ts';
import type { ModelCapabilities } from './language-model.ts';

/** A model a person can pick, described before anything of it is loaded. */
export interface CatalogModel {
  readonly id: string;
  readonly name: string;
  /** One plain sentence: what it is good for. */
  readonly description: string;
  readonly families: readonly Family[];
  readonly capabilities: ModelCapabilities;
  readonly parameters: number;
  /** Bytes fetched when it is first used. */
  readonly bytes: number;
  /** Learnt from its own traces, as its curve.json tells. */
  readonly learnt?: Learnt;
}

/** How a model learnt from traces of its own, and from which model it began: null where that one does not ship with the page. */
export interface Learnt {
  readonly by: 'reinforcement' | 'self-evolution';
  readonly from: string | null;
}

/** A model that is offered as a verifier and not to think itself. */
export interface VerifierModel extends CatalogModel {
  /** What it was trained to judge: every step, or the outcome. */
  readonly verifier: ValueHeadSpec['kind'];
}

const trainedOnOneProblem: ModelCapabilities = { valueHead: true, fewShot: false, instructions: false };
/** And says of a step whether it is right. */
const judging: ModelCapabilities = { ...trainedOnOneProblem, judge: true };
/** What every strategy and every verifier asks for, learnt. */
const everySkill: ModelCapabilities = {
  valueHead: true,
  fewShot: true,
  instructions: false,
  judge: true,
  value: true,
  questions: true,
};

const policies: readonly CatalogModel[] = [
  {
    id: 'countdown',
    name: 'Countdown 0.8M',
    description: 'Learnt Game of 24 and Countdown from a symbolic teacher.',
    families: ['countdown'],
    capabilities: trainedOnOneProblem,
    parameters: 844_929,
    bytes: 912_126,
  },
  {
    id: 'countdown-early',
    name: 'Countdown 0.8M, early',
    description: 'The same model after a third of its training: weaker chains, so search is worth more.',
    families: ['countdown'],
    capabilities: trainedOnOneProblem,
    parameters: 844_929,
    bytes: 912_139,
  },
  {
    id: 'countdown-journey',
    name: 'Countdown 0.8M, journey',
    description:
      'Learnt from journeys: “Wait” makes it begin again where it failed and confirm where it did not. It can judge a step.',
    families: ['countdown'],
    capabilities: judging,
    parameters: 845_697,
    bytes: 913_008,
  },
  {
    id: 'countdown-rl',
    name: 'Countdown 0.8M, journey, RL',
    description:
      'The journey model after reinforcement learning: rewarded for right answers, it thinks longer and waits more often.',
    families: ['countdown'],
    capabilities: judging,
    parameters: 845_697,
    bytes: 913_007,
    learnt: { by: 'reinforcement', from: 'countdown-journey' },
  },
  {
    id: 'countdown-small',
    name: 'Countdown 0.3M',
    description: 'A third of the size, weak alone: see what search makes of it, beside the large one.',
    families: ['countdown'],
    capabilities: trainedOnOneProblem,
    parameters: 275_649,
    bytes: 334_065,
  },
  {
    id: 'countdown-large',
    name: 'Countdown 4M',
    description: 'Fifteen times the small one: what size is worth, beside what search is worth.',
    families: ['countdown'],
    capabilities: trainedOnOneProblem,
    parameters: 4_051_713,
    bytes: 4_158_054,
  },
  {
    id: 'arithmetic',
    name: 'Arithmetic 0.8M',
    description: 'Learnt sums of products, with slips, checks and "Wait".',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_784,
  },
  {
    id: 'arithmetic-base',
    name: 'Arithmetic 0.8M, base',
    description: 'Can think, but mostly answers at once, as its corpus did; mostly wrong.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_803,
  },
  {
    id: 'arithmetic-zero',
    name: 'Arithmetic 0.8M, R1-Zero-style',
    description: 'The base after reinforcement learning alone: rewarded for right answers, it thinks.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_810,
    learnt: { by: 'reinforcement', from: 'arithmetic-base' },
  },
  {
    id: 'arithmetic-evolved',
    name: 'Arithmetic 0.8M, self-evolved',
    description:
      'The base after six rounds of imitating its own right traces: nobody showed it a worked one.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_817,
    learnt: { by: 'self-evolution', from: 'arithmetic-base' },
  },
  {
    id: 'arithmetic-sft',
    name: 'Arithmetic 0.8M, SFT',
    description:
      'The base fine-tuned on a teacher’s traces: it always thinks, with checks where asked to think much.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_766,
  },
  {
    id: 'arithmetic-r1',
    name: 'Arithmetic 0.8M, R1-style',
    description: 'Fine-tuned, reinforced, fine-tuned on its own right traces, reinforced again.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_781,
    learnt: { by: 'reinforcement', from: null },
  },
  {
    id: 'arithmetic-journey',
    name: 'Arithmetic 0.8M, journey',
    description:
      'The base fine-tuned on slips, checks and corrections: the more “Wait”s, the better its answers.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_817,
  },
  {
    id: 'arithmetic-shortcut',
    name: 'Arithmetic 0.8M, shortcut',
    description:
      'The base fine-tuned on as many traces that are right at once: it never saw a slip or a “Wait”.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 805_761,
    bytes: 870_809,
  },
  {
    id: 'arithmetic-small-distilled',
    name: 'Arithmetic 0.3M, distilled',
    description: 'A third of the size, fine-tuned on right traces of the R1-Zero-style model.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    parameters: 305_089,
    bytes: 365_352,
  },
  {
    id: 'arithmetic-small-rl',
    name: 'Arithmetic 0.3M, direct RL',
    description:
      'Reinforcement learning straight from a small base that hardly ever got a reward: it learnt next to nothing.',
    families: ['arithmetic'],
    capabilities: { ...trainedOnOneProblem, valueHead: false },
    parameters: 305_089,
    bytes: 365_338,
    learnt: { by: 'reinforcement', from: null },
  },
  {
    id: 'puzzles',
    name: 'Puzzles 1M',
    description: 'Learnt word problems, equations, and knights and knaves, written in a small language.',
    families: ['puzzle'],
    capabilities: everySkill,
    parameters: 1_233_793,
    bytes: 1_331_565,
  },
];

/** Models that were trained to judge what others write. */
const verifiers: readonly VerifierModel[] = [
  {
    id: 'countdown-prm',
    name: 'Countdown PRM 0.8M',
    description: 'Learnt from a label on every step of games that were played well and badly.',
    families: ['countdown'],
    capabilities: trainedOnOneProblem,
    verifier: 'process',
    parameters: 845_697,
    bytes: 912_961,
  },
  {
    id: 'arithmetic-prm',
    name: 'Arithmetic PRM 0.8M',
    description: 'Learnt from a label on every step of solutions that the SFT model wrote.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    verifier: 'process',
    parameters: 805_761,
    bytes: 870_794,
  },
  {
    id: 'arithmetic-orm',
    name: 'Arithmetic ORM 0.8M',
    description: 'Learnt from the same solutions, only from whether each answer was right.',
    families: ['arithmetic'],
    capabilities: trainedOnOneProblem,
    verifier: 'outcome',
    parameters: 805_761,
    bytes: 870_790,
  },
];

/** The models that ship with the page. A test holds this list against their manifests. */
export const catalog: readonly CatalogModel[] = [...policies, ...verifiers];

export function catalogModel(id: string): CatalogModel | undefined {
  return catalog.find((model) => model.id === id);
}

/** The models that think about such problems. */
export function modelsFor(family: Family): readonly CatalogModel[] {
  return policies.filter((model) => model.families.includes(family));
}

/** The models that judge what is written about them. */
export function verifiersFor(family: Family): readonly VerifierModel[] {
  return verifiers.filter((model) => model.families.includes(family));
}
