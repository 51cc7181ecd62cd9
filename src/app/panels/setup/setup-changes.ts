import { deepEqual } from '#experiment/deep-equal.ts';
import type { Experiment, Sampling, Strategy } from '#experiment/experiment.ts';
import { knobsOf, type StrategyKnob } from '#experiment/strategies.ts';
import { verifierModel } from '#experiment/verifier.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { describeKnob, describeOption, describeSampling } from '#words/describe-knob.ts';
import { knobNotes, knobs } from '#words/en/knobs.ts';
import { setup } from '#words/en/setup.ts';
import { strategies } from '#words/en/strategies.ts';
import { verifiers } from '#words/en/verifiers.ts';
import { knobValue } from './with-knob.ts';

const samplingKnobs = [
  'temperature',
  'topK',
  'topP',
  'minP',
  'maxTokens',
] as const satisfies readonly (keyof Sampling)[];

/** How what is set up differs from a run's own setup: a few words each, what matters most first. */
export function setupChanges(run: Experiment, draft: Experiment): readonly string[] {
  const changes: string[] = [];
  const value = (name: string, from: string | number, to: string | number) => {
    if (from !== to) changes.push(setup.change.value({ name, from: String(from), to: String(to) }));
  };
  if (!deepEqual(run.problem, draft.problem)) changes.push(setup.change.problem);
  if (run.strategy.kind !== draft.strategy.kind)
    changes.push(setup.change.now(strategies[draft.strategy.kind].name));
  if (run.model !== draft.model) changes.push(setup.change.now(spokenName(draft.model)));
  if (run.strategy.kind === draft.strategy.kind)
    for (const knob of knobsOf(draft.strategy.kind))
      value(
        describeKnob(draft.strategy.kind, knob).name,
        shownValue(run.strategy, knob),
        shownValue(draft.strategy, knob),
      );
  for (const knob of samplingKnobs)
    value(describeSampling(knob).name, run.sampling[knob], draft.sampling[knob]);
  value(knobs.seed.name, run.seed, draft.seed);
  value(knobs.budget.name, run.budget.tokens, draft.budget.tokens);
  if (!deepEqual(run.start ?? null, draft.start ?? null)) changes.push(setup.change.start);
  if (!deepEqual(run.pruned ?? null, draft.pruned ?? null)) changes.push(setup.change.pruned);
  return changes;
}

/** What a knob is set to, as its control shows it. */
function shownValue(strategy: Strategy, knob: StrategyKnob): string {
  if (knob === 'verifier' && 'verifier' in strategy) {
    const { verifier } = strategy;
    const judge = verifierModel(verifier);
    const { name } = verifiers[verifier.kind];
    return judge === null ? name : `${name}, ${spokenName(judge)}`;
  }
  const value = knobValue(strategy, knob);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return knobNotes.itself.name;
  return knob === 'discriminator' ? spokenName(value) : describeOption(strategy.kind, knob, value).name;
}
