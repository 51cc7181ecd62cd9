import type { ReactNode } from 'react';
import type { Family, Problem, ProblemOf } from '#experiment/families.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { laterPart } from '../later-part.ts';
import { side } from '../panels/side.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { ArithmeticForm } from './arithmetic-form.tsx';
import type { FormProps, SignsProps } from './family-props.ts';
import { ArithmeticSigns, CountdownSigns } from './signs.tsx';

/** How problems of a family are set up and shown. */
interface ProblemViews<P> {
  Form(this: void, props: FormProps<P>): ReactNode;
  /** Above a run, for the eye alone; the problem's text where there are no signs for it. */
  Signs?(this: void, props: SignsProps<P>): ReactNode;
  /** The problem's words in their own lines, where it has any. */
  lines?(problem: P): string;
}

const PuzzleForm = lazyPart(
  laterPart(() => import('./puzzle-form.tsx')),
  (part) => part.PuzzleForm,
);
const CountdownForm = lazyPart(side, (part) => part.CountdownForm);
const QuestionForm = lazyPart(side, (part) => part.QuestionForm);

const views: { readonly [F in Family]: ProblemViews<ProblemOf<F>> } = {
  countdown: { Form: CountdownForm, Signs: CountdownSigns },
  arithmetic: { Form: ArithmeticForm, Signs: ArithmeticSigns },
  puzzle: {
    Form: (props) => (
      <ErrorBoundary part="form">
        <PuzzleForm {...props} />
      </ErrorBoundary>
    ),
  },
  question: { Form: QuestionForm, lines: ({ text }) => text },
};

/** How a problem is set up and shown; for that problem alone. */
export function problemViews(problem: Problem): ProblemViews<Problem> {
  return views[problem.family];
}

/** The form in which a problem of its family is set up. */
export function ProblemForm(props: FormProps<Problem>) {
  const own = problemViews(props.problem);
  return <own.Form {...props} />;
}
