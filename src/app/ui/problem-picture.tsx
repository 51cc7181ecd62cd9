import { arithmeticText, type Problem, problemText } from '#experiment/problem.ts';

/** The problem as it is posed: number cards and a target, a sum of products, or words. */
export function ProblemPicture({ problem }: { readonly problem: Problem }) {
  switch (problem.family) {
    case 'countdown':
      return (
        <p className="problem-picture">
          <span className="hidden-visually">{problemText(problem)}</span>
          {problem.numbers.map((number, index) => (
            <span key={index} className="number-card mono" aria-hidden="true">
              {number}
            </span>
          ))}
          <span className="problem-make" aria-hidden="true">
            make
          </span>
          <span className="number-card number-target mono" aria-hidden="true">
            {problem.target}
          </span>
        </p>
      );
    case 'arithmetic':
      return (
        <p className="problem-picture">
          <span className="hidden-visually">{problemText(problem)}</span>
          <span className="problem-sum mono" aria-hidden="true">
            {arithmeticText(problem)}
          </span>
          <span className="problem-make" aria-hidden="true">
            =
          </span>
          <span className="number-card number-target mono" aria-hidden="true">
            ?
          </span>
        </p>
      );
    case 'question':
      return <p className="problem-picture problem-question">{problem.text}</p>;
    case 'puzzle':
      return <p className="problem-picture problem-question">{problemText(problem)}</p>;
  }
}
