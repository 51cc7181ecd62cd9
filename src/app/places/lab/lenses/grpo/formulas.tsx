import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { maths, mathLines } from '#app/ui/maths.ts';
import { grpo } from '#words/en/grpo.ts';
import styles from './formulas.module.css';
import type { GrpoControl } from './lens-control.ts';
import type { LensRule } from './lens-rule.ts';
import { lookedAt } from './lens-state.ts';
import type { MeasuredGroup } from './measured-group.ts';

const { row, i, o, n, of, sub, over, under, between, fraction } = maths;

/** A number in a formula; a negative one in brackets where something stands before it. */
const num = (value: number, digits = 3): ReactNode => n(grpo.plain(value, digits));
const inside = (value: number, digits = 3): ReactNode => {
  const text = grpo.plain(value, digits);
  // What is rounded to 0 has no sign.
  return text.startsWith('−') ? row(o('('), n(text), o(')')) : n(text);
};

const ratio = () => sub(i('r'), row(i('i'), o(','), i('t')));
const advantage = () => sub(over(i('A'), o('^')), i('i'));
const policy = (which?: string) => (which === undefined ? sub(i('π'), i('θ')) : sub(i('π'), i(which)));
const sumOver = (index: string, to: ReactNode) => between(o('∑'), row(i(index), o('='), n('1')), to);

/** The formulas of the objective, each with this group's numbers below it. */
export function Formulas({
  control,
  measured,
}: {
  readonly control: GrpoControl;
  readonly measured: MeasuredGroup;
}) {
  const state = useStore(control.store);
  const { rule } = state;
  const looked = lookedAt(state);
  const term = looked && measured.objective?.terms[looked.trace]?.[looked.token];
  const logs = looked && measured.logs;
  const at = (role: 'old' | 'now' | 'reference') =>
    (looked && logs?.[role][looked.trace]?.[looked.token]) ?? NaN;
  const own = looked ? (measured.advantages.advantages[looked.trace] ?? NaN) : NaN;
  const reward = looked ? (measured.rewards[looked.trace]?.reward ?? NaN) : NaN;
  const { mean, deviation } = measured.advantages;
  return (
    <div className={styles.root}>
      <Lines
        label={grpo.formula.objective}
        lines={[
          objectiveFormula(rule),
          ...(measured.objective
            ? [
                row(
                  i('J'),
                  o('='),
                  num(measured.objective.gain, 4),
                  o('−'),
                  num(rule.beta),
                  o('·'),
                  num(measured.objective.kl, 4),
                  o('='),
                  num(measured.objective.objective, 4),
                ),
              ]
            : []),
        ]}
      />
      <Lines
        label={grpo.formula.advantage}
        lines={[
          row(
            advantage(),
            o('='),
            rule.byDeviation
              ? fraction(
                  row(sub(i('R'), i('i')), o('−'), of(i('mean'), i('R'))),
                  rule.floor > 0
                    ? row(i('max'), o('('), of(i('std'), i('R')), o(','), i('floor'), o(')'))
                    : of(i('std'), i('R')),
                )
              : row(sub(i('R'), i('i')), o('−'), of(i('mean'), i('R'))),
            o('='),
            rule.byDeviation
              ? fraction(
                  row(num(reward, 2), o('−'), num(mean)),
                  rule.floor > 0
                    ? row(i('max'), o('('), num(deviation), o(','), num(rule.floor, 2), o(')'))
                    : num(deviation),
                )
              : row(num(reward, 2), o('−'), num(mean)),
            o('='),
            num(own),
          ),
        ]}
      />
      {term && (
        <Lines
          label={grpo.formula.token}
          lines={[
            row(
              ratio(),
              o('='),
              fraction(policy(), policy('old')),
              o('='),
              i('exp'),
              o('('),
              num(at('now')),
              o('−'),
              inside(at('old')),
              o(')'),
              o('='),
              num(term.ratio),
            ),
            row(
              i('min'),
              o('('),
              num(term.ratio),
              o('·'),
              inside(own),
              o(','),
              num(term.clippedRatio),
              o('·'),
              inside(own),
              o(')'),
              o('='),
              num(term.gain),
            ),
            row(
              i('KL'),
              o('≈'),
              fraction(policy('ref'), policy()),
              o('−'),
              i('ln'),
              fraction(policy('ref'), policy()),
              o('−'),
              n('1'),
              o('='),
              num(Math.exp(at('reference') - at('now'))),
              o('−'),
              inside(at('reference') - at('now')),
              o('−'),
              n('1'),
              o('='),
              num(term.kl, 4),
            ),
          ]}
        />
      )}
    </div>
  );
}

function objectiveFormula({ averaging }: LensRule): ReactNode {
  const traces = sumOver('i', i('G'));
  const tokens = sumOver('t', row(o('|'), sub(i('o'), i('i')), o('|')));
  const length = row(o('|'), sub(i('o'), i('i')), o('|'));
  const means: Readonly<Record<LensRule['averaging'], readonly ReactNode[]>> = {
    trace: [fraction(n('1'), i('G')), traces, fraction(n('1'), length), tokens],
    token: [fraction(n('1'), row(under(o('∑'), i('i')), length)), traces, tokens],
    constant: [fraction(n('1'), row(i('G'), o('·'), i('L'))), traces, tokens],
  };
  return row(
    i('J'),
    o('='),
    ...means[averaging],
    o('['),
    i('min'),
    o('('),
    ratio(),
    advantage(),
    o(','),
    sub(i('clip'), i('ε')),
    o('('),
    ratio(),
    o(')'),
    advantage(),
    o(')'),
    o('−'),
    i('β'),
    o('·'),
    i('KL'),
    o(']'),
  );
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly ReactNode[] }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <div
        className={styles.lines}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too wide, by arrow keys too
        tabIndex={0}
      >
        {mathLines(lines)}
      </div>
    </figure>
  );
}
