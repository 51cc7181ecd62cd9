import { isSolvable } from '#answers/solvable.ts';
import { explain } from '#words/explain.ts';
import type { RunState } from '#run/state.ts';
import { hasReference } from '#experiment/problem.ts';
import type { ChoiceRule } from '#run/events.ts';
import { cutTracesText, noAnswerWords } from '#words/no-answer.ts';
import { metricsOf } from '#run/metrics.ts';
import { lengthOf } from '#app/store/transitions.ts';
import { plural } from '#words/en/format.ts';
import { useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { problems } from '#words/en/problems.ts';
import { Verdict } from '../ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import styles from './result-bar.module.css';

/** The result at the cursor: live while it runs, final after. Its places are fixed, so that numbers change and nothing moves. */
export function ResultBar() {
  const view = useApp((state) => state.view);
  const opening = useApp((state) => state.phase === 'opening');
  const atEnd = useApp((state) => state.cursor === lengthOf(state));
  const metrics = metricsOf(view);
  const started = view.status !== 'idle';
  return (
    <section className={styles.root} aria-label="Result">
      <div className={styles.answer}>
        <Outcome view={view} opening={opening} />
        {started && !atEnd && <span className="chip">at this step</span>}
      </div>
      <dl className={styles.numbers}>
        <Figure label="tokens" value={started ? view.tokens.toLocaleString('en') : '–'} />
        <Figure
          label="cached"
          value={metrics.cachedShare === null ? '–' : `${Math.round(metrics.cachedShare * 100)} %`}
          title="Share of the prompts' tokens taken from the prefix cache"
        />
        <Figure
          label="tok/s"
          value={metrics.tokensPerSecond === null ? '–' : speedText(metrics.tokensPerSecond)}
          title="Tokens a second since the run started"
        />
        <Figure label="time" value={started ? `${(view.elapsedMs / 1000).toFixed(2)} s` : '–'} />
      </dl>
      <output className="hidden-visually">{atEnd ? announcement(view) : ''}</output>
    </section>
  );
}

/** A large model may write fewer than ten tokens a second: then tenths count. */
export const speedText = (perSecond: number): string =>
  perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en');

function Figure({
  label,
  value,
  title,
}: {
  readonly label: string;
  readonly value: string;
  readonly title?: string;
}) {
  return (
    <div className={styles.figure} title={title}>
      <dt>{label}</dt>
      <dd className="mono">{value}</dd>
    </div>
  );
}

function Outcome({ view, opening }: { readonly view: RunState; readonly opening: boolean }) {
  const answer = view.chosen?.answer ?? null;
  const unknown = view.experiment !== null && !hasReference(view.experiment.problem);
  if (answer) {
    return (
      <>
        <span
          className={classes(styles.text, 'mono')}
          data-long={answer.display.length > 40 ? '' : undefined}
          title={answer.display}
        >
          {answer.display}
        </span>
        {unknown ? (
          <span
            className="chip"
            title="The right answer was not given, so nobody can say whether this one is."
          >
            <Icon name="unknown" size={13} />
            no reference answer
          </span>
        ) : (
          view.grade && <Verdict grade={view.grade} />
        )}
        <span className={classes('quiet', styles.why)} title={whyAnswer(view)}>
          {unknown && 'nothing to compare with; '}
          {whyAnswer(view)}
        </span>
      </>
    );
  }
  return <span className={styles.state}>{stateText(view, opening)}</span>;
}

function stateText(view: RunState, opening: boolean) {
  if (opening && view.status === 'idle') return 'Loading the model';
  switch (view.status) {
    case 'idle':
      return <span className="quiet">No result yet</span>;
    case 'running': {
      if (view.chosen)
        return (
          <>
            <Icon name="none" />
            No answer was found
          </>
        );
      const leader = view.votes[0];
      if (leader)
        return (
          <>
            In the lead: <span className={classes('mono', styles.leader)}>{leader.display}</span>{' '}
            <span className="quiet mono">
              {leader.votes} of {view.ballots.length}
            </span>
          </>
        );
      return (
        <>
          <span className="pulse" aria-hidden="true" />
          Thinking
        </>
      );
    }
    case 'finished': {
      const { why, next } = noAnswerOf(view);
      return (
        <>
          <Icon name="none" />
          <span className={styles.reason} title={`${why} ${next}`}>
            <strong>{why}</strong> <span className="quiet">{next}</span>
          </span>
        </>
      );
    }
    case 'cancelled':
      return (
        <>
          <Icon name="stop" size={13} />
          <span className={styles.words}>Cancelled; what happened until then is kept</span>
        </>
      );
    case 'failed':
      return (
        <>
          <Icon name="warning" />
          <span className={styles.words}>Failed: {view.failure && explain(view.failure).message}</span>
        </>
      );
  }
}

/** Why this answer was taken, and what stands against it: traces that were cut, or that no answer could be right. */
function whyAnswer(view: RunState): string {
  const parts = [
    view.chosen && choiceText(view.chosen.by),
    cutTracesText(view),
    view.experiment && !isSolvable(view.experiment.problem) && problems.alsoNoSolution,
  ];
  return parts.filter(Boolean).join('; ');
}

/** Why there is no answer, and what to do about it, each a sentence. */
function noAnswerOf(view: RunState): { readonly why: string; readonly next: string } {
  const none = view.experiment && !isSolvable(view.experiment.problem);
  const reason = noAnswerWords(view);
  const why = reason ? `No answer: ${reason.why}.` : 'No answer was found.';
  return none ? { why, next: problems.hasNoSolution } : { why, next: reason?.next ?? '' };
}

/** Why this answer was taken. */
export function choiceText(by: ChoiceRule): string {
  switch (by.rule) {
    case 'only-trace':
      return 'the only trace';
    case 'majority':
      return `${by.votes} of ${by.of} votes`;
    case 'majority-tie-first':
      return `${by.votes} of ${by.of} votes; ${by.tied.length} level, the first trace decided`;
    case 'best-score':
      return `highest score, ${by.score.toFixed(2)}`;
    case 'weighted-vote':
      return `${by.weight.toFixed(2)} of ${by.total.toFixed(2)} in scores`;
    case 'last-round':
      return `after ${by.round} more ${by.round === 1 ? 'round' : 'rounds'}`;
    case 'decided-early':
      return `${by.votes} of ${by.of} votes, decided before all ${by.limit}`;
    case 'best-node':
      return `the best node, ${by.score.toFixed(2)}`;
    case 'most-visited':
      return `the most visited node, ${by.visits} visits`;
    case 'confirmed-answer':
      return `found ${plural(by.found, { one: '# time', other: '# times' })}, ${by.confirmed} of them confirmed, of ${by.ofConfirmed} confirmed in all`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? 'the only answer found'
        : `found ${by.found} of ${plural(by.of, { one: '# time', other: '# times' })}; ${by.because === 'unchecked' ? 'no tokens left to check' : 'none was confirmed'}`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `reward ${by.reward.toFixed(2)}; no tokens left to check`
        : `${Math.round(by.agreement * 100)} % of second samplings agree`;
    case 'no-answer':
      return 'no answer';
  }
}

/** What is said aloud, once, at the end. */
function announcement(view: RunState): string {
  switch (view.status) {
    case 'idle':
    case 'running':
      return '';
    case 'cancelled':
      return 'The run was cancelled.';
    case 'failed':
      return `The run failed. ${view.failure ? explain(view.failure).message : ''}`;
    case 'finished':
      if (!view.chosen?.answer) return `The run finished. ${noAnswerOf(view).why} ${noAnswerOf(view).next}`;
      return `The run finished. Answer ${view.chosen.answer.display}, ${view.grade?.outcome ?? 'not graded'}. ${view.tokens} tokens.`;
  }
}
