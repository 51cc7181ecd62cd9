import { useMemo } from 'react';
import type { RunState } from '#run/state.ts';
import { BudgetTimeline } from '#views/budget-timeline/budget-timeline.tsx';
import { budgetPicture } from '#views/budget-timeline/budget-picture.ts';
import { useActions } from '#app/store/use-app.tsx';
import { useGrade } from '#app/store/use-answers.ts';
import { Icon } from '#app/ui/icon.tsx';

/** Thinking as a line of tokens: every "Wait" on it, and what the answer would have been after each round. */
export function BudgetTab({ view }: { readonly view: RunState }) {
  const app = useActions();
  const problem = view.experiment?.problem;
  const grade = useGrade(problem);
  const picture = useMemo(
    () => budgetPicture(view, (answer) => (problem && grade ? grade(problem, answer).outcome : 'ungraded')),
    [view, problem, grade],
  );
  if (picture.traces.length === 0)
    return <p className="stage-waiting quiet">No thinking has begun at this step.</p>;
  return (
    <div className="budget scrolls">
      <p className="votes-summary">{picture.sentence}</p>
      <BudgetTimeline
        picture={picture}
        onSelect={(sequence, index) =>
          app.view.select(index === null ? { kind: 'trace', sequence } : { kind: 'token', sequence, index })
        }
      />
      <div className="scrolls">
        <table className="numbers-table budget-table">
          <caption className="hidden-visually">Rounds of thinking and the answer after each</caption>
          <thead>
            <tr>
              {picture.traces.length > 1 && <th scope="col">Trace</th>}
              <th scope="col">Round</th>
              <th scope="col">ends after</th>
              <th scope="col">it would answer</th>
              <th scope="col">which is</th>
            </tr>
          </thead>
          <tbody>
            {picture.traces.flatMap((trace) =>
              trace.rounds.map((round) => (
                <tr key={`${trace.sequence} ${round.round}`}>
                  {picture.traces.length > 1 && <th scope="row">{trace.label}</th>}
                  <th scope="row">
                    {round.round === 0 ? 'before any word' : `after “${round.word}” ${round.round}`}
                  </th>
                  <td>{round.to} tokens</td>
                  <td className="mono">
                    {!round.asked ? 'not asked' : (round.answer ?? 'no answer')}
                    {round.changed && <span className="chip chip-forced budget-changed">changed</span>}
                  </td>
                  <td>
                    {round.outcome === 'unknown' ? (
                      '–'
                    ) : (
                      <span className={`chip chip-${round.outcome}`}>
                        <Icon name={round.outcome} size={13} />
                        {round.outcome}
                      </span>
                    )}
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}
