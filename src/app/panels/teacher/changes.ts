import { type Control, controlOf, knobControl } from '#experiment/control.ts';
import { samplingSchema, type Experiment, type Strategy, type StrategyKind } from '#experiment/experiment.ts';
import { familySheet } from '#experiment/families.ts';
import { strategySheet } from '#experiment/strategies.ts';
import { defaultVerifier, type VerifierSpec } from '#experiment/verifier.ts';
import type { NoAnswerAdvice } from '#run/no-answer.ts';
import { verifiersFor } from '#policy/models.ts';
import { withStrategyKind } from '#app/store/draft.ts';
import type { LibraryState } from '#app/store/library-state.ts';
import { anotherProblem } from './another-problem.ts';
import type { Next, NextExperiment } from './next-experiment.ts';

type Some = readonly NextExperiment[];

/** Changes of one experiment; [] where one makes no sense for it. What is beyond a setting's limits is left to who offers them. */
export class Changes {
  constructor(
    private readonly base: Experiment,
    private readonly library: LibraryState,
  ) {}

  /** What helps against a way to end without an answer. */
  advised(advice: NoAnswerAdvice): Some {
    switch (advice) {
      case 'limit':
        return this.tokens();
      case 'budget':
        return this.budget();
      case 'depth':
        return this.deeper();
      case 'wider':
        return this.more();
      case 'context':
      case 'ended':
      case 'stopped':
        return this.seed();
    }
  }

  /** More of what the strategy does, or more than it does. */
  more(): Some {
    const { strategy, problem } = this.base;
    switch (strategy.kind) {
      case 'direct':
        return [...this.thinkFirst(), ...this.several()];
      case 'chain-of-thought':
      case 'few-shot':
        return [...this.several(), ...this.checkItself()];
      case 'budget-forcing':
      case 'revision':
        return this.several();
      case 'self-consistency':
      case 'adaptive-consistency':
        return familySheet(problem).manyAnswers
          ? [...this.bestOf(strategy.samples), ...this.search('beam-search')]
          : [...this.vote(), ...this.bestOf(strategy.samples), ...this.search('mcts')];
      case 'best-of-n':
        return [...this.bestOf(strategy.samples * 2), ...this.search('beam-search')];
      case 'step-verification':
      case 'compute-optimal':
        return [...this.search('beam-search'), ...this.search('mcts')];
      case 'beam-search':
        return this.width(strategy.width * 2, 'wider');
      case 'tree-of-thoughts':
        return [...this.width(strategy.breadth * 2, 'wider'), ...this.search('mcts')];
      case 'mcts':
        return this.simulations(Math.max(100, strategy.simulations * 2));
      case 'rstar':
        return this.simulations(strategy.rollouts * 2);
      default:
        return [];
    }
  }

  /** The same for less, to see what it takes. */
  less(): Some {
    const { strategy } = this.base;
    switch (strategy.kind) {
      case 'beam-search':
        return this.width(Math.floor(strategy.width / 2), 'narrower');
      case 'tree-of-thoughts':
        return this.width(Math.floor(strategy.breadth / 2), 'narrower');
      case 'self-consistency':
        return this.stopEarly();
      default:
        return [];
    }
  }

  /** A right answer is there: someone else to choose it. */
  choosing(): Some {
    const { strategy } = this.base;
    switch (strategy.kind) {
      case 'self-consistency':
      case 'adaptive-consistency':
        return this.bestOf(strategy.samples);
      case 'best-of-n':
        return strategy.choose === 'best'
          ? [...this.scoresVote(), ...this.otherJudges(strategy.verifier.kind)]
          : this.otherJudges(strategy.verifier.kind);
      case 'beam-search':
      case 'tree-of-thoughts':
        return [
          ...(strategy.choose === 'best' ? this.scoresVote() : []),
          ...this.otherJudges(strategy.verifier.kind),
        ];
      case 'mcts':
        return [
          ...(strategy.readout === 'weighted-vote' ? [] : this.scoresVote()),
          ...this.otherJudges(strategy.verifier.kind),
        ];
      case 'revision':
      case 'compute-optimal':
      case 'step-verification':
        return this.otherJudges(strategy.verifier.kind);
      case 'rstar':
        return this.simulations(strategy.rollouts * 2);
      case 'direct':
      case 'chain-of-thought':
      case 'few-shot':
      case 'budget-forcing':
        return this.several();
      default:
        return [];
    }
  }

  /** Others who can judge: one who cannot be fooled, then a model that was trained to judge, then trying it out. */
  otherJudges(before: VerifierSpec['kind']): Some {
    const { strategy, problem } = this.base;
    if (!('verifier' in strategy)) return [];
    const trained = verifiersFor(problem.family)
      .filter(({ id, verifier }) => verifier === 'process' && !isNamed(strategy.verifier, id))
      .map(({ id }): VerifierSpec => ({ kind: 'process', model: id }));
    const specs: readonly VerifierSpec[] = [
      ...(before === 'rule' ? [] : [defaultVerifier('rule')]),
      ...trained,
      ...(before === 'rollouts' ? [] : [defaultVerifier('rollouts')]),
    ];
    return specs.map((verifier) =>
      this.with(
        {
          kind: 'judge',
          verifier: verifier.kind,
          model: 'model' in verifier ? (verifier.model ?? null) : null,
        },
        { strategy: { ...strategy, verifier } },
      ),
    );
  }

