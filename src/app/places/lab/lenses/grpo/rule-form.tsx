import { useStore } from 'zustand';
import { grpo } from '#words/en/grpo.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import { ruleOfVariant, variantOf, variants } from './lens-rule.ts';
import { LensChoice, LensSlider } from './lens-slider.tsx';

/** What makes the objective of rewards and log-probabilities; nothing is drawn anew. */
export function RuleForm({ control }: { readonly control: GrpoControl }) {
  const rule = useStore(control.store, (state) => state.rule);
  const { setRule } = control;
  const named = variantOf(rule);
  return (
    <section className={styles.rule} aria-label={grpo.rule.title}>
      <LensChoice
        label={grpo.rule.variant}
        value={named ?? 'own'}
        options={[
          ...variants.map((value) => ({ value, text: grpo.rule.variants[value] })),
          ...(named ? [] : [{ value: 'own' as const, text: grpo.rule.ownVariant }]),
        ]}
        onChange={(value) => value !== 'own' && setRule(ruleOfVariant[value])}
      />
      <LensSlider
        label={grpo.rule.clipLow}
        value={rule.clipLow}
        text={grpo.plain(rule.clipLow, 2)}
        min={0}
        max={1}
        step={0.01}
        onChange={(clipLow) =>
          // One ε moves both sides, as in PPO, until they are told apart.
          setRule(rule.clipLow === rule.clipHigh ? { clipLow, clipHigh: clipLow } : { clipLow })
        }
      />
      <LensSlider
        label={grpo.rule.clipHigh}
        value={rule.clipHigh}
        text={grpo.plain(rule.clipHigh, 2)}
        min={0}
        max={1}
        step={0.01}
        onChange={(clipHigh) => setRule({ clipHigh })}
      />
      <LensSlider
        label={grpo.rule.beta}
        value={rule.beta}
        text={grpo.plain(rule.beta, 3)}
        min={0}
        max={0.2}
        step={0.005}
        onChange={(beta) => setRule({ beta })}
      />
      <LensSlider
        label={grpo.rule.floor}
        value={rule.floor}
        text={rule.floor === 0 ? grpo.rule.noFloor : grpo.plain(rule.floor, 2)}
        min={0}
        max={0.5}
        step={0.01}
        disabled={!rule.byDeviation}
        onChange={(floor) => setRule({ floor })}
      />
      <LensChoice
        label={grpo.rule.averaging}
        value={rule.averaging}
        options={(['trace', 'token', 'constant'] as const).map((value) => ({
          value,
          text: grpo.rule.averagings[value],
        }))}
        onChange={(averaging) => setRule({ averaging })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={rule.byDeviation}
          onChange={(event) => setRule({ byDeviation: event.currentTarget.checked })}
        />
        {grpo.rule.byDeviation}
      </label>
      {rule.averaging === 'constant' && <p className={styles.note}>{grpo.rule.length}</p>}
    </section>
  );
}
