import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import { rolloutExperiment } from '#lab/rollouts/rollouts.ts';
import { embeddedModel } from '#policy/models.ts';
import { isHere } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { number } from '#words/en/format.ts';
import { rolloutWords } from '#words/en/rollouts.ts';
import styles from './draw-line.module.css';
import type { Rollouts } from './use-rollouts.ts';

/** How many rollouts there are, how it goes on, and the way to more. */
export function DrawLine({
  drawn,
  trace,
  more,
}: {
  readonly drawn: Rollouts;
  readonly trace: StudiedTrace;
  /** How many are added at once. */
  readonly more: number;
}) {
  const { state, done, of, want, failure, ask, stop, goOn } = drawn;
  const here = useApp(({ library }) => isHere(library, trace.experiment.model));
  const greedy = trace.experiment.sampling.temperature === 0;
  if (!here) return <p>{rolloutWords.notHere}</p>;
  return (
    <div className={styles.root}>
      <div className={styles.line}>
        {state === 'drawing' ? (
          <>
            <label className={styles.progress}>
              <span>{rolloutWords.stillDrawing({ done, of })}</span>
              <progress max={of} value={done} />
            </label>
            <button type="button" className="button button-small" onClick={stop}>
              {rolloutWords.stop}
            </button>
          </>
        ) : (
          <>
            {want > 0 && (
              <output className={styles.said}>
                {rolloutWords.drawn({ each: fewest(drawn), steps: drawn.rollouts.length })}
              </output>
            )}
            {state === 'ready' ? (
              <button type="button" className="button button-small" onClick={() => ask(want + more)}>
                {want > 0 ? rolloutWords.more(more) : rolloutWords.start(more)}
              </button>
            ) : (
              <button type="button" className="button button-small" onClick={goOn}>
                {state === 'failed' ? rolloutWords.tryAgain : rolloutWords.goOn}
              </button>
            )}
          </>
        )}
      </div>
      {failure && (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {greedy && (
        <p className="quiet">
          {rolloutWords.temperature(number(rolloutExperiment(trace, 0, 0).sampling.temperature, 1))}
        </p>
      )}
      {!embeddedModel(trace.experiment.model) && <p className="quiet">{rolloutWords.onGpu}</p>}
    </div>
  );
}

const fewest = ({ rollouts }: Rollouts): number => Math.min(...rollouts.map(({ length }) => length));
