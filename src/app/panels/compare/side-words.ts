import type { Experiment } from '#experiment/experiment.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import type { RunState } from '#run/state.ts';
import { strategyBrief } from '#words/describe.ts';
import { compare } from '#words/en/compare.ts';
import { result } from '#words/en/result.ts';
import { strategies } from '#words/en/strategies.ts';
import { explain } from '#words/explain.ts';
import { cutTracesText, noAnswerWords } from '#words/no-answer.ts';
import { aggregationOf, type WayToChoose } from '#answers/choose-again.ts';
import type { RunLog } from '#app/store/app-state.ts';
import { spentBy } from './compare-figures.ts';
import { type StageSide, waysOf } from '#app/store/sides.ts';

/** Sides are told apart by letters, as in a figure. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** By what sides are named: what they differ in. */
export type Naming = 'strategy' | 'model' | 'both';

export function namingOf(experiments: readonly Experiment[]): Naming {
  const models = new Set(experiments.map(({ model }) => model)).size;
  const kinds = new Set(experiments.map(({ strategy }) => strategy.kind)).size;
  if (models === 1) return 'strategy';
  return kinds === 1 ? 'model' : 'both';
}

/** What an experiment is called beside others. */
export function nameBeside({ strategy: { kind }, model }: Experiment, naming: Naming): string {
  const strategy = strategies[kind].name;
  switch (naming) {
    case 'strategy':
      return strategy;
    case 'model':
      return spokenName(model);
    case 'both':
      return compare.side({ strategy, model: spokenName(model) });
  }
}

/** A side's name: its own, its branch, its way to choose, or what was run. */
export function nameOfSide({ experiment, name, branch, way, log }: StageSide, naming: Naming): string {
  if (name !== undefined) return name;
  if (branch) return branch.name;
  if (way) return nameOfWay(way, log);
  return nameBeside(experiment, naming);
}

/** A way to choose; of scores that are one a trace, without what it makes of the steps. */
export function nameOfWay(way: WayToChoose, log: RunLog | null): string {
  const aggregation = aggregationOf(way);
  if (aggregation === null) return compare.ways.majority;
  const ofSteps = log !== null && waysOf(log).includes('best-min');
  return compare.ways[way.startsWith('best') ? 'best' : 'weighted'](
    ofSteps ? compare.ways.of[aggregation] : null,
  );
}

/** What was run, in one line; without what stands above all sides, where they have it in common. */
export function lineOfSide(side: StageSide, sides: readonly StageSide[]): string {
  const { strategy, model, seed } = side.experiment;
  const all = sides.map(({ experiment }) => experiment);
  // Above branches and ways to choose, their number alone is said.
  const said = !side.branch && !side.way;
  return compare.line({
    strategy: strategyBrief(strategy),
    model: said && all.every((other) => other.model === model) ? null : spokenName(model),
    seed: said && all.every((other) => other.seed === seed) ? null : seed,
  });
}

/** What all sides have in common, in one line. */
export function inCommon(sides: readonly StageSide[]): string {
  if (sides[0]?.branch) return compare.heading.branches(sides.length - 1);
  if (sides[0]?.way) return compare.heading.choices(sides.length);
  const experiments = sides.map(({ experiment }) => experiment);
  return compare.heading.arms({
    ways: sides.length,
    models: [...new Set(experiments.map(({ model }) => spokenName(model)))],
    tokens: common(experiments.map(({ budget }) => budget.tokens)),
    seed: common(experiments.map(({ seed }) => seed)),
  });
}

/** What all have; null where they differ. Kept runs may differ in anything. */
function common([first, ...others]: readonly number[]): number | null {
  return first !== undefined && others.every((other) => other === first) ? first : null;
}

/** Why there is no answer, or none yet. */
export function whyNoneYet({ phase, log, failure }: StageSide, view: RunState): string {
  const why = failure ?? view.failure;
  if (why) return compare.failed(explain(why).message);
  if (!log) {
    switch (phase) {
      case 'ready':
        return compare.ready;
      case 'waiting':
        return compare.waiting;
      case 'running':
        return compare.opening;
      case 'not-run':
      case 'done':
        return compare.notRun;
    }
  }
  if (phase === 'running' && view.cursor === log.entries.length) return compare.thinking;
  if (view.cursor < log.entries.length) return compare.notEnded;
  const none = noAnswerWords(view);
  return none ? compare.noAnswer(none.why) : compare.ended[view.status];
}

/** Why this answer was taken, and what stands against it; '' where there is none. */
export function whyThisAnswer(view: RunState): string {
  if (!view.chosen?.answer) return '';
  const budget = view.experiment?.budget.tokens ?? 0;
  const spent = budget > 0 && spentBy(view) >= budget;
  return [result.choice(view.chosen.by), cutTracesText(view), spent && compare.budgetSpent]
    .filter(Boolean)
    .join('; ');
}
