import { spokenName } from '#app/models/spoken-name.ts';
import { useState } from 'react';
import type { Problem } from '#experiment/problem.ts';
import { type StrategyKind, strategyKinds } from '#experiment/strategies.ts';
import { armsOfAxes, type Axis } from '#lab/sweeps/axes.ts';
import type { FindModel } from '#lab/sweeps/check.ts';
import { settingsOfArm, withSetting } from '#lab/sweeps/settings.ts';
import type { Sweep, SweepArm } from '#lab/sweeps/spec.ts';
import { modelsFor } from '#policy/models.ts';
import { classes } from '#views/classes.ts';
import { strategies } from '#words/en/strategies.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { settingName } from './arm-names.ts';
import styles from './axes-form.module.css';

/** Ways to answer as every combination of models, strategies and one more setting. */
export function AxesForm({
  sweep,
  problems,
  find,
  onUse,
}: {
  readonly sweep: Sweep;
  readonly problems: readonly Problem[];
  readonly find: FindModel;
  readonly onUse: (arms: readonly SweepArm[]) => void;
}) {
  const [models, setModels] = useState<ReadonlySet<string>>(new Set());
  const [kinds, setKinds] = useState<ReadonlySet<StrategyKind>>(new Set());
  const [setting, setSetting] = useState('');
  const [values, setValues] = useState('');
  const [base] = sweep.arms;
  if (!base) return null;
  const family = sweep.problems.kind === 'held-out' ? sweep.problems.family : problems[0]?.family;
  const offered = family === undefined ? [] : modelsFor(family);
  const arms = [...kinds].flatMap((kind) => withSetting(base, 'strategy', kind, find) ?? []);
  const settings = [...new Set([base, ...arms].flatMap(settingsOfArm))].filter(
    (name) => name !== 'model' && name !== 'strategy' && name !== 'verifier' && name !== 'discriminator',
  );
  const axes: readonly Axis[] = [
    ...(models.size > 0 ? [{ setting: 'model', values: [...models] }] : []),
    ...(kinds.size > 0 ? [{ setting: 'strategy', values: [...kinds] }] : []),
    ...(setting !== '' && values.trim() !== '' ? [{ setting, values: valuesIn(values) }] : []),
  ];
  const made = armsOfAxes(base, axes, { find, problems, tokens: sweep.tokens });
  const why = [...new Set(made.leftOut.map(({ kind }) => kind))].map((kind) => sweepWords.leftOutWhy[kind]);
  const named = arms.find((arm) => settingsOfArm(arm).includes(setting)) ?? base;
  return (
    <details className={styles.root}>
      <summary>{sweepWords.axes}</summary>
      <p className="quiet">{sweepWords.axesAre}</p>
      <div className={styles.axes}>
        <Checks
          legend={sweepWords.models}
          options={offered.map(({ id }) => ({ id, name: spokenName(id) }))}
          chosen={models}
          onChange={setModels}
        />
        <Checks
          legend={sweepWords.strategiesAxis}
          options={strategyKinds.map((id) => ({ id, name: strategies[id].name }))}
          chosen={kinds}
          onChange={setKinds}
        />
        <div className={styles.vary}>
          <label>
            <span className="knob-label">{sweepWords.vary}</span>
            <select
              className="field-select"
              value={setting}
              onChange={(event) => setSetting(event.currentTarget.value)}
            >
              <option value="">{sweepWords.noSetting}</option>
              {settings.map((name) => (
                <option key={name} value={name}>
                  {settingName(arms.find((arm) => settingsOfArm(arm).includes(name)) ?? named, name)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="knob-label">{sweepWords.values}</span>
            <input
              className="field-input"
              value={values}
              placeholder="1, 2, 4, 8"
              maxLength={200}
              onChange={(event) => setValues(event.currentTarget.value)}
            />
          </label>
        </div>
      </div>
      {axes.length > 0 && (
        <div className={styles.made}>
          <button
            type="button"
            className="button"
            disabled={made.arms.length === 0}
            onClick={() => onUse(made.arms)}
          >
            {sweepWords.takeThese}
          </button>
          <output className={classes('quiet', styles.count)}>
            {sweepWords.makes(made.arms.length)}
            {made.leftOut.length > 0 &&
              ` ${sweepWords.leftOut(made.leftOut.length)}: ${sweepWords.names(why)}.`}
          </output>
        </div>
      )}
    </details>
  );
}

/** Numbers as numbers, anything else as it is written. */
const valuesIn = (text: string): readonly unknown[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => (Number.isNaN(Number(part)) ? part : Number(part)));

function Checks<Id extends string>({
  legend,
  options,
  chosen,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: ReadonlySet<Id>;
  readonly onChange: (chosen: ReadonlySet<Id>) => void;
}) {
  return (
    <fieldset className={styles.checks}>
      <legend className="knob-label">{legend}</legend>
      {options.map(({ id, name }) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.currentTarget.checked) next.add(id);
              else next.delete(id);
              onChange(next);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
