import type { Sampling, Strategy, StrategyKind } from './experiment.ts';
import type { Family } from './problem.ts';

/** A paper, by authors and arXiv number. */
export interface Source {
  readonly authors: string;
  readonly arXiv: string;
}

export interface StrategyDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  readonly source: Source;
}

/** What a paper sets a knob to. */
export interface PaperDefault {
  readonly value: string;
  readonly source: Source;
}

export interface KnobDescription {
  readonly name: string;
  /** One line. */
  readonly does: string;
  /** Null where no paper sets it: the knob is this page's own. */
  readonly paper: PaperDefault | null;
}

/** Everything a person can set besides problem, model and strategy kind. */
export type Knob = 'effort' | 'shots' | 'samples' | keyof Sampling | 'seed';

const kojima: Source = { authors: 'Kojima et al. 2022', arXiv: '2205.11916' };
const wei: Source = { authors: 'Wei et al. 2022', arXiv: '2201.11903' };
const wang: Source = { authors: 'Wang et al. 2022', arXiv: '2203.11171' };
const fan: Source = { authors: 'Fan et al. 2018', arXiv: '1805.04833' };
const holtzman: Source = { authors: 'Holtzman et al. 2019', arXiv: '1904.09751' };
const nguyen: Source = { authors: 'Nguyen et al. 2024', arXiv: '2407.01082' };

export const strategyDescriptions: Readonly<Record<StrategyKind, StrategyDescription>> = {
  direct: { name: 'Direct answer', does: 'The model answers at once, without thinking.', source: wei },
  'chain-of-thought': { name: 'Chain of thought', does: 'The model writes its steps down, then answers.', source: kojima },
  'few-shot': { name: 'Few-shot chain of thought', does: 'The model sees worked examples before the problem.', source: wei },
  'self-consistency': { name: 'Self-consistency', does: 'Many chains of thought; the answer most of them reach wins.', source: wang },
};

export const knobDescriptions: Readonly<Record<Knob, KnobDescription>> = {
  effort: { name: 'Effort', does: 'Low: one attempt. High: several attempts, with “Wait” between them.', paper: null },
  shots: { name: 'Examples', does: 'How many worked examples stand before the problem.', paper: { value: '8', source: wei } },
  samples: { name: 'Samples', does: 'How many traces are drawn and vote.', paper: { value: '40', source: wang } },
  temperature: {
    name: 'Temperature', does: '0 always takes the likeliest token; higher takes more chances.',
    paper: { value: '0.5 to 0.7 for votes', source: wang },
  },
  topK: { name: 'Top-k', does: 'Only the k likeliest tokens may be drawn; 0 lets all.', paper: { value: '10', source: fan } },
  topP: { name: 'Top-p', does: 'Only the likeliest tokens that together reach probability p may be drawn; 1 lets all.', paper: { value: '0.95', source: holtzman } },
  minP: { name: 'Min-p', does: 'Tokens less likely than this share of the likeliest one are never drawn; 0 lets all.', paper: { value: '0.05 to 0.1', source: nguyen } },
  maxTokens: { name: 'Token limit', does: 'A trace that has written this many tokens is cut off.', paper: null },
  seed: { name: 'Seed', does: 'The start of all chance: the same seed gives the same run.', paper: null },
};

/** The knobs a strategy has of its own, besides sampling and seed. */
export function knobsOf(kind: StrategyKind): readonly Knob[] {
  switch (kind) {
    case 'direct':
      return [];
    case 'chain-of-thought':
      return ['effort'];
    case 'few-shot':
      return ['shots'];
    case 'self-consistency':
      return ['samples', 'effort'];
  }
}

/** What this module needs to know of a model; every ModelInfo is one. */
export interface ModelAbilities {
  readonly families: readonly Family[];
  readonly capabilities: { readonly valueHead: boolean; readonly fewShot: boolean; readonly instructions: boolean };
}
export type Capability = keyof ModelAbilities['capabilities'];

export interface Requirements {
  readonly capabilities: readonly Capability[];
  /** The problems it works on; null for all. */
  readonly families: readonly Family[] | null;
}

/** What a strategy needs of the model. */
export function requirements(strategy: Strategy): Requirements {
  switch (strategy.kind) {
    case 'direct':
    case 'chain-of-thought':
    case 'self-consistency':
      return { capabilities: [], families: null };
    case 'few-shot':
      return { capabilities: ['fewShot'], families: null };
  }
}

const lacking: Readonly<Record<Capability, string>> = {
  fewShot: 'This model was trained on one problem at a time, so examples would not help it.',
  valueHead: 'This model cannot say how promising an unfinished thought is.',
  instructions: 'This model does not follow instructions given in words.',
};

/** Why the model cannot serve the strategy, in plain words; null where it can. */
export function unavailable(strategy: Strategy, { families, capabilities }: ModelAbilities): string | null {
  const needs = requirements(strategy);
  const missing = needs.capabilities.find((capability) => !capabilities[capability]);
  if (missing) return lacking[missing];
  const served = needs.families === null || needs.families.some((family) => families.includes(family));
  return served ? null : 'This model was not trained on the problems this strategy is for.';
}

const familyNames = { countdown: 'countdown games', arithmetic: 'arithmetic' } as const satisfies Record<Family, string>;

/** Why the model cannot be asked problems of the family, in plain words; null where it can. */
export function problemUnavailable(family: Family, { families }: ModelAbilities): string | null {
  if (families.includes(family)) return null;
  return `This model only knows ${families.map((known) => familyNames[known]).join(' and ')}, not ${familyNames[family]}.`;
}

/** The address of a source's page. */
export function sourceUrl({ arXiv }: Source): string {
  return `https://arxiv.org/abs/${arXiv}`;
}
