import type { Budget, Experiment, Sampling, Strategy, StrategyKind, StrategyOf } from './experiment.ts';
import type { ModelAbilities } from './abilities.ts';
import { type Family, type Problem, familySheet } from './families.ts';
import type { TrainedForm } from './families/sheet.ts';
import type { VerifierSpec } from './verifier.ts';

/** The model that ships with the project for each family; for problems in words the smallest of WebLLM's that reasons. */
export function defaultModel(family: Family): string {
  return familySheet(family).model;
}

export function defaultProblem(family: Family): Problem {
  return familySheet(family).usual;
}

export function defaultStrategy<Kind extends StrategyKind>(kind: Kind): StrategyOf<Kind>;
export function defaultStrategy(kind: StrategyKind): Strategy {
  switch (kind) {
    case 'direct':
      return { kind };
    case 'chain-of-thought':
      return { kind, effort: 'low' };
    case 'few-shot':
      // Wei et al. (arXiv 2201.11903) used eight worked examples for arithmetic.
      return { kind, shots: 8 };
    case 'self-consistency':
      // The paper (Wang et al., arXiv 2203.11171) draws 40; 8 already show the vote, and 40 are a drag of the slider away.
      return { kind, samples: 8, effort: 'low' };
    case 'adaptive-consistency':
      // Aggarwal et al. (arXiv 2305.11860) allow 40 and stop at 0.95, looking after every sample; 4 share a batch here.
      return { kind, samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 };
    case 'best-of-n':
      return { kind, samples: 8, effort: 'low', verifier, aggregation: 'last', choose: 'best' };
    case 'beam-search':
      // Beeching et al. 2024 keep a quarter of the draws, whatever their number, and aggregate by the last step's score.
      return {
        kind,
        variant: 'beam',
        width: 4,
        expansion: 4,
        lookahead: 0,
        maxSteps,
        verifier,
        aggregation: 'last',
        choose: 'best',
      };
    case 'tree-of-thoughts':
      // Yao et al. (arXiv 2305.10601): b = 5 for the Game of 24 (section 4.1), DFS within 100 steps (section 4.3). Its
      // proposals come as many as the model writes, 8 or so.
      return {
        kind,
        search: 'bfs',
        generate: 'propose',
        thoughts: 8,
        breadth: 5,
        threshold: 0.1,
        maxVisits: 100,
        evaluate: 'value',
        maxSteps,
        verifier,
        choose: 'best',
      };
    case 'mcts':
      // 30 simulations are enough for most games of 24 and slow enough to follow; c is near AlphaZero's 1.25. The steps of
      // the models that ship are of one form, so that the probability of the whole step is a fair prior.
      return {
        kind,
        simulations: 30,
        exploration: 1.5,
        prior: 'sum',
        expansion: 8,
        evaluation: 'value',
        parallel: 4,
        widening: 1,
        readout: 'best-terminal',
        maxSteps,
        verifier,
      };
    case 'rstar':
      // Qi et al. (arXiv 2408.06195, section 4.1) do 32 rollouts, with masks of 20 to 80 % of a trace; their code (do_generate.py,
      // do_discriminate.py) lets 32 draws vote on a rest, cuts each trace at 4 places and keeps it where half agree.
      return {
        kind,
        rollouts: 16,
        exploration: 2,
        steps: 4,
        lastVotes: 32,
        maskFrom: 0.2,
        maskTo: 0.8,
        checks: 4,
        confirm: 'half',
        maxSteps,
      };
    case 'budget-forcing':
      // High effort, because a model that never saw a "Wait" does not know what to do after one. 160 tokens of thought
      // leave room for problem and answer in the embedded model's 256.
      return { kind, effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 };
    case 'revision':
      return { kind, parallel: 4, rounds: 3, verifier, aggregation: 'last' };
    case 'step-verification':
      return { kind, threshold: 0.5, retries: 16, maxSteps, verifier };
    case 'compute-optimal':
      return { kind, probe: 4, tokens: 2000, verifier };
  }
}

/** The embedded models' own value head is the cheapest judge they have, and judges every step. */
const verifier: VerifierSpec = { kind: 'process' };
/** A game of 24 takes three steps and the answer, a sum of products up to six: room for a detour. */
const maxSteps = 8;

/** One greedy trace where there is one; chance where traces or steps must differ. */
export function defaultSampling(kind: StrategyKind): Sampling {
  return { temperature: defaultTemperature(kind), topK: 0, topP: 1, minP: 0, maxTokens: 200 };
}

