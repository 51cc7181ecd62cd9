import { useState } from 'react';
import { isSolvable } from '#answers/solvable.ts';
import { explain } from '#words/explain.ts';
import type { RunState } from '#run/state.ts';
import { hasReference } from '#experiment/problem.ts';
import { cutTracesText, noAnswerWords } from '#words/no-answer.ts';
import { metricsOf } from '#run/metrics.ts';
import { lengthOf } from '#app/store/transitions.ts';
import { useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { GlossaryWord } from '../ui/glossary-word.tsx';
import { problems } from '#words/en/problems.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { VerdictMark } from '../ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import { side } from './side.ts';
import ifItFits from './stage/if-it-fits.module.css';
import styles from './result-bar.module.css';
import type { GlossaryTerm } from '#words/en/glossary.ts';
import { result } from '#words/en/result.ts';
import { shell } from '#words/en/shell.ts';
import { Rich } from '#views/rich.tsx';

const NothingRun = lazyPart(side, (part) => part.NothingRun);

/**
 * The result at the cursor: live while it runs, final after. Its places are fixed, so that numbers change and nothing moves.
 * On a phone the numbers unfold from the first of them, so that the stage has the room.
 */
export function ResultBar() {
  const view = useApp((state) => state.view);
  const phase = useApp((state) => state.phase);
  const atEnd = useApp((state) => state.cursor === lengthOf(state));
  /** The log ends here, and nothing goes on. */
  const brokeOff = atEnd && phase === 'idle' && view.status === 'running';
  const metrics = metricsOf(view);
  // What another program's log does not say is not shown.
  const started = view.status !== 'idle' && view.elsewhere === null;
  const [unfolded, setUnfolded] = useState(false);
  const tokens = started ? result.count(view.tokens) : '–';
  return (
    <section className={styles.root} aria-label={result.title}>
      <div className={styles.answer}>
        <Outcome view={view} opening={phase === 'opening'} brokeOff={brokeOff} />
        {view.status !== 'idle' && !atEnd && (
          <span className={classes('chip', styles.notAtEnd)}>{result.notAtEnd}</span>
        )}
        {brokeOff && <span className="chip">{result.brokeOff}</span>}
      </div>
      <button
        type="button"
        className={classes(styles.fold, 'unfolds')}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        <span className="hidden-visually">{result.numbers} </span>
        <span className={classes(styles.first, ifItFits.root)}>
          <span>
            <span className="mono">{tokens}</span> {result.tokens}
          </span>
        </span>
      </button>
      <dl className={styles.numbers} data-unfolded={unfolded ? '' : undefined}>
        <Figure term="tokens" label={result.tokens} value={tokens} />
        <Figure
          term="cached"
          label={result.cached}
          value={metrics.cachedShare === null ? '–' : result.percent(metrics.cachedShare)}
        />
        <Figure
          term="speed"
          label={result.speed}
          value={metrics.tokensPerSecond === null ? '–' : result.perSecond(metrics.tokensPerSecond)}
        />
        <Figure
          term="time"
          label={result.time}
          value={started ? result.seconds(view.elapsedMs / 1000) : '–'}
        />
      </dl>
      <output className="hidden-visually">{atEnd ? announcement(view) : ''}</output>
    </section>
  );
}

function Figure({
  term,
  label,
  value,
}: {
  readonly term: GlossaryTerm;
  readonly label: string;
  readonly value: string;
}) {
  return (
    <div className={styles.figure}>
      <dt>
        <GlossaryWord term={term}>{label}</GlossaryWord>
      </dt>
      <dd className="mono">{value}</dd>
    </div>
  );
}

interface OutcomeProps {
  readonly view: RunState;
  readonly opening: boolean;
  readonly brokeOff: boolean;
}

function Outcome({ view, opening, brokeOff }: OutcomeProps) {
  const answer = view.chosen?.answer ?? null;
  const unknown = view.experiment !== null && !hasReference(view.experiment.problem);
  if (answer) {
    return (
      <>
        <span
          className={classes(styles.text, 'mono')}
          data-long={answer.display.length > 40 ? '' : undefined}
          title={answer.display}
          translate="no"
        >
          {answer.display}
        </span>
        {unknown ? (
          <span className="chip" title={result.noReferenceHelp}>
            <Icon name="unknown" size={13} />
            {result.noReference}
          </span>
        ) : (
          view.grade && <VerdictMark grade={view.grade} />
        )}
        <span className={classes('quiet', styles.why)} title={whyAnswer(view)}>
          <span>{unknown ? `${result.nothingToCompare}; ${whyAnswer(view)}` : whyAnswer(view)}</span>
        </span>
      </>
    );
  }
  return (
    <span className={styles.state}>
      {view.elsewhere ? <NothingRun /> : stateText({ view, opening, brokeOff })}
    </span>
  );
}

const leaderParts = (leader: RunState['votes'][number], ballots: number) => ({
  answer: () => (
    <span className={classes('mono', styles.leader)} translate="no">
      {leader.display}
    </span>
  ),
  count: () => <span className={classes('quiet', styles.count)}>{result.of(leader.votes, ballots)}</span>,
});

/** Whether nothing thinks, and something writes its answer; a search always thinks. */
function answersOnly({ sequences, tree }: RunState): boolean {
  const open = sequences.filter(({ end }) => end === null);
  return tree.length === 0 && open.length > 0 && open.every(({ answerTokens }) => answerTokens > 0);
}

function stateText({ view, opening, brokeOff }: OutcomeProps) {
  if (opening && view.status === 'idle') return result.loading;
  switch (view.status) {
    case 'idle':
      return <span className="quiet">{result.none}</span>;
    case 'running': {
      if (view.chosen)
        return (
          <>
            <Icon name="none" />
            {result.notFound}
          </>
        );
      const leader = view.votes[0];
      if (leader)
        return (
          <span>
            <Rich text={result.leading} parts={leaderParts(leader, view.ballots.length)} />
          </span>
        );
      if (brokeOff) return <span className="quiet">{result.none}</span>;
      return (
        <>
          <span className="pulse" aria-hidden="true" />
          {answersOnly(view) ? result.answering : result.thinking}
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
          <span className={styles.words}>{result.cancelled}</span>
        </>
      );
    case 'failed':
      return (
        <>
          <Icon name="warning" />
          <span className={styles.words}>
            {result.failed(view.failure ? explain(view.failure).message : '')}
          </span>
        </>
      );
  }
}

/** Why this answer was taken, and what stands against it: traces that were cut, or that no answer could be right. */
function whyAnswer(view: RunState): string {
  const parts = [
    view.chosen && result.choice(view.chosen.by),
    cutTracesText(view),
    view.experiment && !isSolvable(view.experiment.problem) && problems.alsoNoSolution,
  ];
  return parts.filter(Boolean).join('; ');
}

/** Why there is no answer, and what to do about it, each a sentence. */
function noAnswerOf(view: RunState): { readonly why: string; readonly next: string } {
  const none = view.experiment && !isSolvable(view.experiment.problem);
  const reason = noAnswerWords(view);
  const why = reason ? result.noAnswer(reason.why) : result.noAnswerFound;
  return none ? { why, next: problems.hasNoSolution } : { why, next: reason?.next ?? '' };
}

/** What is said aloud, once, at the end. */
function announcement(view: RunState): string {
  if (view.elsewhere) return '';
  switch (view.status) {
    case 'idle':
    case 'running':
      return '';
    case 'cancelled':
      return result.aloud.cancelled;
    case 'failed':
      return result.aloud.failed(view.failure ? explain(view.failure).message : '');
    case 'finished':
      if (!view.chosen?.answer) {
        const { why, next } = noAnswerOf(view);
        return result.aloud.none(why, next);
      }
      return result.aloud.answer({
        answer: view.chosen.answer.display,
        verdict: shell.verdict[view.grade?.outcome ?? 'ungraded'],
        tokens: view.tokens,
      });
  }
}