  vote(): Some {
    const { strategy } = this.base;
    const before = 'samples' in strategy ? strategy.samples : 1;
    const samples = before < 8 ? 8 : before * 4;
    return this.otherKind('self-consistency', { kind: 'vote', samples, before }, { samples });
  }

  bestOf(of: number): Some {
    const samples = of < 2 ? 8 : of;
    return this.otherKind('best-of-n', { kind: 'best-of', samples }, { samples });
  }

  /** Several traces instead of one: a vote, or where many answers are right someone who chooses. */
  several(): Some {
    return familySheet(this.base.problem).manyAnswers ? this.bestOf(16) : this.vote();
  }

  stopEarly(): Some {
    const { strategy } = this.base;
    if (strategy.kind !== 'self-consistency') return [];
    const { samples } = strategy;
    return this.otherKind('adaptive-consistency', { kind: 'stop-early', samples }, { samples });
  }

  search(kind: 'beam-search' | 'mcts'): Some {
    const another = strategySheet(this.base.strategy.kind).group === 'search';
    return this.otherKind(kind, { kind: 'search', strategy: kind, another }, {});
  }

  thinkFirst(): Some {
    return this.otherKind('chain-of-thought', { kind: 'think-first' }, {});
  }

  checkItself(): Some {
    const { strategy } = this.base;
    return strategy.kind === 'chain-of-thought' && strategy.effort === 'low'
      ? [this.with({ kind: 'check-itself' }, { strategy: { ...strategy, effort: 'high' } })]
      : [];
  }

  withoutWaits(): Some {
    const { strategy } = this.base;
    return strategy.kind === 'budget-forcing' && strategy.waits > 0
      ? [this.with({ kind: 'no-waits', waits: strategy.waits }, { strategy: { ...strategy, waits: 0 } })]
      : [];
  }

  width(width: number, kind: 'wider' | 'narrower'): Some {
    const { strategy } = this.base;
    if (strategy.kind === 'beam-search')
      return [this.with({ kind, width, before: strategy.width }, { strategy: { ...strategy, width } })];
    return strategy.kind === 'tree-of-thoughts'
      ? [this.with({ kind, width, before: strategy.breadth }, { strategy: { ...strategy, breadth: width } })]
      : [];
  }

  simulations(simulations: number): Some {
    const { strategy } = this.base;
    const change = (before: number, changed: Strategy) => [
      this.with({ kind: 'simulations', simulations, before }, { strategy: changed }),
    ];
    if (strategy.kind === 'mcts') return change(strategy.simulations, { ...strategy, simulations });
    return strategy.kind === 'rstar' ? change(strategy.rollouts, { ...strategy, rollouts: simulations }) : [];
  }

  deeper(): Some {
    const { strategy } = this.base;
    if (!('maxSteps' in strategy)) return [];
    const steps = atMost(knobControl(strategy.kind, 'maxSteps'), strategy.maxSteps * 2);
    return [
      this.with(
        { kind: 'deeper', steps, before: strategy.maxSteps },
        { strategy: { ...strategy, maxSteps: steps } },
      ),
    ];
  }

  scoresVote(): Some {
    const { strategy } = this.base;
    const next = { kind: 'scores-vote' } as const;
    switch (strategy.kind) {
      case 'best-of-n':
      case 'beam-search':
      case 'tree-of-thoughts':
        return [this.with(next, { strategy: { ...strategy, choose: 'weighted-vote' } })];
      case 'mcts':
        return [this.with(next, { strategy: { ...strategy, readout: 'weighted-vote' } })];
      default:
        return [];
    }
  }

  tokens(): Some {
    const { sampling } = this.base;
    const tokens = atMost(controlOf(samplingSchema.entries.maxTokens), sampling.maxTokens * 2);
    return [
      this.with(
        { kind: 'tokens', tokens, before: sampling.maxTokens },
        { sampling: { ...sampling, maxTokens: tokens } },
      ),
    ];
  }

  budget(): Some {
    return this.base.budget.tokens > 0 ? [this.with({ kind: 'budget' }, { budget: { tokens: 0 } })] : [];
  }

  /** Another draw; of a model that always takes the likeliest token it would be the same one. */
  seed(): Some {
    const { seed, sampling } = this.base;
    return sampling.temperature > 0 ? [this.with({ kind: 'seed', seed: seed + 1 }, { seed: seed + 1 })] : [];
  }

  another(): Some {
    return [...this.seed(), ...this.checkItself()];
  }

  anotherProblem(): Some {
    const problem = anotherProblem(this.base.problem);
    return problem ? [this.with({ kind: 'another-problem', problem }, { problem })] : [];
  }

  private with(next: Next, change: Partial<Experiment>): NextExperiment {
    return { next, experiment: { ...this.base, ...change } };
  }

  /** Another strategy as the setup starts with it, some of its settings aside. */
  private otherKind(kind: StrategyKind, next: Next, settings: { readonly samples?: number }): Some {
    const changed = withStrategyKind(this.base, kind, this.library);
    const { strategy } = changed;
    return [{ next, experiment: { ...changed, strategy: withSamples(strategy, settings.samples) } }];
  }
}

/** A number, or the largest that a control takes. */
function atMost(control: Control, value: number): number {
  return control.type === 'number' ? Math.min(control.max, value) : value;
}

function withSamples(strategy: Strategy, samples: number | undefined): Strategy {
  return samples !== undefined && 'samples' in strategy ? { ...strategy, samples } : strategy;
}

const isNamed = (spec: VerifierSpec, model: string): boolean => 'model' in spec && spec.model === model;
