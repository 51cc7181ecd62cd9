import type { Decision } from '#run/facts/decision.ts';
import type { RunState } from '#run/state.ts';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { answeringNode } from '#views/search-tree/tree-focus.ts';
import { amounts } from '#words/en/amounts.ts';
import { search } from '#words/en/search.ts';
import { decisionText, evidenceOf } from '#words/reasons.ts';
import { sentenceOf } from '#words/step-sentence.ts';
import facts from '../inspector/facts.module.css';
import { NodeLink } from './node-link.tsx';
import { StepHead } from './step-head.tsx';
import { StepKey } from './step-key.tsx';
import styles from './step-facts.module.css';

/** How the answer came out of the search. */
export function ChoiceFacts({ state }: { readonly state: RunState }) {
  const node = answeringNode(state);
  const last = state.decisions.at(-1)?.decision;
  // After a weighted vote, what the heaviest answers have.
  const vote = state.chosen?.by.rule === 'weighted-vote' && last?.kind === 'summed-scores' ? last : null;
  return (
    <section aria-label={search.step.label}>
      <StepHead kind={search.step.chosen} />
      <p>{state.chosen && sentenceOf({ type: 'answer-chosen', ...state.chosen }, state)}.</p>
      {vote && <EvidenceList decision={vote} />}
      {node !== null && (
        <p className={classes(styles.end, 'quiet')}>
          <Rich text={search.step.itsNode} parts={{ node: <NodeLink state={state} node={node} /> }} />
        </p>
      )}
      <p className={classes(styles.end, 'quiet')}>
        <Rich text={search.step.before} parts={{ key: <StepKey way="back" /> }} />
      </p>
    </section>
  );
}

export function DecisionFacts({ decision }: { readonly decision: Decision }) {
  return (
    <section aria-label={search.step.decision}>
      <StepHead kind={search.step.decided} />
      <p>{decisionText(decision)}.</p>
      <EvidenceList decision={decision} />
    </section>
  );
}

function EvidenceList({ decision }: { readonly decision: Decision }) {
  return (
    <dl className={facts.numbers}>
      {evidenceOf(decision).map(({ name, value, isAnswer }) => (
        <div key={name}>
          <dt translate={isAnswer ? 'no' : undefined}>{name}</dt>
          <dd className="mono">
            {Number.isInteger(value) ? search.step.count(value) : amounts.decimal(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
