import { useId } from 'react';
import { spokenName } from '#app/models/spoken-name.ts';
import type { TrainingSetup } from '#train/setup.ts';
import type { AmountKnob, PickKnob, TrainKnob } from '#app/trainings/train-knob.ts';
import { changedKnobs, knobOf, stopOf, type TrainKnobId, trainKnobIds } from '#app/trainings/train-knobs.ts';
import { KnobFrame } from '#app/ui/knob.tsx';
import { Slider } from '#views/slider.tsx';
import { classes } from '#views/classes.ts';
import { trainerSettings } from '#words/en/trainer-settings.ts';
import { trainerWords } from '#words/en/trainer.ts';
import styles from './setup-form.module.css';

const groups = ['from', 'reward', 'objective'] as const;

/** All settings of a training, each with what it does; what differs from what the setup began as is marked. */
export function SetupForm({
  setup,
  usual,
  onChange,
}: {
  readonly setup: TrainingSetup;
  /** What it began as, and goes back to. */
  readonly usual: TrainingSetup;
  readonly onChange: (setup: TrainingSetup) => void;
}) {
  const changed = new Set(changedKnobs(setup, usual));
  return (
    <div className={styles.groups}>
      {groups.map((group) => {
        const ids = trainKnobIds.filter((id) => {
          const knob = knobOf(id);
          return knob.group === group && (knob.applies?.(setup) ?? true);
        });
        return (
          ids.length > 0 && (
            <fieldset key={group} className={styles.group}>
              <legend className={styles.legend}>{trainerWords.groups[group]}</legend>
              {ids.map((id) => (
                <Knob
                  key={id}
                  id={id}
                  setup={setup}
                  usual={usual}
                  changed={changed.has(id)}
                  onChange={onChange}
                />
              ))}
            </fieldset>
          )
        );
      })}
    </div>
  );
}

interface KnobProps {
  readonly id: TrainKnobId;
  readonly setup: TrainingSetup;
  readonly usual: TrainingSetup;
  readonly changed: boolean;
  readonly onChange: (setup: TrainingSetup) => void;
}

function Knob({ id, setup, usual, changed, onChange }: KnobProps) {
  const knob = knobOf(id);
  const { label, help, source } = trainerSettings.knobs[id];
  return (
    <div className={styles.knob} data-changed={changed ? '' : undefined}>
      <KnobFrame
        label={label}
        help={help}
        paper={source === '' ? undefined : source}
        defaultText={valueText(knob, usual)}
        onReset={changed ? () => onChange(resetTo(knob, setup, usual)) : null}
        renderControl={({ id: control, labelId, helpId }) => {
          switch (knob.kind) {
            case 'amount':
              return (
                <Amount
                  id={control}
                  helpId={helpId}
                  knob={knob}
                  value={knob.get(setup)}
                  onChange={(value) => onChange(knob.set(setup, value))}
                />
              );
            case 'flag':
              return (
                <span>
                  <input
                    id={control}
                    type="checkbox"
                    checked={knob.get(setup)}
                    aria-labelledby={labelId}
                    aria-describedby={helpId}
                    onChange={(event) => onChange(knob.set(setup, event.currentTarget.checked))}
                  />
                </span>
              );
            case 'pick':
              return (
                <Pick
                  id={control}
                  helpId={helpId}
                  knob={knob}
                  setup={setup}
                  onChange={(value) => onChange(knob.set(setup, value))}
                />
              );
          }
        }}
      />
    </div>
  );
}

function Amount({
  id,
  helpId,
  knob,
  value,
  onChange,
}: {
  readonly id: string;
  readonly helpId: string;
  readonly knob: AmountKnob;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const text = trainerWords.amount(value);
  const { stops } = knob;
  return (
    <span className={styles.amount}>
      <Slider
        id={id}
        min={0}
        max={stops.length - 1}
        value={stopOf(knob, value)}
        aria-valuetext={text}
        aria-describedby={helpId}
        onChange={(place) => onChange(stops[place] ?? value)}
      />
      <output className={classes('mono', styles.value)} htmlFor={id} aria-live="off">
        {text}
      </output>
    </span>
  );
}

function Pick({
  id,
  helpId,
  knob,
  setup,
  onChange,
}: {
  readonly id: string;
  readonly helpId: string;
  readonly knob: PickKnob;
  readonly setup: TrainingSetup;
  readonly onChange: (value: string) => void;
}) {
  return (
    <select
      id={id}
      className="field-select"
      value={knob.get(setup)}
      aria-describedby={helpId}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {knob.options(setup).map((option) => (
        <option key={option} value={option}>
          {optionText(option)}
        </option>
      ))}
    </select>
  );
}

const isOption = (value: string): value is keyof typeof trainerSettings.options =>
  Object.hasOwn(trainerSettings.options, value);

/** What is no option of ours is a model. */
const optionText = (option: string): string =>
  isOption(option) ? trainerSettings.options[option] : spokenName(option);

function valueText(knob: TrainKnob, setup: TrainingSetup): string {
  switch (knob.kind) {
    case 'amount':
      return trainerWords.amount(knob.get(setup));
    case 'flag':
      return knob.get(setup) ? trainerWords.on : trainerWords.off;
    case 'pick':
      return optionText(knob.get(setup));
  }
}

function resetTo(knob: TrainKnob, setup: TrainingSetup, usual: TrainingSetup): TrainingSetup {
  switch (knob.kind) {
    case 'amount':
      return knob.set(setup, knob.get(usual));
    case 'flag':
      return knob.set(setup, knob.get(usual));
    case 'pick':
      return knob.set(setup, knob.get(usual));
  }
}

/** Which setup a training begins with: one of the presets, or one that a person made. */
export function PresetChoice<Name extends string>({
  label,
  value,
  names,
  textOf,
  onChange,
}: {
  readonly label: string;
  readonly value: Name | null;
  readonly names: readonly Name[];
  readonly textOf: (name: Name) => string;
  readonly onChange: (name: Name) => void;
}) {
  const id = useId();
  return (
    <span className={styles.preset}>
      <label className="knob-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field-select"
        value={value ?? ''}
        onChange={(event) => {
          const chosen = names.find((name) => name === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {value === null && <option value="">{trainerWords.presetOwn}</option>}
        {names.map((name) => (
          <option key={name} value={name}>
            {textOf(name)}
          </option>
        ))}
      </select>
    </span>
  );
}
