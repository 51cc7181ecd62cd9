import { useMemo, useState } from 'react';
import { type Anchors, anchorsOf } from '#lab/anchors/anchors.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import { embeddedModel } from '#policy/models.ts';
import { Rich } from '#views/rich.tsx';
import { anchorWords } from '#words/en/anchors.ts';
import { DrawLine } from '../rollouts/draw-line.tsx';
import { StudyHead } from '../rollouts/study-head.tsx';
import { useRollouts } from '../rollouts/use-rollouts.ts';
import { useStudy } from '../rollouts/use-study.ts';
import { AnchorSteps, type AnchorMeasure } from './anchor-steps.tsx';
import styles from './anchors-lens.module.css';
import { AnswerShares } from './answer-shares.tsx';
import { Instead } from './instead.tsx';

/** Rollouts behind each step at first, and with each further press; the paper draws 100. */
const atOnce = { embedded: 64, gpu: 8 } as const;

/** Which step of a trace decided its answer: each is drawn again many times. */
export function AnchorsLens() {
  const study = useStudy();
  const { trace, from } = study;
  const small = trace !== null && embeddedModel(trace.experiment.model) !== undefined;
  const drawn = useRollouts(trace, small ? atOnce.embedded : 0);
  const anchors = useMemo(() => trace && anchorsOf(trace, drawn.rollouts), [trace, drawn.rollouts]);
  return (
    <div className={styles.root}>
      <StudyHead study={study} />
      {trace && anchors && (
        <>
          <DrawLine drawn={drawn} trace={trace} more={small ? atOnce.embedded : atOnce.gpu} />
          <Picture
            key={trace.steps[0]?.thought}
            trace={trace}
            anchors={anchors}
            played={from.kind === 'play'}
          />
        </>
      )}
      <About />
    </div>
  );
}

interface PictureProps {
  readonly trace: StudiedTrace;
  readonly anchors: Anchors;
  readonly played: boolean;
}

function Picture({ trace, anchors, played }: PictureProps) {
  const [measure, setMeasure] = useState<AnchorMeasure>('counterfactual');
  const [chosen, choose] = useState<number | null>(null);
  const step = chosen ?? anchors.anchor ?? 0;
  return (
    <>
      <Summary trace={trace} anchors={anchors} />
      <AnchorSteps
        trace={trace}
        anchors={anchors}
        measure={measure}
        onMeasure={setMeasure}
        chosen={step}
        onChoose={choose}
      />
      <div className={styles.below}>
        <AnswerShares anchors={anchors} chosen={step} />
        <Instead trace={trace} anchors={anchors} step={step} played={played} />
      </div>
    </>
  );
}

const data = { data: <span className="mono" translate="no" /> };

function Summary({ trace, anchors }: Pick<PictureProps, 'trace' | 'anchors'>) {
  const { anchor, places } = anchors;
  if (places.some(({ rollouts }) => rollouts < 16)) return null;
  const [from, to] = anchor === null ? [] : [places[anchor]?.right, places[anchor + 1]?.right];
  if (anchor === null) return <p className={styles.lead}>{anchorWords.noAnchor}</p>;
  if (!from || !to) return null;
  const said = { step: anchor + 1, text: trace.steps[anchor]?.text ?? '', from: from.share, to: to.share };
  return (
    <p className={styles.lead}>
      <Rich text={anchorWords.summary(said)} parts={data} />
    </p>
  );
}

const formulaParts = { sub: <sub /> };

function About() {
  return (
    <section className={styles.about}>
      <p>{anchorWords.how}</p>
      <p className={styles.formula}>
        <Rich text={anchorWords.formula} parts={formulaParts} />
      </p>
      <p className="quiet">{anchorWords.smoothing}</p>
      <p className="quiet">{anchorWords.sameMeans}</p>
    </section>
  );
}
