import type { VerifierKind, VerifierOf, VerifierSpec, VerifierUse } from '#experiment/verifier.ts';
import { unfit } from '#experiment/fit.ts';
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
 * Throws PolicyError `unsupported` where it does not fit the model or what it is used for.
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
  if (reason) throw new PolicyError({ code: 'unsupported', why: { kind: 'verifier', reason } });
  const verifier = make(spec, session);
  return session.start ? readingStart(verifier, session.start, session.model.info.stepEnds) : verifier;
}

/** What makes each verifier. */
const verifiers: { readonly [Kind in VerifierKind]: Make<VerifierOf<Kind>> } = {
  rule: ruleVerifier,
  outcome: outcomeVerifier,
  process: processVerifier,
  rollouts: rolloutVerifier,
  majority: majorityVerifier,
  generative: generativeVerifier,
  'self-evaluation': selfEvaluationVerifier,
  oracle: oracleVerifier,
};

/** Handed its own kind only, which the compiler cannot follow through the table. */
type Make<Spec> = { bivarianceHack(session: Session, spec: Spec): Verifier }['bivarianceHack'];

function make(spec: VerifierSpec, session: Session): Verifier {
  const maker: Make<VerifierSpec> = verifiers[spec.kind];
  return maker(session, spec);
}
