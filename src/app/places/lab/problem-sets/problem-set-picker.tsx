import { useId, useState } from 'react';
import type { ModelAbilities } from '#experiment/abilities.ts';
import { familiesOf, setUnavailable } from '#lab/problem-sets/who-can-answer.ts';
import type { ProblemSource } from '#lab/sweeps/spec.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { problemSets } from '#words/en/problem-sets.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import { BadSet } from './bad-set.tsx';
import { HeldOutChoice, type HeldOutSource } from './held-out-choice.tsx';
import { OwnSet } from './own-set.tsx';
import styles from './problem-set-picker.module.css';
import { SetNotes } from './set-notes.tsx';
import { SetPreview } from './set-preview.tsx';
import { useOwnSet } from './use-own-set.ts';

type OwnSource = Extract<ProblemSource, { readonly kind: 'own' }>;

const kinds = ['held-out', 'own'] as const;
const usual: HeldOutSource = { kind: 'held-out', family: 'arithmetic', count: 50 };

interface PickerProps {
  /** Null while there is none that could be run on: a file was asked for and not handed in, or can't be read. */
  readonly value: ProblemSource | null;
  readonly onChange: (value: ProblemSource | null) => void;
  /** Of the models that are to answer; left out where any may. */
  readonly abilities?: readonly ModelAbilities[];
}

/** Which problems a sweep runs on: a held-out set of the page's, or a file of one's own. */
export function ProblemSetPicker({ value, onChange, abilities = [] }: PickerProps) {
  const group = useId();
  const [asked, ask] = useState<ProblemSource['kind']>(value?.kind ?? 'held-out');
  /** What was chosen last of either kind, for those who look at the other and come back. */
  const [heldOut, keepHeldOut] = useState(value?.kind === 'held-out' ? value : usual);
  const [own, keepOwn] = useState<OwnSource | null>(value?.kind === 'own' ? value : null);
  const kind = value?.kind ?? asked;
  const { reading, open, leaveOut } = useOwnSet((read) => {
    const source: OwnSource | null = read.ok
      ? { kind: 'own', name: read.name, problems: read.problems }
      : null;
    keepOwn(source);
    ask('own');
    onChange(source);
  });
  const choose = (next: ProblemSource['kind']) => {
    ask(next);
    onChange(next === 'own' ? own : heldOut);
  };
  const asks = value && (value.kind === 'own' ? familiesOf(value.problems) : [value.family]);
  const misfit =
    (asks && abilities.map((model) => setUnavailable(asks, model)).find((one) => one !== null)) ?? null;
  return (
    <div className={styles.root}>
      <fieldset className={styles.sources}>
        <legend className="knob-label">{problemSets.from}</legend>
        <div className="segmented">
          {kinds.map((one) => (
            <label key={one}>
              <input type="radio" name={group} checked={kind === one} onChange={() => choose(one)} />
              <span>{problemSets.sources[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'held-out' ? (
        <HeldOutChoice
          value={value?.kind === 'held-out' ? value : heldOut}
          onChange={(next) => {
            keepHeldOut(next);
            onChange(next);
          }}
        />
      ) : (
        <div className={styles.part}>
          <OwnSet another={value !== null || reading.kind === 'read'} onFile={(file) => void open(file)} />
          {reading.kind === 'reading' && <output>{problemSets.reading(reading.name)}</output>}
          {reading.kind === 'unreadable' && (
            <p role="alert">
              <FailureText failure={reading.failure} />
            </p>
          )}
          {reading.kind === 'read' && !reading.read.ok && (
            <BadSet name={reading.read.name} fault={reading.read.fault} onLeaveOut={leaveOut} />
          )}
          {value?.kind === 'own' && (
            <>
              <div className={styles.read} aria-live="polite">
                <p className={styles.name} translate="no">
                  {value.name}
                </p>
                {reading.kind === 'read' && reading.read.ok && reading.read.problems === value.problems ? (
                  <SetNotes notes={reading.read.notes} count={value.problems.length} />
                ) : (
                  <p>{problemSets.counted(value.problems.length)}</p>
                )}
                {abilities.length === 0 && asks?.includes('question') && (
                  <p className="quiet">{problemSets.needsReader}</p>
                )}
              </div>
              <SetPreview title={problemSets.preview.own} problems={value.problems} />
            </>
          )}
        </div>
      )}
      {misfit && (
        <p className={styles.misfit} aria-live="polite">
          <Icon name="warning" size={12} />
          <span>{problemWords.onlyKnows(misfit)}</span>
        </p>
      )}
    </div>
  );
}
