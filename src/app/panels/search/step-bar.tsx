import { type AlgorithmStepKind, algorithmSteps, stepAt } from '#run/algorithm-steps.ts';
import { experimentOf } from '#app/store/stage-tabs.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { nextOfKind, stepKindsOf, stepNames } from './step-kinds.ts';

/** Back and forth by the algorithm's own steps, and from any step to the next of one kind. */
export function StepBar() {
  const app = useActions();
  const log = useApp((state) => state.log);
  const cursor = useApp((state) => state.cursor);
  const strategy = experimentOf(log)?.strategy;
  if (!log || !strategy) return null;
  const steps = algorithmSteps(log.entries);
  const current = stepAt(steps, cursor);
  const number = current ? steps.indexOf(current) + 1 : 0;
  const there = new Set(steps.map(({ kind }) => kind));
  const kinds = stepKindsOf(strategy).filter((kind) => there.has(kind));
  return (
    <fieldset className="step-bar" aria-label="Steps of the algorithm">
      <button
        type="button"
        className="button button-small button-icon"
        aria-label="Previous step of the algorithm"
        title="Previous step of the algorithm ( [ )"
        disabled={number <= 1 && cursor <= (steps[0]?.cursor ?? 0)}
        onClick={() => app.view.stepAlgorithm(-1)}
      >
        <Icon name="stepBack" size={14} />
      </button>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label="Next step of the algorithm"
        title="Next step of the algorithm ( ] )"
        disabled={(steps.at(-1)?.cursor ?? 0) <= cursor}
        onClick={() => app.view.stepAlgorithm(1)}
      >
        <Icon name="stepOn" size={14} />
      </button>
      <span className="step-kinds">
        {kinds.map((kind) => (
          <KindButton
            key={kind}
            kind={kind}
            current={current?.kind === kind && current.cursor === cursor}
            next={nextOfKind(steps, cursor, kind)}
            onGo={app.view.seek}
          />
        ))}
      </span>
      <span className="step-count mono" title="Steps of the algorithm so far">
        {number} / {steps.length}
      </span>
    </fieldset>
  );
}

interface KindButtonProps {
  readonly kind: AlgorithmStepKind;
  readonly current: boolean;
  readonly next: number | null;
  readonly onGo: (cursor: number) => void;
}

function KindButton({ kind, current, next, onGo }: KindButtonProps) {
  const name = stepNames[kind];
  return (
    <button
      type="button"
      className="step-kind"
      aria-current={current ? 'step' : undefined}
      disabled={next === null && !current}
      title={`To the next: ${name.toLowerCase()}`}
      onClick={() => next !== null && onGo(next)}
    >
      {name}
    </button>
  );
}
