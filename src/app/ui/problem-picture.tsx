import { Fragment } from 'react';
import { arithmeticText, type Problem, problemText } from '../../experiment/problem.ts';

/** The problem as it is posed: number cards and a target, or a sum of products. */
export function ProblemPicture({ problem }: { readonly problem: Problem }) {
  switch (problem.family) {
    case 'countdown':
      return (
        <p className="problem-picture" aria-label={problemText(problem)} role="img">
          {problem.numbers.map((number, index) => (
            <Fragment key={index}>
              <span className="number-card mono">{number}</span>
            </Fragment>
          ))}
          <span className="problem-make">make</span>
          <span className="number-card number-target mono">{problem.target}</span>
        </p>
      );
    case 'arithmetic':
      return (
        <p className="problem-picture" aria-label={problemText(problem)} role="img">
          <span className="problem-sum mono">{arithmeticText(problem)}</span>
          <span className="problem-make">=</span>
          <span className="number-card number-target mono">?</span>
        </p>
      );
  }
}
