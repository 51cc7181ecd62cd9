import { useState } from 'react';
import type { CountdownProblem } from '#experiment/problem.ts';
import { computedBy } from '#answers/expression-votes.ts';
import type { RunState } from '#run/state.ts';
import type { VoteRow } from '#views/vote-histogram/vote-rows.ts';
import { votes } from '#words/en/votes.ts';
import { VerdictMark } from '#app/ui/verdict.tsx';
import foldedTable from '#app/ui/folded-table.module.css';

/** The bars as a table, in the vote's own order. */
export function VoteTable({
  rows,
  game,
  view,
}: {
  readonly rows: readonly VoteRow[];
  /** Of an answer to a game it says what it makes. */
  readonly game: CountdownProblem | null;
  readonly view: RunState;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className={foldedTable.root} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{votes.asTable}</summary>
      {open && (
        <div className="scrolls">
          <table>
            <caption className="hidden-visually">{votes.table}</caption>
            <thead>
              <tr>
                <th scope="col">{votes.answer}</th>
                <th scope="col">{votes.votes}</th>
                {game && <th scope="col">{votes.makes}</th>}
                <th scope="col">{votes.verdict}</th>
                <th scope="col">{votes.writtenAs}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="mono" translate="no">
                    {row.display}
                  </th>
                  <td className="mono">{row.chosen ? votes.chosen(row.votes) : row.votes}</td>
                  {game && <td className="mono">{madeBy(game, view, row.key) ?? '–'}</td>}
                  <td>{row.grade ? <VerdictMark grade={row.grade} /> : '–'}</td>
                  <td className="mono" translate="no">
                    {row.forms.join('  |  ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

/** What the expression of a bar makes; null where that is no number. */
export function madeBy(game: CountdownProblem, view: RunState, key: string): string | null {
  const ballot = view.ballots.find(({ answer }) => answer.key === key);
  return ballot ? computedBy(game, ballot.answer).value : null;
}
