import type { Experiment } from '#experiment/experiment.ts';
import type { Moment } from '#experiment/moment.ts';
import type { Demonstration } from '#learn/questions/question.ts';
import type { QuestionId } from '#learn/questions/questions.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { noteQuestion } from '#app/panels/teacher/came-from.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useActions } from '#app/store/use-app.tsx';
import { goToSweep } from '#app/places/lab/sweeps/go-to.ts';
import { useSweeps } from '#app/places/lab/sweeps/use-sweeps.ts';

type Compared = Extract<Demonstration, { readonly kind: 'compare' }>;
type Swept = Extract<Demonstration, { readonly kind: 'sweep' }>;

/** What a comparison runs: the setup of its first side, then who stands beside it. */
export function comparisonOf({ experiments: [first, ...others] }: Compared) {
  if (!first) return null;
  return {
    experiment: { ...first, budget: { tokens: 0 } },
    comparison: {
      arms: [first, ...others].map(({ strategy, model }) => ({ kind: strategy.kind, model })),
      tokens: first.budget.tokens,
    },
  };
}

export const sweepOfQuestion = ({ family, problems, arms }: Swept, title: string): Sweep => ({
  title: title.slice(0, 120),
  problems: { kind: 'held-out', family, count: problems },
  arms,
  repeats: 1,
  tokens: 0,
});

/** Where a demonstration that is only looked at stands; null for one that is run. */
export function demonstrationAddress(shows: Demonstration): string | null {
  switch (shows.kind) {
    case 'claim':
      return areaFragment('lab', shows.claim);
    case 'chooser':
      return areaFragment('learn', 'landscape');
    case 'lens':
      return shows.experiment ? null : areaFragment('lab', `lens/${shows.lens}`);
    case 'run':
    case 'compare':
    case 'sweep':
      return null;
  }
}

/** Runs what shows the answer of a question, and leads to it. @param title what a sweep is called. */
export function useDemonstrate(): (question: QuestionId, shows: Demonstration, title: string) => void {
  const app = useActions();
  const sweeps = useSweeps();
  const open = (question: QuestionId, experiment: Experiment, moment?: Moment) => {
    app.setup.open(experiment, moment);
    noteQuestion(question, app.store.getState().draft);
  };
  return (question, shows, title) => {
    switch (shows.kind) {
      case 'run':
        open(question, shows.experiment, shows.moment);
        // With a moment it runs by itself, and stops there.
        if (!shows.moment) app.runs.start();
        break;
      case 'compare': {
        const compared = comparisonOf(shows);
        if (!compared) break;
        open(question, compared.experiment);
        app.runs.compare.pick(compared.comparison);
        app.runs.showSideBySide({ kind: 'arms' });
        app.runs.startCompare();
        break;
      }
      case 'sweep':
        void sweeps.start(sweepOfQuestion(shows, title)).then(goToSweep);
        break;
      case 'lens':
        if (shows.experiment) {
          open(question, shows.experiment);
          app.runs.start();
        }
        location.hash = areaFragment('lab', `lens/${shows.lens}`);
        break;
      case 'claim':
      case 'chooser':
        location.hash = demonstrationAddress(shows) ?? '';
    }
  };
}
