import { amounts } from '#words/en/amounts.ts';
import { nameOf } from '#words/labels.ts';
import { verifiers } from '#words/en/verifiers.ts';
import { knobs } from '#words/en/knobs.ts';
import { useMemo, useState } from 'react';
import { waysToChoose } from '#answers/choose-again.ts';
import { passAtK } from '#answers/pass-at-k.ts';
import type { RunState } from '#run/state.ts';
import { contestOf } from '#run/what-happened/contest.ts';
import { ScoreStrip } from '#views/score-strip/score-strip.tsx';
import { type ScoreOrder, scoreDigits, type ScoreRow, scoreRows } from '#views/score-strip/score-rows.ts';
import { rampGradient } from '#views/search-tree/value-ramp.ts';
import { Rich } from '#views/rich.tsx';
import { search } from '#words/en/search.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import facts from '../inspector/facts.module.css';
import { ToBeScored } from './to-be-scored.tsx';
import styles from './scores-tab.module.css';
import notes from '../stage/stage-notes.module.css';

/** Every scored trace as a strip of step scores, and how they become one number. */
export function ScoresTab({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const [order, setOrder] = useState<ScoreOrder>('score');
  const rows = useMemo(() => scoreRows(view, order), [view, order]);
  const first = rows[0];
  if (!first) {
    return (
      <div className={classes(notes.waiting, 'scrolls')}>
        <p className="quiet">{view.status === 'running' ? search.scores.none : search.scores.noneAtAll}</p>
        {view.status === 'running' && <ToBeScored view={view} />}
      </div>
    );
  }
  const whole = rows.every((row) => row.steps.length === 1);
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className={notes.summary}>{summary(view, rows)}</p>
      <div className={styles.head}>
        <p className={styles.how}>
          <Rich text={search.scores.byVerifier(verifiers[first.verifier])} parts={parts} />
          {amounts.between}
          {whole ? (
            search.scores.wholeTrace
          ) : (
            <Rich
              text={search.scores.aggregated(knobs.aggregation.options[first.aggregation])}
              parts={parts}
            />
          )}
        </p>
        <OtherChoices view={view} />
        <label className={styles.order}>
          {search.scores.order}{' '}
          <select
            className="field-select"
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value === 'trace' ? 'trace' : 'score')}
          >
            <option value="score">{search.scores.byScore}</option>
            <option value="trace">{search.scores.byTrace}</option>
          </select>
        </label>
      </div>
      <p className={styles.legend}>
        <span className="mono">0</span>
        <span className={styles.ramp} style={{ background: rampGradient }} />
        <span className="mono">1</span>
        {!whole && (
          <>
            <span className={styles.weakest} aria-hidden="true">
              ▲
            </span>
            {search.scores.weakest}
          </>
        )}
      </p>
      <ScoreStrip
        rows={rows}
        digits={scoreDigits(view)}
        selected={selection?.kind === 'trace' ? selection.sequence : null}
        onSelect={(sequence) => app.view.select({ kind: 'trace', sequence })}
      />
      <PassAtK view={view} />
    </div>
  );
}

/** Votes and contests over the same traces, side by side. */
function OtherChoices({ view }: { readonly view: RunState }) {
  const app = useActions();
  const log = useApp((state) => state.log);
  if (!log || waysToChoose(view).length < 2) return null;
  return (
    <button
      type="button"
      className="button button-small"
      onClick={() => app.runs.showSideBySide({ kind: 'choices', log, ways: null })}
    >
      <Icon name="compare" size={13} />
      {search.scores.otherChoices}
    </button>
  );
}

const parts = { strong: (text: string) => <strong>{text}</strong> };

function summary(view: RunState, rows: readonly ScoreRow[]): string {
  const unjudged = rows.filter(({ score }) => score === null).length;
  const scored = outcome(view, rows.length - unjudged);
  return unjudged === 0 ? scored : `${scored} ${search.scores.notJudged(unjudged)}`;
}

function outcome(state: RunState, scored: number): string {
  const { chosen } = state;
  const by = chosen?.by;
  if (by?.rule === 'best-score') {
    return search.scores.bestWins({
      trace: nameOf(state, by.sequence),
      scored,
      tied: contestOf(state)?.tied ?? 0,
      score: by.score,
      digits: scoreDigits(state),
    });
  }
  if (by?.rule === 'weighted-vote') {
    const answer = chosen?.answer?.display ?? search.scores.someAnswer;
    return search.scores.voteWins({ answer, weight: by.weight, total: by.total });
  }
  return search.scores.scored(scored);
}

/** How often fewer traces would have held a right one, were each known when seen: the ceiling of any verifier. */
function PassAtK({ view }: { readonly view: RunState }) {
  const graded = view.sequences.filter(({ extracted }) => extracted);
  const right = graded.filter(({ grade }) => grade?.outcome === 'right').length;
  const n = graded.length;
  if (n < 2 || !graded.some(({ grade }) => grade && grade.outcome !== 'ungraded')) return null;
  const ks = [1, 2, 4, 8, 16, 32, 64].filter((k) => k < n).concat(n);
  return (
    <section aria-labelledby="pass-title">
      <h3 className={facts.sub} id="pass-title">
        {search.scores.ceiling}
      </h3>
      <p className="quiet">{search.scores.ceilingHelp({ right, traces: n })}</p>
      <dl className={styles.pass}>
        {ks.map((k) => {
          const share = passAtK(n, right, k);
          return (
            <div key={k}>
              <dt className="mono" translate="no">
                k = {k}
              </dt>
              <dd>
                <span className={styles.bar} aria-hidden="true">
                  <span style={{ height: `${share * 100}%` }} />
                </span>
                <span className="mono">{search.scores.share(share)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
