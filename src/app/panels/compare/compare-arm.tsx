import { useEffect } from 'react';
import { problemUnavailable } from '#experiment/fit.ts';
import { whyNotStrategy } from '#words/describe.ts';
import { strategies } from '#words/en/strategies.ts';
import { strategyFor } from '#experiment/defaults.ts';
import type { ComparedArm } from '#experiment/comparison.ts';
import type { StrategyKind } from '#experiment/experiment.ts';
import { engines } from '#policy/model-handle.ts';
import { modelsFor } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { compare } from '#words/en/compare.ts';
import { abilitiesOf, gpuChoices, modelUnavailable } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { problems } from '#words/en/problems.ts';
import { Icon } from '#app/ui/icon.tsx';
import { strategyKinds } from '../strategy-kinds.ts';
import { classes } from '#views/classes.ts';
import styles from './compare-arm.module.css';

interface Props {
  /** From 1. */
  readonly number: number;
  readonly arm: ComparedArm;
  readonly disabled: boolean;
  readonly onChange: (arm: ComparedArm) => void;
  /** Null where none can be taken out. */
  readonly onRemove: (() => void) | null;
}

/** One side of the comparison: its strategy, and its model. What does not go together is greyed out, with the reason. */
export function CompareArm({ number, arm, disabled, onChange, onRemove }: Props) {
  const own = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const library = useApp((state) => state.library);
  const model = abilitiesOf(arm.model ?? own, library);
  const app = useActions();
  const { elsewhere } = engines[model.engine];
  // A link may name a model of a server that was added on an earlier visit.
  useEffect(() => {
    if (elsewhere) app.models.servers().catch(() => undefined);
  }, [app, elsewhere]);
  const blocked = (kind: StrategyKind) => whyNotStrategy(strategyFor(model, kind), model);
  const unfit = (id: string) => {
    const other = problemUnavailable(family, abilitiesOf(id, library));
    return modelUnavailable(library, id) ?? (other && problems.onlyKnows(other));
  };
  const others = [...modelsFor(family).map(({ id }) => id), ...gpuChoices(library, own)].filter(
    (id) => id !== own,
  );
  // What a link chose is shown, fit or not.
  const models = [...new Set([...others, ...(arm.model === undefined ? [] : [arm.model])])];
  return (
    <span className={styles.root}>
      <select
        className="field-select"
        aria-label={compare.arm.strategy(number)}
        value={arm.kind}
        disabled={disabled}
        onChange={(event) => {
          const kind = strategyKinds.find((one) => one === event.currentTarget.value);
          if (kind) onChange({ ...arm, kind });
        }}
      >
        {strategyKinds.map((kind) => {
          const reason = blocked(kind);
          return (
            <option key={kind} value={kind} disabled={reason !== null} title={reason ?? undefined}>
              {reason === null ? strategies[kind].name : compare.arm.notWithModel(strategies[kind].name)}
            </option>
          );
        })}
      </select>
      <select
        className={classes('field-select', styles.model)}
        aria-label={compare.arm.model(number)}
        value={arm.model ?? ''}
        disabled={disabled}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ kind: arm.kind, ...(value === '' ? {} : { model: value }) });
        }}
      >
        <option value="">{compare.arm.asSetUp}</option>
        {models.map((id) => {
          const reason = unfit(id);
          return (
            <option
              key={id}
              value={id}
              translate={reason === null ? 'no' : undefined}
              disabled={reason !== null && id !== arm.model}
              title={reason ?? undefined}
            >
              {reason === null ? spokenName(id) : compare.arm.unfit(spokenName(id))}
            </option>
          );
        })}
      </select>
      <button
        type="button"
        className="button button-plain button-icon button-small"
        aria-label={compare.arm.remove(number)}
        disabled={disabled || !onRemove}
        onClick={onRemove ?? undefined}
      >
        <Icon name="close" size={13} />
      </button>
    </span>
  );
}
