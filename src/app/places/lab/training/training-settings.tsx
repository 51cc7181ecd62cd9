import { useState } from 'react';
import type { TrainingSetup } from '#train/setup.ts';
import { encodeTraining } from '#train/training-link.ts';
import { withLanguage } from '#app/language.ts';
import { useActions } from '#app/store/use-app.tsx';
import { presetOf, trainingPresetNames, usualPreset } from '#app/trainings/presets.ts';
import { trainingPresets } from '#train/presets.ts';
import { changedKnobs } from '#app/trainings/train-knobs.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { trainerSettings } from '#words/en/trainer-settings.ts';
import { trainerWords } from '#words/en/trainer.ts';
import { PresetChoice, SetupForm } from './setup-form.tsx';
import styles from './training-settings.module.css';

/** What a training is asked for: one of the presets, and every setting of it. */
export function TrainingSettings({
  setup,
  open,
  onChange,
}: {
  readonly setup: TrainingSetup;
  /** Whether all settings are shown at first. */
  readonly open: boolean;
  readonly onChange: (setup: TrainingSetup | null) => void;
}) {
  const app = useActions();
  const named = presetOf(setup);
  /** The preset that was chosen last: what is changed is told against it. */
  const [base, setBase] = useState(named ?? usualPreset);
  const usual = trainingPresets[named ?? base];
  const changed = changedKnobs(setup, usual).length;
  const [copied, setCopied] = useState<{ readonly of: TrainingSetup; readonly text: string } | null>(null);
  async function copy(): Promise<void> {
    const fragment = await encodeTraining(setup);
    const address = withLanguage(`${location.href.split('#')[0]}${fragment}`);
    const done = await app.setup.copyText(address);
    if (!done) location.hash = fragment;
    setCopied({ of: setup, text: done ? trainerWords.copied : trainerWords.notCopied });
  }
  return (
    <section className={styles.root} aria-label={trainerWords.setUp}>
      <PresetChoice
        label={trainerWords.preset}
        value={named}
        names={trainingPresetNames}
        textOf={(name) => trainerSettings.presets[name].title}
        onChange={(name) => {
          setBase(name);
          onChange(trainingPresets[name]);
        }}
      />
      <p className={styles.does}>
        {named ? trainerSettings.presets[named].does : trainerWords.changed(changed)}
      </p>
      <details className={classes('setup-more', styles.all)} open={open}>
        <summary>{trainerWords.allSettings}</summary>
        <div className={styles.form}>
          <SetupForm setup={setup} usual={usual} onChange={onChange} />
          <div className={styles.actions}>
            <button
              type="button"
              className="button button-small"
              disabled={changed === 0}
              onClick={() => onChange({ ...usual, seed: setup.seed })}
            >
              <Icon name="reset" size={13} />
              {trainerWords.reset}
            </button>
            <button
              type="button"
              className="button button-small"
              title={trainerWords.freshSeed}
              onClick={() => onChange({ ...setup, seed: crypto.getRandomValues(new Uint16Array(1))[0] ?? 1 })}
            >
              <Icon name="dice" size={13} />
              {trainerWords.seed(setup.seed)}
            </button>
            <button type="button" className="button button-small" onClick={() => void copy()}>
              <Icon name="link" size={13} />
              {trainerWords.copyLink}
            </button>
            <span className="quiet">{trainerWords.sameCurve}</span>
            <output className={styles.said}>{copied?.of === setup && copied.text}</output>
          </div>
        </div>
      </details>
    </section>
  );
}
