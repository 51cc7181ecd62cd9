import { strategyFor } from '#experiment/defaults.ts';
import { sourceUrl } from '#experiment/sources.ts';
import { strategySheet } from '#experiment/strategies.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { whyNotInShort, whyNotStrategy } from '#words/describe.ts';
import { header } from '#words/en/header.ts';
import { strategies } from '#words/en/strategies.ts';
import { namedStrategyGroups, strategyKinds } from '../strategy-kinds.ts';
import { classes } from '#views/classes.ts';
import styles from './setup.module.css';

/** Which strategy, what it does and who found it. What the model cannot serve is there, greyed out, with the reason. */
export function StrategyChoice() {
  const app = useActions();
  const kind = useApp((state) => state.draft.strategy.kind);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const { source } = strategySheet(kind);
  return (
    <div>
      <div className={styles.line}>
        <label className={styles.title} htmlFor="setup-strategy">
          {header.strategy}
        </label>
        <select
          id="setup-strategy"
          className="field-select"
          value={kind}
          aria-describedby="setup-strategy-does"
          onChange={(event) => {
            const chosen = strategyKinds.find((one) => one === event.currentTarget.value);
            if (chosen) app.setup.setStrategyKind(chosen);
          }}
        >
          {namedStrategyGroups().map(({ name, kinds }) => (
            <optgroup key={name} label={name}>
              {kinds.map((one) => {
                const strategy = strategyFor(model, one);
                const why = whyNotInShort(strategy, model);
                return (
                  <option
                    key={one}
                    value={one}
                    disabled={why !== null}
                    title={whyNotStrategy(strategy, model) ?? undefined}
                  >
                    {why ? header.notWithModel(strategies[one].name, why) : strategies[one].name}
                  </option>
                );
              })}
            </optgroup>
          ))}
        </select>
      </div>
      <p className={classes(styles.note, styles.does)} id="setup-strategy-does">
        {strategies[kind].does}{' '}
        <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
          {source.authors}
        </a>
      </p>
    </div>
  );
}
