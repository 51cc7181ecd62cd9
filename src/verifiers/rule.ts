import { familySheet, type Problem } from '#experiment/families.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import { startProof, takeStep } from './proof.ts';
import { isCut } from './split-steps.ts';
import { stepCut } from './unjudged.ts';
import type { PartialTrace, Scores, Verifier } from './verifier.ts';

/**
 * Checks every step like a proof checker: 1 where the current attempt is right so far, else 0, so that a wrong step
 * brings down all steps after it. With the end of the text its answer is checked too: a countdown must make its target, a
 * sum must say what the trace worked out. It knows the rules of the game, never the answer. A last step that was cut off in the
 * middle is no wrong one: it has no score, unless one before it was wrong.
 */
export function ruleVerifier({ problem, model }: Session): Verifier {
  return {
    kind: 'rule',
    judges: 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing, so nothing happens on the way
    async *score(traces) {
      return traces.map((trace): Scores => {
        if (!isCut(trace, model.info.stepEnds)) return checkTrace(problem, trace);
        const { steps, why } = checkTrace(problem, { ...trace, steps: trace.steps.slice(0, -1) });
        return steps.at(-1) === 0 ? { steps: [...steps, 0], why } : { steps: [...steps, null], why: stepCut };
      });
    },
  };
}

/**
 * Scores of a trace's steps by rule, and the first thing that is wrong with it as it stands. Throws PolicyError `unsupported`
 * for problems without rules.
 */
export function checkTrace(problem: Problem, { steps, finished, answer }: PartialTrace): Scores {
  const proof = startProof(problem);
  if (!proof) throw new PolicyError({ code: 'unsupported', why: { kind: 'no-rule' } });
  const thinks = steps.some((step) => step.some(({ role }) => role === 'thought' || role === 'wait'));
  const scores: number[] = [];
  let why = 'nothing was written';
  for (const [index, step] of steps.entries()) {
    takeStep(proof, step, thinks);
    const last = index === steps.length - 1;
    const fault =
      proof.fault() ??
      (last && finished ? (answer ? proof.answerFault(answer) : 'there is no answer') : null);
    scores.push(fault ? 0 : 1);
    why =
      fault ??
      (last && finished
        ? 'every step and the answer are right by rule'
        : 'every step so far is right by rule');
  }
  return { steps: scores, why };
}

/** Whether a whole trace, its answer included, is right by rule; false where there is none. */
export function endsWell(problem: Problem, trace: PartialTrace): boolean {
  return (
    familySheet(problem).checkedByRule && trace.finished && checkTrace(problem, trace).steps.at(-1) === 1
  );
}
