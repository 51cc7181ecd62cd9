import { Fragment } from 'react';
import type { AnswerGroup } from '#lab/anchors/answer-groups.ts';
import type { Anchors, PlaceOutcome } from '#lab/anchors/anchors.ts';
import { Icon } from '#app/ui/icon.tsx';
import { anchorWords } from '#words/en/anchors.ts';
import { rolloutWords } from '#words/en/rollouts.ts';
import styles from './answer-shares.module.css';

const letters = 'ABCDEFGHIJ';

/** Where the trace's answers went from each place: shares as columns, the share that ends right as a line. */
export function AnswerShares({ anchors, chosen }: { readonly anchors: Anchors; readonly chosen: number }) {
  const { places, groups } = anchors;
  return (
    <section className={styles.root}>
      <h3 className={styles.title}>{anchorWords.answers}</h3>
      <p className="quiet">{anchorWords.answersAre}</p>
      <div aria-hidden="true">
        <div className={styles.columns}>
          {places.map((place) => (
            <div
              key={place.kept}
              className={styles.column}
              data-beside={place.kept === chosen || place.kept === chosen + 1 ? '' : undefined}
            >
              <div className={styles.stack}>
                {groups.map((group, at) => (
                  <Share key={at} group={group} letter={letters[at] ?? ''} share={shareOf(place, at)} />
                ))}
              </div>
              {place.right && (
                <>
                  <span
                    className={styles.whisker}
                    style={{ bottom: percent(place.right.low), top: percent(1 - place.right.high) }}
                  />
                  <span className={styles.dot} style={{ bottom: percent(place.right.share) }} />
                </>
              )}
            </div>
          ))}
          <Line places={places} />
        </div>
        <div className={styles.labels}>
          {places.map(({ kept }) => (
            <span key={kept}>{kept === 0 ? anchorWords.column.begin : anchorWords.column.after(kept)}</span>
          ))}
        </div>
      </div>
      <ul className={styles.legend}>
        {groups.map((group, at) => (
          <li key={at}>
            <span className={styles.swatch} data-group={lookOf(group)} aria-hidden="true">
              {letters[at]}
            </span>
            <span
              className={group.kind === 'answer' ? 'mono' : undefined}
              translate={group.kind === 'answer' ? 'no' : undefined}
            >
              {nameOf(group)}
            </span>
            {group.kind === 'answer' && group.right !== null && (
              <Icon name={group.right ? 'right' : 'wrong'} size={12} />
            )}
          </li>
        ))}
      </ul>
      <Numbers anchors={anchors} />
    </section>
  );
}

function Share({
  group,
  letter,
  share,
}: {
  readonly group: AnswerGroup;
  readonly letter: string;
  readonly share: number;
}) {
  if (share === 0) return null;
  return (
    <span className={styles.share} data-group={lookOf(group)} style={{ height: percent(share) }}>
      {share >= 0.08 && letter}
    </span>
  );
}

/** Through the middles of the columns, in a box that is stretched to them. */
function Line({ places }: { readonly places: readonly PlaceOutcome[] }) {
  const points = places.flatMap(({ right, kept }) => (right ? [`${kept + 0.5},${1 - right.share}`] : []));
  return (
    <svg className={styles.line} viewBox={`0 0 ${places.length} 1`} preserveAspectRatio="none">
      <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function Numbers({ anchors: { places, groups } }: { readonly anchors: Anchors }) {
  return (
    <details className={styles.numbers}>
      <summary>{anchorWords.numbers}</summary>
      <section
        className={styles.scroll}
        aria-label={anchorWords.numbers}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
        tabIndex={0}
      >
        <table>
          <caption className="hidden-visually">{anchorWords.answers}</caption>
          <thead>
            <tr>
              <th scope="col">{anchorWords.place}</th>
              <th scope="col">{anchorWords.right}</th>
              {groups.map((group, at) => (
                <th key={at} scope="col" translate={group.kind === 'answer' ? 'no' : undefined}>
                  {nameOf(group)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ kept, right, counts }) => (
              <tr key={kept}>
                <th scope="row">{kept === 0 ? rolloutWords.steps.begin : rolloutWords.steps.after(kept)}</th>
                <td>{right ? anchorWords.share(right) : ''}</td>
                {groups.map((_, at) => (
                  <Fragment key={at}>
                    <td>{anchorWords.count(counts[at] ?? 0)}</td>
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const percent = (share: number): string => `${share * 100}%`;

const shareOf = ({ counts, rollouts }: PlaceOutcome, group: number): number =>
  rollouts === 0 ? 0 : (counts[group] ?? 0) / rollouts;

const lookOf = (group: AnswerGroup): string =>
  group.kind === 'answer' && group.right ? 'right' : group.kind;

function nameOf(group: AnswerGroup): string {
  switch (group.kind) {
    case 'answer':
      return group.display;
    case 'rare':
      return anchorWords.groups.rare(group.answers);
    case 'right':
    case 'none':
      return anchorWords.groups[group.kind];
  }
}
