import { useId, useMemo, useState } from 'react';
import { hasReference } from '#experiment/problem.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import type { LabelledStep } from '#lab/step-values/agreement.ts';
import { exactLabels } from '#lab/step-values/exact-labels.ts';
import { rolloutLabels } from '#lab/step-values/rollout-labels.ts';
import { embeddedModel } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { Rich } from '#views/rich.tsx';
import { number } from '#words/en/format.ts';
import { shepherdWords } from '#words/en/shepherd.ts';
import { DrawLine } from '../rollouts/draw-line.tsx';
import { StudyHead } from '../rollouts/study-head.tsx';
import { type Rollouts, useRollouts } from '../rollouts/use-rollouts.ts';
import { useStudy } from '../rollouts/use-study.ts';
import { AgreementPart } from './agreement-part.tsx';
import styles from './shepherd-lens.module.css';
import { StepTable } from './step-table.tsx';
import { headsFor, useValues } from './use-values.ts';
import { Slider } from '#views/slider.tsx';

/** Rollouts behind each step at first, and with each further press; the paper draws 8. */
const atOnce = { embedded: 16, gpu: 4 } as const;

/** Rollouts from each step of a trace as labels, against the value head and the rules. */
export function ShepherdLens() {
  const study = useStudy();
  const { trace } = study;
  const small = trace !== null && embeddedModel(trace.experiment.model) !== undefined;
  const drawn = useRollouts(trace, small ? atOnce.embedded : 0);
  return (
    <div className={styles.root}>
      <StudyHead study={study} />
      {trace && (
        <>
          <DrawLine drawn={drawn} trace={trace} more={small ? atOnce.embedded : atOnce.gpu} />
          {hasReference(trace.experiment.problem) ? (
            <Picture key={trace.experiment.model} trace={trace} drawn={drawn} />
          ) : (
            <p>{shepherdWords.noReference}</p>
          )}
        </>
      )}
      {trace && <About trace={trace} />}
    </div>
  );
}

function Picture({ trace, drawn }: { readonly trace: StudiedTrace; readonly drawn: Rollouts }) {
  const heads = headsFor(trace.experiment.model);
  const [chosenHead, setHead] = useState<string | null>(null);
  const head = chosenHead ?? heads[0] ?? null;
  const values = useValues(trace, drawn.prefixes, head);
  const exact = useMemo(() => exactLabels(trace), [trace]);
  const most = Math.max(1, ...drawn.rollouts.map(({ length }) => length));
  const [chosenK, setK] = useState(8);
  const k = Math.min(chosenK, most);
  const labels = trace.steps.map((_, step) => rolloutLabels(drawn.rollouts[step + 1] ?? [], k));
  const steps = labels.map((label, step): LabelledStep => ({
    soft: label?.soft.share ?? null,
    hard: label?.hard ?? null,
    value: values?.[step] ?? null,
    exact: exact[step] ?? null,
  }));
  return (
    <>
      <div className={styles.knobs}>
        <K k={k} most={most} onChange={setK} />
        {heads.length > 0 && (
          <label className={styles.head}>
            <span className="knob-label">{shepherdWords.head}</span>
            <select
              className="field-select"
              value={head ?? ''}
              onChange={(event) => setHead(event.currentTarget.value)}
            >
              {heads.map((id) => (
                <option key={id} value={id}>
                  {id === trace.experiment.model ? shepherdWords.heads.own : spokenName(id)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <StepTable trace={trace} rollouts={drawn.rollouts} k={k} labels={labels} steps={steps} />
      <AgreementPart steps={steps} model={embeddedModel(trace.experiment.model)} head={head} k={k} />
    </>
  );
}

function K({
  k,
  most,
  onChange,
}: {
  readonly k: number;
  readonly most: number;
  readonly onChange: (k: number) => void;
}) {
  const id = useId();
  return (
    <div className={styles.k}>
      <label className="knob-label" htmlFor={id}>
        {shepherdWords.k}
      </label>
      <span className={styles.slide}>
        <Slider id={id} min={1} max={most} value={k} onChange={onChange} />
        <output htmlFor={id}>{number(k)}</output>
      </span>
      <span className="quiet">{shepherdWords.kIs(most)}</span>
    </div>
  );
}

const formulaParts = { sub: <sub /> };

function About({ trace }: { readonly trace: StudiedTrace }) {
  return (
    <section className={styles.about}>
      <p>{shepherdWords.how}</p>
      <p className={styles.formula}>
        <Rich text={shepherdWords.formula} parts={formulaParts} />
      </p>
      <p className="quiet">
        {trace.experiment.problem.family === 'countdown'
          ? shepherdWords.exactIs.countdown
          : shepherdWords.exactIs.other}
      </p>
    </section>
  );
}
