import { amounts } from '#words/en/amounts.ts';
import { useId } from 'react';
import { useStore } from 'zustand';
import { strategyFor } from '#experiment/defaults.ts';
import { unavailable } from '#experiment/fit.ts';
import { compare } from '#words/en/compare.ts';
import { mostCompared } from '#app/store/compare.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { classes } from '#views/classes.ts';
import { strategyKinds } from '../strategy-kinds.ts';
import { CompareArm } from './compare-arm.tsx';
import styles from './compare-bar.module.css';

/** Which strategies and models are compared, and how many tokens each may draw. */
export function CompareChoices({ models }: { readonly models: number }) {
  const comparison = useActions().runs.compare;
  const tokensId = useId();
  const { arms, tokens, busy } = useStore(comparison.store);
  const draft = useApp((state) => state.draft);
  const library = useApp((state) => state.library);
  const model = abilitiesOf(draft.model, library);
  const spare = strategyKinds.find(
    (kind) => arms.every((arm) => arm.kind !== kind) && unavailable(strategyFor(model, kind), model) === null,
  );
  const full = arms.length >= mostCompared;
  return (
    <>
      <div className={styles.picks}>
        {arms.map((arm, place) => (
          <CompareArm
            key={place}
            number={place + 1}
            arm={arm}
            disabled={busy}
            onChange={(changed) => comparison.setArm(place, changed)}
            onRemove={arms.length > 2 ? () => comparison.remove(place) : null}
          />
        ))}
      </div>
      <div className={styles.more}>
        <button
          type="button"
          className="button button-small"
          disabled={busy || full || !spare}
          onClick={() => spare && comparison.add({ kind: spare })}
        >
          <Icon name="plus" size={13} />
          {compare.arm.add}
        </button>
        {(full || !spare) && (
          <span className={styles.tokens}>
            {full ? compare.arm.full(mostCompared) : compare.arm.noneLeft}
          </span>
        )}
        <span className={styles.tokens}>
          <label htmlFor={tokensId}>{compare.tokens}</label>{' '}
          <NumberBox
            id={tokensId}
            name={compare.tokensName}
            value={tokens}
            min={50}
            max={100_000}
            disabled={busy}
            onChange={comparison.setTokens}
          />
        </span>
        <p className={classes('quiet', styles.note)}>
          {compare.note}
          {models > 1 && amounts.between + compare.workNote}
        </p>
      </div>
    </>
  );
}
