import { useMemo } from 'react';
import type { CountdownProblem } from '#experiment/problem.ts';
import type { Computed, ComputedVotes } from '#answers/expression-votes.ts';
import type { RunState } from '#run/state.ts';
import { shadeOf } from '#views/vote-histogram/vote-bars.ts';
import { VoteHistogram, type VoteHistogramProps } from '#views/vote-histogram/vote-histogram.tsx';
import type { VoteCell, VotePicture, VoteRow } from '#views/vote-histogram/vote-rows.ts';
import { votes } from '#words/en/votes.ts';
import { madeBy } from './vote-table.tsx';
import styles from './vote-groups.module.css';

/** A vote on a game: a bar for what expressions come to, and below it the expressions, which are what the strategy counted. */
export function VoteGroups({
  groups,
  view,
  problem,
  picture,
  most,
  shared,
}: {
  readonly groups: readonly ComputedVotes[];
  readonly view: RunState;
  readonly problem: CountdownProblem;
  readonly picture: VotePicture;
  /** As many expressions are shown. */
  readonly most: number;
  readonly shared: Pick<VoteHistogramProps, 'selectedKey' | 'nameOf' | 'onSelectGroup' | 'onSelectTrace'>;
}) {
  const places = useMemo(
    () => new Map(picture.rows.map((row, place) => [row.key, { row, place }])),
    [picture],
  );
  return groups.map((group, at) => {
    const members = group.answers.flatMap((answer) => places.get(answer.key) ?? []);
    const shown = members.filter(({ place }) => place < most).map(({ row }) => row);
    const name = groupName(group.computed, problem.target);
    if (shown.length === 0) return null;
    return (
      <section key={name} className={styles.root} aria-label={name}>
        <VoteHistogram
          {...shared}
          selectedKey={null}
          picture={{
            ...picture,
            rows: [
              groupBar(
                group,
                name,
                members.map(({ row }) => row),
                picture.votes,
              ),
            ],
          }}
          label={votes.ofGroup(name)}
          scaled={at === 0}
        />
        <ul className={styles.expressions} aria-label={votes.expressionsOf(name)}>
          {shown.map((row, form) => (
            <li key={row.key}>
              <button
                type="button"
                className={styles.expression}
                aria-pressed={row.key === shared.selectedKey}
                aria-label={votes.expressionSpoken({
                  expression: row.display,
                  votes: row.votes,
                  chosen: row.chosen,
                })}
                onClick={() => shared.onSelectGroup(row.key)}
              >
                <span className={styles.mark} data-form={shadeOf(form)} data-outcome={row.outcome} />
                <span className="mono" translate="no">
                  {group.computed.kind === 'misused' ? withValue(row, view, problem) : row.display}
                </span>
                {row.votes > 1 && <span className={styles.count}>{votes.each(row.votes)}</span>}
                {row.chosen && <strong>{votes.chosenMark}</strong>}
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** All answers of a group as one bar: their votes one after the other, shaded by answer. */
function groupBar(group: ComputedVotes, name: string, members: readonly VoteRow[], all: number): VoteRow {
  const share = all === 0 ? 0 : group.votes / all;
  const ways = group.answers.length;
  return {
    // A click on the bar selects the answer with the most votes in it.
    key: group.answers[0]?.key ?? name,
    display: name,
    votes: group.votes,
    share,
    outcome: members[0]?.outcome ?? 'ungraded',
    grade: members[0]?.grade ?? null,
    chosen: false,
    forms: [],
    cells: members.flatMap(({ cells }, form) => cells.map(({ sequence }): VoteCell => ({ sequence, form }))),
    several: {
      beside: votes.group({ votes: group.votes, share, ways }),
      spoken: votes.spokenGroup({ group: name, votes: group.votes, ways }),
    },
  };
}

function groupName(computed: Computed, target: number): string {
  switch (computed.kind) {
    case 'target':
      return votes.groups.target(target);
    case 'value':
      return votes.groups.value(computed.value);
    case 'misused':
    case 'nothing':
    case 'no-expression':
      return votes.groups[computed.kind];
  }
}

/** With what numbers that were used wrongly make, which may well be the target. */
function withValue({ key, display }: VoteRow, view: RunState, problem: CountdownProblem): string {
  const value = madeBy(problem, view, key);
  return value === null ? display : votes.comesTo(display, value);
}
