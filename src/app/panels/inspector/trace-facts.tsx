import { answerForm } from '#experiment/problem.ts';
import { keyText } from '#answers/key-text.ts';
import type { Sequence, TraceScore } from '#run/state.ts';
import { Rich } from '#views/rich.tsx';
import { inspector } from '#words/en/inspector.ts';
import { useApp } from '#app/store/use-app.tsx';
import { GlossaryWord } from '#app/ui/glossary-word.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { EditButton } from '../search/edit-button.tsx';
import { endingText } from '../stage/trace-status.tsx';
import { labelText } from '#words/labels.ts';
import { gradeText } from '#words/grades.ts';
import { scoreReasonText } from '#words/reasons.ts';
import { classes } from '#views/classes.ts';
import facts from './facts.module.css';
import styles from './inspector.module.css';

const because = ({ verifier, why }: TraceScore) => ({ verifier, why: scoreReasonText(why) });

/** A trace: its answer and how that was read, its numbers, its score, how it ended. */
export function TraceFacts({ sequence }: { readonly sequence: Sequence }) {
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
      {sequence.grade && <p className="quiet">{gradeText(sequence.grade)}</p>}
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
