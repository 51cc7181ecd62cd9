import { useMemo } from 'react';
import type { RunState } from '#run/state.ts';
import { BudgetTimeline } from '#views/budget-timeline/budget-timeline.tsx';
import { budgetPicture, budgetSentence } from '#views/budget-timeline/budget-picture.ts';
import { search } from '#words/en/search.ts';
import { useActions } from '#app/store/use-app.tsx';
import { useGrade } from '#app/store/use-answers.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './budget-tab.module.css';
import numbers from './numbers-table.module.css';
import notes from '../stage/stage-notes.module.css';

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
    return <p className={classes(notes.waiting, 'quiet')}>{search.budget.notBegun}</p>;
  return (
    <div className={classes(styles.root, 'scrolls')}>
      <p className={classes(notes.summary, styles.summary)}>{budgetSentence(picture)}</p>
      <BudgetTimeline
        picture={picture}
        onSelect={(sequence, index) =>
          app.view.select(index === null ? { kind: 'trace', sequence } : { kind: 'token', sequence, index })
        }
      />
      <div
        className="scrolls"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={search.budget.caption}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
        tabIndex={0}
      >
        <table className={classes(numbers.root, styles.rounds)}>
          <caption className="hidden-visually">{search.budget.caption}</caption>
          <thead>
            <tr>
              {picture.traces.length > 1 && <th scope="col">{search.budget.trace}</th>}
              <th scope="col">{search.budget.round}</th>
              <th scope="col">{search.budget.endsAfter}</th>
              <th scope="col">{search.budget.wouldAnswer}</th>
              <th scope="col">{search.budget.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {picture.traces.flatMap((trace) =>
              trace.rounds.map((round) => (
                <tr key={`${trace.sequence} ${round.round}`} data-round={`${trace.sequence} ${round.round}`}>
                  {picture.traces.length > 1 && <th scope="row">{trace.label}</th>}
                  <th scope="row">
                    {round.word === null
                      ? search.budget.before(trace.rounds[1]?.word ?? 'Wait')
                      : search.budget.after({ word: round.word, round: round.round })}
                  </th>
                  <td>{search.budget[round.open ? 'tokensSoFar' : 'tokens'](round.to)}</td>
                  <td>
                    {round.open ? (
                      search.budget.notYet
                    ) : !round.asked ? (
                      search.budget.notAsked
                    ) : round.answer === null ? (
                      search.budget.noAnswer
                    ) : (
                      <span className="mono" translate="no">
                        {round.answer}
                      </span>
                    )}
                    {round.changed && (
                      <span className={classes('chip chip-forced', styles.changed)}>
                        {search.budget.changed}
                      </span>
                    )}
                  </td>
                  <td>
                    {round.outcome === 'unknown' ? (
                      '–'
                    ) : (
                      <span className={`chip chip-${round.outcome}`}>
                        <Icon name={round.outcome} size={13} />
                        {search.budget.outcomes[round.outcome]}
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
