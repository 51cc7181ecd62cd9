import { sequenceOf } from '#run/state.ts';
import { inspector } from '#words/en/inspector.ts';
import type { TokenSelection } from '#app/store/app-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { EditButton } from '../search/edit-button.tsx';
import { NodeFacts } from '../search/node-facts.tsx';
import { StepFacts } from '../search/step-facts.tsx';
import { TokenFacts } from './token-facts.tsx';
import { TraceFacts } from './trace-facts.tsx';
import { VoteFacts } from './vote-facts.tsx';
import { labelText } from '#words/labels.ts';
import { classes } from '#views/classes.ts';
import facts from './facts.module.css';

/** What is selected and its numbers. */
export function Facts({ selection }: { readonly selection: TokenSelection }) {
  const view = useApp((state) => state.view);
  switch (selection.kind) {
    case 'token': {
      const sequence = sequenceOf(view, selection.sequence);
      const token = sequence?.tokens[selection.index];
      if (!sequence || !token) return <NotYet what={inspector.notYet.token} />;
      return (
        <section aria-label={inspector.token.label}>
          <p className={facts.kind}>
            {inspector.token.place({
              index: selection.index + 1,
              of: sequence.tokens.length,
              trace: labelText(sequence.label),
            })}
          </p>
          <TokenFacts token={token} most={8} explained />
          {sequence.from === null && (
            <EditButton
              place={{ kind: 'trace', sequence: selection.sequence, tokens: selection.index + 1 }}
            />
          )}
        </section>
      );
    }
    case 'trace': {
      const sequence = sequenceOf(view, selection.sequence);
      return sequence ? <TraceFacts sequence={sequence} /> : <NotYet what={inspector.notYet.trace} />;
    }
    case 'step':
      return <StepFacts state={view} />;
    case 'node': {
      const node = view.tree[selection.node];
      return node ? <NodeFacts state={view} node={node} /> : <NotYet what={inspector.notYet.node} />;
    }
    case 'votes': {
      const group = view.votes.find((one) => one.key === selection.key);
      return group ? <VoteFacts view={view} group={group} /> : <NotYet what={inspector.notYet.votes} />;
    }
  }
}

function NotYet({ what }: { readonly what: string }) {
  return <p className={classes(facts.empty, 'quiet')}>{what}</p>;
}
