import { familySheet, type Problem } from '#experiment/families.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import type { Answer } from '#run/events.ts';
import type { Fault } from '#run/facts/fault.ts';
import { startProof, takeStep } from './proof.ts';
import type { Proof } from './step-proof.ts';
import { isStepCut } from './split-steps.ts';
import { clipped } from '#run/facts/clipped.ts';
import type { VerifierReason } from '#run/facts/score-reason.ts';
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
        if (!isStepCut(trace, model.info.stepEnds)) return checkTrace(problem, trace);
        const { steps, why } = checkTrace(problem, { ...trace, steps: trace.steps.slice(0, -1) });
        return steps.at(-1) === 0
          ? { steps: [...steps, 0], why }
          : { steps: [...steps, null], why: { kind: 'step-cut' } };
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
  let why: VerifierReason = { kind: 'nothing-written' };
  for (const [index, step] of steps.entries()) {
    takeStep(proof, step, thinks);
    const ended = finished && index === steps.length - 1;
    const fault = proof.faults()[0] ?? (ended ? answerFault(proof, answer) : null);
    scores.push(fault ? 0 : 1);
    why = fault ? { kind: 'fault', fault: clipped(fault) } : { kind: 'right-by-rule', finished: ended };
  }
  return { steps: scores, why };
}

function answerFault(proof: Proof, answer: Answer | null): Fault | null {
  return answer ? proof.answerFault(answer) : { kind: 'no-answer' };
}

/** Whether a whole trace, its answer included, is right by rule; false where there is none. */
export function endsWell(problem: Problem, trace: PartialTrace): boolean {
  return (
    familySheet(problem).checkedByRule && trace.finished && checkTrace(problem, trace).steps.at(-1) === 1
  );
}
