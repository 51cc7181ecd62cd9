import type { Rollout } from '#lab/rollouts/rollouts.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import type { LabelledStep } from '#lab/step-values/agreement.ts';
import type { StepLabels } from '#lab/step-values/rollout-labels.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { number } from '#words/en/format.ts';
import { shepherdWords } from '#words/en/shepherd.ts';
import styles from './step-table.module.css';

interface StepTableProps {
  readonly trace: StudiedTrace;
  /** By steps that stood. */
  readonly rollouts: readonly (readonly Rollout[])[];
  readonly k: number;
  /** By step. */
  readonly labels: readonly (StepLabels | null)[];
  readonly steps: readonly LabelledStep[];
}

/** Steps as rows: their rollouts, the labels made of them, the value head and the exact label, with a mark where they part. */
export function StepTable({ trace, rollouts, k, labels, steps }: StepTableProps) {
  return (
    <table className={styles.root}>
      <caption className="hidden-visually">{shepherdWords.steps}</caption>
      <thead>
        <tr>
          <th scope="col">{shepherdWords.columns.step}</th>
          <th scope="col">{shepherdWords.columns.rollouts}</th>
          <th scope="col">{shepherdWords.columns.soft}</th>
          <th scope="col">{shepherdWords.columns.hard}</th>
          <th scope="col">{shepherdWords.columns.value}</th>
          <th scope="col">{shepherdWords.columns.exact}</th>
        </tr>
      </thead>
      <tbody>
        {trace.steps.map(({ text }, at) => (
          <Row
            key={at}
            place={at + 1}
            text={text}
            rollouts={(rollouts[at + 1] ?? []).slice(0, k)}
            label={labels[at] ?? null}
            step={steps[at]}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly place: number;
  readonly text: string;
  readonly rollouts: readonly Rollout[];
  readonly label: StepLabels | null;
  readonly step: LabelledStep | undefined;
}

function Row({ place, text, rollouts, label, step }: RowProps) {
  const value = step?.value ?? null;
  const exact = step?.exact ?? null;
  const parts = (said: boolean | null | undefined) =>
    exact !== null && said !== null && said !== undefined && said !== exact;
  return (
    <tr>
      <th scope="row" className={styles.step}>
        <span className={styles.place}>{number(place)}</span>
        <span className={classes('mono', styles.text)} translate="no">
          {text}
        </span>
      </th>
      <td className={styles.rollouts} data-label={shepherdWords.columns.rollouts}>
        <Marks rollouts={rollouts} />
        {label && <span className={styles.rights}>{shepherdWords.rights(label.rights, label.of)}</span>}
      </td>
      <td className={styles.soft} data-label={shepherdWords.columns.soft}>
        {label ? <Soft label={label} parts={parts(clearSide(label))} /> : shepherdWords.unknown}
      </td>
      <td data-label={shepherdWords.columns.hard}>
        {label ? (
          <Said
            text={label.hard ? shepherdWords.hard.yes : shepherdWords.hard.no}
            parts={parts(label.hard)}
            who={shepherdWords.who.hard}
            why={shepherdWords.parts.hard}
          />
        ) : (
          shepherdWords.unknown
        )}
      </td>
      <td data-label={shepherdWords.columns.value}>
        {value === null ? (
          shepherdWords.unknown
        ) : (
          <Said
            text={shepherdWords.value(value)}
            parts={parts(value >= 0.5)}
            who={shepherdWords.who.value}
            why={shepherdWords.parts.value}
          />
        )}
      </td>
      <td data-label={shepherdWords.columns.exact}>
        {exact === null ? (
          shepherdWords.unknown
        ) : (
          <span className={classes('chip', exact ? 'chip-right' : 'chip-wrong')}>
            <Icon name={exact ? 'right' : 'wrong'} size={12} />
            {exact ? shepherdWords.exact.yes : shepherdWords.exact.no}
          </span>
        )}
      </td>
    </tr>
  );
}

/** On which side of a half the soft label surely is; null where its interval holds both. */
const clearSide = ({ soft: { low, high } }: StepLabels): boolean | null =>
  low > 0.5 ? true : high < 0.5 ? false : null;

/** A mark a rollout: what is told of them stands beside it in numbers. */
function Marks({ rollouts }: { readonly rollouts: readonly Rollout[] }) {
  return (
    <span className={styles.marks} aria-hidden="true">
      {rollouts.map(({ right }, at) => (
        <span key={at} className={styles.mark} data-right={right ? '' : undefined}>
          <Icon name={right ? 'right' : 'wrong'} size={10} />
        </span>
      ))}
    </span>
  );
}

function Soft({ label: { soft }, parts }: { readonly label: StepLabels; readonly parts: boolean }) {
  return (
    <span className={styles.softly}>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={{ width: `${soft.share * 100}%` }} />
        <span
          className={styles.interval}
          style={{ left: `${soft.low * 100}%`, right: `${(1 - soft.high) * 100}%` }}
        />
      </span>
      <Said
        text={shepherdWords.soft(soft.share)}
        parts={parts}
        who={shepherdWords.who.soft}
        why={shepherdWords.parts.soft}
      />
      <span className={classes('quiet', styles.range)}>{shepherdWords.interval(soft)}</span>
    </span>
  );
}

interface SaidProps {
  readonly text: string;
  /** It is not what the rules say. */
  readonly parts: boolean;
  readonly who: string;
  readonly why: string;
}

function Said({ text, parts, who, why }: SaidProps) {
  return (
    <span className={styles.said} data-parts={parts ? '' : undefined} title={parts ? why : undefined}>
      {text}
      {parts && (
        <>
          <Icon name="warning" size={12} />
          <span className="hidden-visually">{shepherdWords.disagrees(who)}</span>
        </>
      )}
    </span>
  );
}
