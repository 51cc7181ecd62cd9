import { answerForm } from '#experiment/problem.ts';
import { keyText } from '#answers/key-text.ts';
import { mergeReason } from '#answers/merge-reason.ts';
import type { RunState, Sequence } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import type { VoteGroup } from '#run/events.ts';
import type { Selection } from '#app/store/app-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { gradeReason, Verdict } from '#app/ui/verdict.tsx';
import { EditButton } from '../search/edit-button.tsx';
import { NodeFacts } from '../search/node-facts.tsx';
import { StepFacts } from '../search/step-facts.tsx';
import { StepSwitch } from '../search/step-switch.tsx';
import { endingText } from '../stage/trace-status.tsx';
import { ruleText } from './rule-text.ts';
import { TokenFacts } from './token-facts.tsx';
import { labelText } from '#words/labels.ts';

/** What is selected and its numbers. */
export function Inspector() {
  const view = useApp((state) => state.view);
  const selection = useApp((state) => state.selection);
  const searching = view.tree.length > 0 || view.decisions.length > 0;
  return (
    <div className="inspector-body">
      {searching && <StepSwitch />}
      {selection ? (
        <Selected view={view} selection={selection} />
      ) : searching ? (
        <StepFacts state={view} />
      ) : (
        <NothingSelected />
      )}
    </div>
  );
}

function NothingSelected() {
  const hasLog = useApp((state) => state.log !== null);
  return (
    <div className="inspector-empty quiet">
      <Icon name="inspect" size={22} />
      <p>
        {hasLog
          ? 'Select a token, a trace or a vote to see its numbers.'
          : 'Once a run is on the stage, select a token, a trace or a vote to see its numbers.'}
      </p>
    </div>
  );
}

function Selected({ view, selection }: { readonly view: RunState; readonly selection: Selection }) {
  switch (selection.kind) {
    case 'token': {
      const sequence = sequenceOf(view, selection.sequence);
      const token = sequence?.tokens[selection.index];
      if (!sequence || !token) return <NotYet what="This token was not written yet at this step." />;
      return (
        <section aria-label="Token">
          <p className="inspector-kind">
            Token {selection.index + 1} of {sequence.tokens.length} · {labelText(sequence.label)}
          </p>
          <TokenFacts token={token} most={8} />
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
      return sequence ? (
        <TraceFacts sequence={sequence} />
      ) : (
        <NotYet what="This trace had not started at this step." />
      );
    }
    case 'step':
      return <StepFacts state={view} />;
    case 'node': {
      const node = view.tree[selection.node];
      return node ? (
        <NodeFacts state={view} node={node} />
      ) : (
        <NotYet what="This node had not been made at this step." />
      );
    }
    case 'votes': {
      const group = view.votes.find((one) => one.key === selection.key);
      return group ? (
        <VoteFacts view={view} group={group} />
      ) : (
        <NotYet what="Nobody had voted for this answer at this step." />
      );
    }
  }
}

function NotYet({ what }: { readonly what: string }) {
  return <p className="inspector-empty quiet">{what}</p>;
}

function TraceFacts({ sequence }: { readonly sequence: Sequence }) {
  const inWords = useApp((state) => answerForm(state.view.experiment?.problem) === 'words');
  const likelihood = sequence.tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0);
  const drawn = sequence.tokens.filter((token) => token.logprob !== null).length;
  return (
    <section aria-label="Trace">
      <p className="inspector-kind">{labelText(sequence.label)}</p>
      <div className="inspector-answer">
        <span
          className="inspector-answer-text mono"
          data-long={(sequence.answer?.display.length ?? 0) > 40 ? '' : undefined}
        >
          {sequence.answer?.display ?? (sequence.extracted ? 'no answer' : 'no answer yet')}
        </span>
        {sequence.grade && <Verdict grade={sequence.grade} />}
      </div>
      {sequence.grade && <p className="quiet">{gradeReason(sequence.grade)}</p>}
      <dl className="facts-numbers">
        <div>
          <dt>thinking</dt>
          <dd className="mono">{sequence.thoughtTokens} tokens</dd>
        </div>
        <div>
          <dt>answer</dt>
          <dd className="mono">{sequence.answerTokens} tokens</dd>
        </div>
        <div>
          <dt>"Wait"</dt>
          <dd className="mono">
            {sequence.waits}
            {sequence.forcedWaits > 0 ? ` (${sequence.forcedWaits} forced)` : ''}
          </dd>
        </div>
        {sequence.score && (
          <div>
            <dt>verifier’s score</dt>
            <dd className="mono">{sequence.score.score?.toFixed(3) ?? 'none'}</dd>
          </div>
        )}
        <div>
          <dt>mean surprisal</dt>
          <dd className="mono">
            {drawn === 0 ? '–' : `${(-likelihood / Math.LN2 / drawn).toFixed(2)} bits`}
          </dd>
        </div>
      </dl>
      {sequence.score && (
        <p className="quiet node-why">
          {sequence.score.score === null ? 'No score' : 'Scored'} by the {sequence.score.verifier} verifier:{' '}
          {sequence.score.why}
        </p>
      )}
      {sequence.from === null && (
        <EditButton place={{ kind: 'trace', sequence: sequence.sequence, tokens: sequence.tokens.length }} />
      )}
      {sequence.answer && (
        <>
          <h3 className="inspector-sub">How the answer was read</h3>
          <p>{ruleText(sequence.answer.rule)}</p>
          <p className="mono inspector-quote">{sequence.answer.text}</p>
          {inWords && (
            <p>
              It counts as{' '}
              <span className="mono">{keyText(sequence.answer.key, sequence.answer.display)}</span>.
            </p>
          )}
        </>
      )}
      <h3 className="inspector-sub">How it ended</h3>
      <p>{sequence.end ? sentence(endingText(sequence.end)) : 'It has not ended at this step.'}</p>
    </section>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function VoteFacts({ view, group }: { readonly view: RunState; readonly group: VoteGroup }) {
  const app = useActions();
  const members = group.sequences.flatMap((number) => sequenceOf(view, number) ?? []);
  const grade = members.find((member) => member.grade)?.grade;
  return (
    <section aria-label="Votes for an answer">
      <p className="inspector-kind">
        {group.votes} of {view.ballots.length} votes
      </p>
      <div className="inspector-answer">
        <span className="inspector-answer-text mono" data-long={group.display.length > 40 ? '' : undefined}>
          {group.display}
        </span>
        {grade && <Verdict grade={grade} />}
      </div>
      {grade && <p className="quiet">{gradeReason(grade)}</p>}
      <h3 className="inspector-sub">Written as</h3>
      <ul className="inspector-forms">
        {group.forms.map((form, index) => (
          <li key={form}>
            <span className="inspector-form mono">
              <span className="form-mark" data-form={Math.min(index, 3)} aria-hidden="true" />
              {form}
            </span>
            {index > 0 && (
              <span className="quiet inspector-reason">
                merged: {mergeReason(group.key, group.forms[0]!, form)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {group.forms.length === 1 && (
        <p className="quiet">Every trace in this group wrote it this way; nothing had to be merged.</p>
      )}
      <h3 className="inspector-sub">Traces</h3>
      <ul className="inspector-members">
        {members.map((member) => (
          <li key={member.sequence}>
            <button
              type="button"
              className="button button-small"
              onClick={() => app.view.select({ kind: 'trace', sequence: member.sequence })}
            >
              {labelText(member.label)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
