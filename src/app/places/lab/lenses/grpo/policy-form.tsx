import { spokenName } from '#app/models/spoken-name.ts';
import { useStore } from 'zustand';
import { modelsFor } from '#policy/models.ts';
import { classes } from '#views/classes.ts';
import { grpo } from '#words/en/grpo.ts';
import styles from './grpo-lens.module.css';
import type { GrpoControl } from './lens-control.ts';
import { LensChoice, LensSlider } from './lens-slider.tsx';
import { policyRoles } from './lens-state.ts';

/** The three policies of the objective, each a checkpoint at a temperature. */
export function PolicyForm({ control }: { readonly control: GrpoControl }) {
  const policies = useStore(control.store, (state) => state.policies);
  const family = useStore(control.store, (state) => state.family);
  const options = modelsFor(family).map(({ id }) => ({ value: id, text: spokenName(id) }));
  return (
    <section className={classes(styles.form, styles.policies)} aria-labelledby="grpo-policies">
      <h3 className={styles.title} id="grpo-policies">
        {grpo.policies.title}
      </h3>
      {policyRoles.map((role) => {
        const policy = policies[role];
        return (
          <fieldset key={role} className={styles.policy}>
            <legend className={styles.role}>{grpo.policies.roles[role]}</legend>
            <LensChoice
              label={grpo.policies.model}
              value={policy.model}
              options={options}
              onChange={(model) => control.setPolicy(role, { ...policy, model })}
            />
            <LensSlider
              label={grpo.policies.temperature}
              value={policy.temperature}
              text={grpo.plain(policy.temperature, 1)}
              min={0.1}
              max={2}
              step={0.1}
              onChange={(temperature) => control.setPolicy(role, { ...policy, temperature })}
            />
          </fieldset>
        );
      })}
      <p className="quiet">{grpo.policies.note}</p>
    </section>
  );
}
