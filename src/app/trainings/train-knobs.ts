import type { TrainingSetup } from '#train/setup.ts';
import { fromKnobs } from './from-knobs.ts';
import { objectiveKnobs } from './objective-knobs.ts';
import { rewardKnobs } from './reward-knobs.ts';
import type { AmountKnob, TrainKnob } from './train-knob.ts';

const trainKnobs = { ...fromKnobs, ...rewardKnobs, ...objectiveKnobs };

/** The settings of a training, in the order of the form. A knob reads a setup and gives another one. */
export type TrainKnobId = keyof typeof trainKnobs;

/** What the form has, in order. */
export const trainKnobIds = Object.keys(trainKnobs).filter((id): id is TrainKnobId => id in trainKnobs);

export const knobOf = (id: TrainKnobId): TrainKnob => trainKnobs[id];

/** The knobs in which a setup differs from another one. */
export function changedKnobs(setup: TrainingSetup, from: TrainingSetup): readonly TrainKnobId[] {
  return trainKnobIds.filter((id) => {
    const knob = knobOf(id);
    return (knob.applies?.(setup) ?? true) && knob.get(setup) !== knob.get(from);
  });
}

/** The place of a value on a knob: of one that lies between two stops, the nearest. */
export function stopOf({ stops }: AmountKnob, value: number): number {
  return stops.reduce(
    (best, stop, at) => (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value) ? at : best),
    0,
  );
}
