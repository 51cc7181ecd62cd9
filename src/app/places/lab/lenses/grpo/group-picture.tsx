import { useSpoken } from '#views/use-spoken.ts';
import { type KeyboardEvent, memo, type PointerEvent, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { GroupTrace } from '#lab/grpo/group.ts';
import type { TokenTerm } from '#lab/grpo/objective.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { grpo } from '#words/en/grpo.ts';
import { type BarKind, type BarSign, barKinds, barPaths, barValue, clipMarks } from './cell-bars.ts';
import styles from './group-picture.module.css';
import type { GrpoControl } from './lens-control.ts';
import { LensChoice } from './lens-slider.tsx';
import { lookedAt } from './lens-state.ts';
import { longest, type MeasuredGroup } from './measured-group.ts';

type Verdict = keyof typeof grpo.picture.verdicts;
const signs: Readonly<Record<Verdict, IconName>> = {
  right: 'right',
  wrong: 'wrong',
  unformed: 'warning',
  open: 'wait',
};

/** A row a trace, a thin cell a token: up what the group makes likelier, down what it makes less likely. */
export function GroupPicture({
  control,
  measured,
}: {
  readonly control: GrpoControl;
  readonly measured: MeasuredGroup | null;
}) {
  const [kind, show] = useState<BarKind>('advantage');
  const state = useStore(control.store);
  const { group } = state;
  const traces = group?.traces ?? [];
  const looked = measured && lookedAt(state);
  const cells = Math.max(measured ? 1 : 60, longest(traces));
  const values = useMemo(() => barValues(kind, group?.traces ?? [], measured), [kind, group, measured]);
  const most = full(kind, values.flat());
  const directed = kind !== 'kl';
  return (
    <section className={styles.root} aria-labelledby="grpo-picture">
      <div className={styles.head}>
        <h3 className={styles.title} id="grpo-picture">
          {grpo.picture.title}
        </h3>
        <LensChoice
          label={grpo.picture.colour}
          value={kind}
          options={barKinds.map((value) => ({ value, text: grpo.picture.shows[value] }))}
          onChange={show}
        />
      </div>
      <Legend kind={kind} most={most} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- buttons below do the same */}
      <div
        className={styles.rows}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={grpo.picture.label(traces.length)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move in it
        tabIndex={0}
        onKeyDown={(event) => looked && move(event, control, looked)}
      >
        <div className={styles.columns} aria-hidden="true">
          <span>{grpo.picture.columns.trace}</span>
          <span className={styles.number}>{grpo.picture.columns.reward}</span>
          <span className={styles.number}>{grpo.picture.columns.advantage}</span>
          <span>{grpo.picture.columns.tokens}</span>
        </div>
        {traces.map((trace, at) => (
          <Row
            key={at}
            place={at}
            cells={cells}
            written={trace.tokens.length}
            verdict={verdictOf(measured, at)}
            reward={measured?.rewards[at]?.reward ?? null}
            advantage={measured?.advantages.advantages[at] ?? null}
            values={values[at] ?? []}
            most={most}
            directed={directed}
            terms={measured?.objective?.terms[at] ?? none}
            chosen={looked?.trace === at ? looked.token : null}
            onLook={control.look}
          />
        ))}
      </div>
    </section>
  );
}

const barValues = (
  kind: BarKind,
  traces: readonly GroupTrace[],
  measured: MeasuredGroup | null,
): readonly (readonly number[])[] =>
  traces.map(({ tokens }, trace) => {
    const advantage = measured?.advantages.advantages[trace] ?? NaN;
    return tokens.map((_, at) => barValue(kind, advantage, measured?.objective?.terms[trace]?.[at]));
  });

function Legend({ kind, most }: { readonly kind: BarKind; readonly most: number }) {
  const keys = [...legends[kind], 'clip'] as const;
  return (
    <p className={styles.legend}>
      {keys.map((sign) => (
        <span key={sign} className={styles.key} data-sign={sign}>
          {sign === 'clip'
            ? grpo.picture.clipped
            : grpo.picture.keys[kind === 'ratio' ? 'ratio' : 'push'][sign]}
        </span>
      ))}
      <span className="quiet">
        {grpo.picture.scale(kind === 'ratio' ? grpo.picture.times(Math.exp(most)) : grpo.plain(most, 2))}
      </span>
    </p>
  );
}

const legends = {
  advantage: ['up', 'down'],
  push: ['up', 'down'],
  ratio: ['up', 'down'],
  kl: [],
} as const satisfies Readonly<Record<BarKind, readonly BarSign[]>>;

const none: readonly TokenTerm[] = [];

/** The value of a full bar: the largest there is; of ratios and pushes what nearly all stay below, so that one cannot flatten all others. */
function full(kind: BarKind, values: readonly number[]): number {
  const sizes = values.filter((value) => !Number.isNaN(value)).map(Math.abs);
  const sorted = sizes.toSorted((a, b) => a - b);
  const place = kind === 'advantage' ? sorted.length - 1 : Math.floor((sorted.length - 1) * 0.98);
  return sorted[place] ?? 1;
}

function verdictOf(measured: MeasuredGroup | null, at: number): Verdict {
  const reward = measured?.rewards[at];
  if (!reward) return 'open';
  return reward.right ? 'right' : reward.formed ? 'wrong' : 'unformed';
}

function move(
  event: KeyboardEvent,
  control: GrpoControl,
  { trace, token }: { readonly trace: number; readonly token: number },
): void {
  const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  if (!by) return;
  event.preventDefault();
  control.look(Math.max(0, trace + (by[0] ?? 0)), Math.max(0, token + (by[1] ?? 0)));
}

interface RowProps {
  readonly place: number;
  readonly cells: number;
  readonly written: number;
  readonly verdict: Verdict;
  readonly reward: number | null;
  readonly advantage: number | null;
  readonly values: readonly number[];
  readonly most: number;
  readonly directed: boolean;
  readonly terms: readonly TokenTerm[];
  /** The token that is looked at. */
  readonly chosen: number | null;
  readonly onLook: (trace: number, token: number) => void;
}

const Row = memo(function Row({
  place,
  cells,
  written,
  verdict,
  reward,
  advantage,
  values,
  most,
  directed,
  terms,
  chosen,
  onLook,
}: RowProps) {
  useSpoken();
  const look = useCallback(
    ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
      const { left, width } = currentTarget.getBoundingClientRect();
      const at = Math.floor(((clientX - left) / width) * cells);
      if (at >= 0 && at < written) onLook(place, at);
    },
    [cells, written, place, onLook],
  );
  return (
    <div className={styles.row} data-chosen={chosen === null ? undefined : ''}>
      <span className={styles.name}>
        <span className="hidden-visually">{grpo.picture.row(place + 1)}: </span>
        <span aria-hidden="true">{place + 1}</span>
        <span className={styles.verdict} data-verdict={verdict} title={grpo.picture.verdicts[verdict]}>
          <Icon name={signs[verdict]} size={13} />
          <span className="hidden-visually">{grpo.picture.verdicts[verdict]}</span>
        </span>
      </span>
      <span className={classes('mono', styles.number)}>{reward === null ? '' : grpo.plain(reward, 1)}</span>
      <span className={classes('mono', styles.number)}>
        {advantage === null ? '' : grpo.signed(advantage, 2)}
      </span>
      <svg
        className={styles.cells}
        viewBox={`0 0 ${cells} 2`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerMove={look}
        onPointerDown={look}
      >
        {barPaths(values, most, directed).map(({ sign, strength, path }) => (
          <path
            key={`${sign} ${strength}`}
            className={styles.bars}
            data-sign={sign}
            data-strength={strength}
            d={path}
          />
        ))}
        <path className={styles.clipped} d={clipMarks(terms)} />
        {chosen !== null && <rect className={styles.chosen} x={chosen} y={0} width={0.86} height={2} />}
      </svg>
    </div>
  );
});
