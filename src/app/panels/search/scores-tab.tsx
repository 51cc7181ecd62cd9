import { nameOf } from '#words/labels.ts';
import { useMemo, useState } from 'react';
import { aggregationDescriptions, verifierDescriptions } from '#experiment/describe.ts';
import type { RunState } from '#run/state.ts';
import { ScoreStrip } from '#views/score-strip/score-strip.tsx';
import { passAtK, type ScoreOrder, type ScoreRow, scoreRows } from '#views/score-strip/score-rows.ts';
import { rampGradient } from '#views/search-tree/value-ramp.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';

/** Every scored trace as a strip of step scores, and how they become one number. */
export function ScoresTab({ view }: { readonly view: RunState }) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const [order, setOrder] = useState<ScoreOrder>('score');
  const rows = useMemo(() => scoreRows(view, order), [view, order]);
  const first = rows[0];
  if (!first) {
    return (
      <p className="stage-waiting quiet">
        {view.status === 'running'
          ? 'No trace has been scored at this step: the verifier looks at them once they are written.'
          : 'No whole trace was scored in this run.'}
      </p>
    );
  }
  const { name, does } = verifierDescriptions[first.verifier];
  const whole = rows.every((row) => row.steps.length === 1);
  return (
    <div className="scores scrolls">
      <p className="votes-summary">{summary(view, rows)}</p>
      <div className="scores-head">
        <p className="scores-how">
          <strong>{name} verifier.</strong> {does}{' '}
          {whole ? (
            'It gives one score for the whole trace.'
          ) : (
            <>
              A trace’s score is{' '}
              <strong>{aggregationDescriptions[first.aggregation].name.toLowerCase()}</strong>:{' '}
              {lower(aggregationDescriptions[first.aggregation].does)}
            </>
          )}
        </p>
        <label className="scores-order">
          Sorted by{' '}
          <select
            className="field-select"
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value === 'trace' ? 'trace' : 'score')}
          >
            <option value="score">score</option>
            <option value="trace">trace number</option>
          </select>
        </label>
      </div>
      <p className="tree-legend scores-legend">
        <span className="mono">0</span>
        <span className="tree-ramp" style={{ background: rampGradient }} />
        <span className="mono">1</span>
        {!whole && (
          <>
            <span className="score-weakest-sample" aria-hidden="true">
              ▲
            </span>
            the weakest step
          </>
        )}
      </p>
      <ScoreStrip
        rows={rows}
        selected={selection?.kind === 'trace' ? selection.sequence : null}
        onSelect={(sequence) => app.view.select({ kind: 'trace', sequence })}
      />
      <PassAtK view={view} />
    </div>
  );
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function summary(view: RunState, rows: readonly ScoreRow[]): string {
  const unjudged = rows.filter(({ score }) => score === null).length;
  const scored = outcome(view, rows.length - unjudged);
  return unjudged === 0
    ? scored
    : `${scored} ${unjudged} ${unjudged === 1 ? 'was' : 'were'} not judged; the reason stands with the trace.`;
}

function outcome(state: RunState, scored: number): string {
  const { chosen } = state;
  const by = chosen?.by;
  if (by?.rule === 'best-score')
    return `${nameOf(state, by.sequence)} wins: of ${scored} scored traces it has the highest score, ${by.score.toFixed(3)}.`;
  if (by?.rule === 'weighted-vote')
    return `${chosen?.answer?.display ?? 'An answer'} wins: the scores of its traces add up to ${by.weight.toFixed(2)} of ${by.total.toFixed(2)}.`;
  return `${scored === 0 ? 'No' : scored} ${scored === 1 ? 'trace is' : 'traces are'} scored at this step.`;
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
      <h3 className="inspector-sub" id="pass-title">
        The ceiling: pass@k
      </h3>
      <p className="quiet">
        {right} of {n} traces are right. A verifier that knew which would find a right one among k of them
        this often:
      </p>
      <dl className="pass-bars">
        {ks.map((k) => {
          const share = passAtK(n, right, k);
          return (
            <div key={k}>
              <dt className="mono">k = {k}</dt>
              <dd>
                <span className="pass-bar" aria-hidden="true">
                  <span style={{ height: `${share * 100}%` }} />
                </span>
                <span className="mono">{Math.round(share * 100)} %</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
