import type { StepMeasures } from '#train/events.ts';
import type { TrainingCurves } from '#app/trainings/curves.ts';
import { upTo } from '#app/trainings/curves.ts';
import { trainerWords } from '#words/en/trainer.ts';
import type { PanelLine, PanelLines } from '#views/training-panels/panel-layout.ts';

/** What the panels show of a training. */
export function panelLinesOf({ steps, heldOut }: TrainingCurves): PanelLines {
  const sampled = (value: (measures: StepMeasures) => number | null): PanelLine => ({
    kind: 'sampled',
    points: steps.flatMap((point) => {
      const of = value(point);
      return of === null ? [] : [{ step: point.step, value: of }];
    }),
  });
  return {
    accuracy: [
      sampled(({ accuracy }) => accuracy),
      {
        kind: 'measured',
        points: heldOut.map(({ step, right, of }) => ({ step, value: of > 0 ? right / of : 0 })),
      },
    ],
    reward: [sampled(({ reward }) => reward)],
    length: [sampled(({ tokens }) => tokens)],
    thinking: [sampled(({ thinking }) => thinking)],
    kl: [sampled(({ kl }) => kl)],
    silent: [sampled(({ groups, silentGroups }) => (groups > 0 ? silentGroups / groups : null))],
  };
}

/** Everything at a step, in a sentence. */
export function cursorSentence(curves: TrainingCurves, step: number, of: number): string {
  const { clauses } = trainerWords;
  const heldOut = upTo(curves.heldOut, step);
  const measures = step > 0 ? upTo(curves.steps, step) : null;
  return trainerWords.atStep({
    step,
    of,
    clauses: [
      ...(heldOut && heldOut.of > 0 ? [clauses.accuracy(heldOut.right / heldOut.of)] : []),
      ...(measures
        ? [
            clauses.sampled(measures.accuracy),
            clauses.reward(measures.reward),
            clauses.length(measures.tokens),
            clauses.thinking(measures.thinking),
            ...(measures.kl === null ? [] : [clauses.kl(measures.kl)]),
            ...(measures.groups > 0 ? [clauses.silent(measures.silentGroups / measures.groups)] : []),
          ]
        : []),
    ],
  });
}
