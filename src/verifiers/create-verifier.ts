import type { VerifierSpec, VerifierUse } from '#experiment/verifier.ts';
import { unfit } from '#experiment/verifier-fit.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import { generativeVerifier } from './generative.ts';
import { majorityVerifier } from './majority.ts';
import { oracleVerifier } from './oracle.ts';
import { outcomeVerifier } from './outcome.ts';
import { processVerifier } from './process.ts';
import { readingStart } from './reads-start.ts';
import { rolloutVerifier } from './rollouts.ts';
import { ruleVerifier } from './rule.ts';
import { selfEvaluationVerifier } from './self-evaluation.ts';
import type { Verifier } from './verifier.ts';

/**
 * The verifier that an experiment asks for. One for a whole run: some remember what they have found out.
 *
 * Throws PolicyError `unsupported`, in words, where it does not fit the model or what it is used for.
 */
export function createVerifier(
  spec: VerifierSpec,
  session: Session,
  usedFor: VerifierUse = 'traces',
): Verifier {
  const reason = unfit(
    spec,
    session.model.info,
    session.problem.family,
    usedFor,
    session.verifierModel?.info,
  );
  if (reason)
    throw new PolicyError(
      'unsupported',
      `The verifier does not fit. ${reason}`,
      'Pick another verifier or another model.',
    );
  const verifier = bare(spec, session);
  return session.start ? readingStart(verifier, session.start, session.model.info.stepEnds) : verifier;
}

function bare(spec: VerifierSpec, session: Session): Verifier {
  switch (spec.kind) {
    case 'rule':
      return ruleVerifier(session);
    case 'outcome':
      return outcomeVerifier(session);
    case 'process':
      return processVerifier(session);
    case 'rollouts':
      return rolloutVerifier(spec, session);
    case 'majority':
      return majorityVerifier();
    case 'generative':
      return generativeVerifier(session);
    case 'self-evaluation':
      return selfEvaluationVerifier(spec, session);
    case 'oracle':
      if (!session.oracle)
        throw new PolicyError(
          'unsupported',
          'No reference answer was handed in for the oracle.',
          'Pick another verifier.',
        );
      return oracleVerifier(session.oracle);
  }
}
