import { answerForm } from '#experiment/problem.ts';
import { keyText } from '#answers/key-text.ts';
import { mergeReason } from '#answers/merge-reason.ts';
import { itemAt } from '#experiment/surely.ts';
import type { RunState, Sequence, TraceScore } from '#run/state.ts';
import { sequenceOf } from '#run/state.ts';
import type { VoteGroup } from '#run/events.ts';
import { Rich } from '#views/rich.tsx';
import { inspector } from '#words/en/inspector.ts';
import { say } from '#words/say.ts';
import type { TokenSelection } from '#app/store/app-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { GlossaryWord } from '#app/ui/glossary-word.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { EditButton } from '../search/edit-button.tsx';
import { NodeFacts } from '../search/node-facts.tsx';
import { StepFacts } from '../search/step-facts.tsx';
import { endingText } from '../stage/trace-status.tsx';
import { TokenFacts } from './token-facts.tsx';
import { labelText } from '#words/labels.ts';
import { gradeSentence } from '#words/grades.ts';
import { scoreReasonText } from '#words/reasons.ts';
import { classes } from '#views/classes.ts';
import facts from './facts.module.css';
import styles from './inspector.module.css';

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

const because = ({ verifier, why }: TraceScore) => ({ verifier, why: scoreReasonText(why) });

function TraceFacts({ sequence }: { readonly sequence: Sequence }) {
  const inWords = useApp((state) => answerForm(state.view.experiment?.problem) === 'words');
  const likelihood = sequence.tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0);
  const drawn = sequence.tokens.filter((token) => token.logprob !== null).length;
  return (
    <section aria-label={inspector.trace.label}>
      <p className={facts.kind}>{labelText(sequence.label)}</p>
      <div className={facts.answer}>
        <span
          className={classes(facts.answerText, 'mono')}
          data-long={(sequence.answer?.display.length ?? 0) > 40 ? '' : undefined}
        >
          {sequence.answer ? (
            <span translate="no">{sequence.answer.display}</span>
          ) : sequence.extracted ? (
            inspector.trace.noAnswer
          ) : (
            inspector.trace.noAnswerYet
          )}
        </span>
        {sequence.grade && <VerdictMark grade={sequence.grade} />}
      </div>
      {sequence.grade && <p className="quiet">{gradeSentence(sequence.grade)}</p>}
      <dl className={facts.numbers}>
        <div>
          <dt>
            <GlossaryWord term="thinking">{inspector.trace.thinking}</GlossaryWord>
          </dt>
          <dd className="mono">{inspector.trace.tokens(sequence.thoughtTokens)}</dd>
        </div>
        <div>
          <dt>{inspector.trace.answer}</dt>
          <dd className="mono">{inspector.trace.tokens(sequence.answerTokens)}</dd>
        </div>
        <div>
          <dt>
            <GlossaryWord term="waits">{inspector.trace.waits}</GlossaryWord>
          </dt>
          <dd className="mono">
            {sequence.forcedWaits > 0
              ? inspector.trace.forcedWaits({ waits: sequence.waits, forced: sequence.forcedWaits })
              : sequence.waits}
          </dd>
        </div>
        {sequence.score && (
          <div>
            <dt>
              <GlossaryWord term="score">{inspector.trace.score}</GlossaryWord>
            </dt>
            <dd className="mono">
              {sequence.score.score === null
                ? inspector.trace.noScore
                : inspector.trace.scoreValue(sequence.score.score)}
            </dd>
          </div>
        )}
        <div>
          <dt>
            <GlossaryWord term="surprisal">{inspector.trace.surprisal}</GlossaryWord>
          </dt>
          <dd className="mono">{drawn === 0 ? '–' : inspector.token.bits(-likelihood / Math.LN2 / drawn)}</dd>
        </div>
      </dl>
      {sequence.score && (
        <p className={classes('quiet', facts.why)}>
          {sequence.score.score === null
            ? inspector.trace.notScoredBecause(because(sequence.score))
            : inspector.trace.scoredBecause(because(sequence.score))}
        </p>
      )}
      {sequence.from === null && (
        <EditButton place={{ kind: 'trace', sequence: sequence.sequence, tokens: sequence.tokens.length }} />
      )}
      {sequence.answer && (
        <>
          <h3 className={facts.sub}>{inspector.trace.howRead}</h3>
          <p>{inspector.rules[sequence.answer.rule]}</p>
          <p className={classes('mono', styles.quote)} translate="no">
            {sequence.answer.text}
          </p>
          {inWords && (
            <p>
              <Rich
                text={inspector.trace.countsAs(keyText(sequence.answer.key, sequence.answer.display))}
                parts={{
                  key: <span className="mono" translate="no" />,
                }}
              />
            </p>
          )}
        </>
      )}
      <h3 className={facts.sub}>{inspector.trace.howEnded}</h3>
      <p>{sequence.end ? sentence(endingText(sequence.end)) : inspector.trace.notEnded}</p>
    </section>
  );
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Traces of a vote that are named one by one; the others are found in Thoughts. */
const mostMembers = 100;

function VoteFacts({ view, group }: { readonly view: RunState; readonly group: VoteGroup }) {
  const app = useActions();
  const members = group.sequences.slice(0, mostMembers).flatMap((number) => sequenceOf(view, number) ?? []);
  const left = group.sequences.length - members.length;
  const grade = members.find((member) => member.grade)?.grade;
  return (
    <section aria-label={inspector.votes.label}>
      <p className={facts.kind}>{inspector.votes.share({ votes: group.votes, of: view.ballots.length })}</p>
      <div className={facts.answer}>
        <span
          className={classes(facts.answerText, 'mono')}
          translate="no"
          data-long={group.display.length > 40 ? '' : undefined}
        >
          {group.display}
        </span>
        {grade && <VerdictMark grade={grade} />}
      </div>
      {grade && <p className="quiet">{gradeSentence(grade)}</p>}
      <h3 className={facts.sub}>{inspector.votes.forms}</h3>
      <ul className={styles.forms}>
        {group.forms.map((form, index) => (
          <li key={form}>
            <span className={classes(styles.form, 'mono')}>
              <span className={styles.mark} data-form={Math.min(index, 3)} aria-hidden="true" />
              <span translate="no">{form}</span>
            </span>
            {index > 0 && (
              <span className={classes('quiet', styles.reason)}>
                {inspector.votes.merged(
                  say(inspector.votes.mergeReasons, mergeReason(group.key, itemAt(group.forms, 0), form)),
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {group.forms.length === 1 && <p className="quiet">{inspector.votes.oneForm}</p>}
      <h3 className={facts.sub}>{inspector.votes.traces}</h3>
      <ul className={styles.members}>
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
      {left > 0 && <p className="quiet">{inspector.votes.more(left)}</p>}
    </section>
  );
}
