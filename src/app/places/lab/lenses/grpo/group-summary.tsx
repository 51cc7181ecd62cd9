import { useStore } from 'zustand';
import { samePolicy } from '#lab/grpo/group.ts';
import { Icon } from '#app/ui/icon.tsx';
import { grpo } from '#words/en/grpo.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import type { LensRule } from './lens-rule.ts';
import type { MeasuredGroup } from './measured-group.ts';

/** The group in numbers, and in a sentence what it teaches. */
export function GroupSummary({
  control,
  measured,
}: {
  readonly control: GrpoControl;
  /** Null while it is written. */
  readonly measured: MeasuredGroup | null;
}) {
  const rule = useStore(control.store, (state) => state.rule);
  const group = useStore(control.store, (state) => state.group);
  const now = useStore(control.store, (state) => state.policies.now);
  const problem = group?.problem;
  return (
    <section className={styles.part} aria-labelledby="grpo-group">
      <h3 className={styles.title} id="grpo-group">
        {grpo.group.title}
      </h3>
      {measured && problem && (
        <>
          <p>
            {grpo.group.rewards({
              right: measured.rewards.filter(({ right }) => right).length,
              formed: measured.rewards.filter(({ formed }) => formed).length,
              of: measured.rewards.length,
            })}{' '}
            <span className="quiet">{grpo.group.rewardRule(rule.formatReward)}</span>
          </p>
          <Numbers rule={rule} measured={measured} />
          <output className={styles.left}>
            <Icon name={measured.advantages.even ? 'warning' : 'curve'} size={15} />
            <span>{whatIsLeft(measured, rule)}</span>
          </output>
          {!measured.advantages.even && samePolicy(now, group.policy) && (
            <p className="quiet">{grpo.left.same}</p>
          )}
        </>
      )}
    </section>
  );
}

function Numbers({ rule, measured }: { readonly rule: LensRule; readonly measured: MeasuredGroup }) {
  const { mean, deviation, divisor, advantages } = measured.advantages;
  const { objective } = measured;
  const floored = rule.byDeviation && divisor > deviation;
  const sum = advantages.reduce((total, advantage) => total + advantage, 0);
  return (
    <dl className={styles.numbers}>
      <One name={grpo.group.mean} value={grpo.plain(mean, 3)} />
      <One
        name={grpo.group.deviation}
        value={grpo.plain(deviation, 3)}
        note={floored ? grpo.group.floored(rule.floor) : undefined}
      />
      <One name={grpo.group.sum} value={grpo.plain(sum, 2)} />
      {objective && (
        <>
          <One name={grpo.group.objective} value={grpo.plain(objective.objective, 4)} />
          <One name={grpo.group.kl} value={grpo.plain(objective.kl, 4)} />
          <One name={grpo.group.clipped} value={grpo.group.clippedOf(objective.clipped, objective.tokens)} />
        </>
      )}
    </dl>
  );
}

function One({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="mono" translate="no">
        {value}
      </dd>
      {note && <dd className="quiet">{note}</dd>}
    </div>
  );
}

/** What the group teaches: its differences, or what is left without any. */
export function whatIsLeft({ rewards, advantages }: MeasuredGroup, rule: LensRule): string {
  const of = rewards.length;
  const right = rewards.filter((one) => one.right).length;
  if (advantages.advantages.some(Number.isNaN)) return grpo.left.nan(of);
  if (advantages.even) return rule.beta > 0 ? grpo.left.kl(of) : grpo.left.nothing(of);
  if (right === 0) return advantages.divisor > advantages.deviation ? grpo.left.formFloor : grpo.left.form;
  return grpo.left.mixed({ right, of });
}
