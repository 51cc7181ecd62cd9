import type { ReactNode } from 'react';
import type { Family, Problem, ProblemOf } from '#experiment/families.ts';
import { problems } from '#words/en/problems.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { ArithmeticForm } from './arithmetic-form.tsx';
import { CountdownForm } from './countdown-form.tsx';
import { QuestionForm } from './question-form.tsx';

export interface FormProps<P> {
  readonly problem: P;
  onChange(this: void, problem: P): void;
}

/** How problems of a family are set up. */
interface ProblemViews<P> {
  Form(this: void, props: FormProps<P>): ReactNode;
}

const PuzzleForm = lazyPart(
  () => import('./puzzle-form.tsx'),
  (part) => part.PuzzleForm,
);

const views: { readonly [F in Family]: ProblemViews<ProblemOf<F>> } = {
  countdown: { Form: CountdownForm },
  arithmetic: { Form: ArithmeticForm },
  puzzle: {
    Form: (props) => (
      <ErrorBoundary part={problems.theForm}>
        <PuzzleForm {...props} />
      </ErrorBoundary>
    ),
  },
  question: { Form: QuestionForm },
};

/** The form in which a problem of its family is set up. */
export function ProblemForm(props: FormProps<Problem>) {
  const own: ProblemViews<Problem> = views[props.problem.family];
  return <own.Form {...props} />;
}