function defaultTemperature(kind: StrategyKind): number {
  switch (kind) {
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
      return 0;
    case 'budget-forcing':
      // Greedy as in s1 (arXiv 2501.19393, section 4.1), so that "Wait" alone makes the difference.
      return 0;
    case 'self-consistency':
      // Votes need traces that differ (arXiv 2203.11171, section 3.1).
      return 0.7;
    case 'adaptive-consistency':
    case 'best-of-n':
      // As self-consistency, so that only the choosing differs. Cobbe et al. (arXiv 2110.14168) sample at 0.7 too.
      return 0.7;
    case 'tree-of-thoughts':
      // As in the paper (arXiv 2305.10601, section 4).
      return 0.7;
    case 'revision':
    case 'compute-optimal':
    case 'step-verification':
      // No paper's number: attempts, probes and further draws must differ, as votes must.
      return 0.7;
    case 'beam-search':
      // The setting of search-and-learn, the code of Beeching et al. 2024.
      return 0.8;
    case 'rstar':
      // The setting of the paper's code.
      return 0.8;
    case 'mcts':
      // Children are drawn from the very distribution that their priors are taken from.
      return 1;
  }
}

/**
 * What a strategy samples with on a model. One that follows instructions writes prose: DeepSeek-R1's and Qwen3's model cards
 * recommend a temperature of 0.6 and top-p 0.95, and warn of greedy decoding, which makes them repeat themselves.
 */
export function samplingFor(
  { capabilities, families }: Asked,
  kind: StrategyKind = 'chain-of-thought',
): Sampling {
  if (capabilities.instructions) return proseSampling;
  const { maxTokens = 200 } = trainedOn(families) ?? {};
  return { ...defaultSampling(kind), maxTokens };
}

const proseSampling: Sampling = { temperature: 0.6, topK: 0, topP: 0.95, minP: 0, maxTokens: 2048 };

/**
 * A strategy's settings on a model. One that follows instructions writes thoughts of a thousand tokens in many steps, has no
 * value head, and can be asked instead; drawing from it costs a thousand times as much as from a model that ships with
 * the page.
 */
export function strategyFor<Kind extends StrategyKind>(model: Asked, kind: Kind): StrategyOf<Kind>;
export function strategyFor({ capabilities, families }: Asked, kind: StrategyKind): Strategy {
  const strategy: Strategy = defaultStrategy(kind);
  if (!capabilities.instructions) return onFamilies(strategy, families);
  const asking = { verifier: { kind: 'generative' }, maxSteps: 24 } as const;
  switch (strategy.kind) {
    case 'direct':
    case 'chain-of-thought':
    case 'self-consistency':
      return strategy;
    case 'few-shot':
      return { ...strategy, shots: 4 };
    case 'adaptive-consistency':
      return { ...strategy, samples: 16 };
    case 'best-of-n':
    case 'revision':
      return { ...strategy, verifier: asking.verifier };
    case 'beam-search':
    case 'step-verification':
      return { ...strategy, ...asking };
    case 'tree-of-thoughts':
      return { ...strategy, ...asking, thoughts: 4, breadth: 3 };
    case 'mcts':
      // Steps in words differ in length, and a sum would starve the longer ones; as Feng et al.'s code (arXiv 2309.17179).
      return { ...strategy, ...asking, simulations: 16, expansion: 4, prior: 'per-token' };
    case 'rstar':
      return { ...strategy, rollouts: 4, lastVotes: 8, checks: 2, maxSteps: asking.maxSteps };
    case 'budget-forcing':
      return { ...strategy, thinkingTokens: 1024 };
    case 'compute-optimal':
      return { ...strategy, verifier: asking.verifier, tokens: 20_000 };
  }
}

type Asked = Pick<ModelAbilities, 'capabilities'> & Partial<Pick<ModelAbilities, 'families'>>;

/** The strategy with what the model's problems ask for: more and smaller steps, say. */
function onFamilies(strategy: Strategy, families: Asked['families']): Strategy {
  const own = Object.entries(trainedOn(families)?.settings ?? {}).filter(([key]) => key in strategy);
  return { ...strategy, ...Object.fromEntries(own) };
}

/** How the problems are that a model was trained on, where they are of one family. */
function trainedOn(families: Asked['families']): TrainedForm<Problem> | null {
  const [family, ...others] = families ?? [];
  return family === undefined || others.length > 0 ? null : familySheet(family).trained;
}

const follower = { valueHead: false, fewShot: true, instructions: true } as const;
const trained = { valueHead: true, fewShot: false, instructions: false } as const;

export const defaultSeed = 1;

/** No limit. */
export const defaultBudget: Budget = { tokens: 0 };

/** What the page opens with: the family's own problem and model, and the strategy's own settings. */
export function defaultExperiment(family: Family, kind: StrategyKind = 'chain-of-thought'): Experiment {
  const model = { families: [family], capabilities: familySheet(family).trained ? trained : follower };
  return {
    problem: defaultProblem(family),
    model: defaultModel(family),
    strategy: strategyFor(model, kind),
    sampling: samplingFor(model, kind),
    seed: defaultSeed,
    budget: defaultBudget,
  };
}
