import { type PresetId, presets } from '#experiment/presets.ts';
import type { missingGpu } from '#app/store/library-state.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { computer } from '#words/en/computer.ts';
import { AskAgain } from './ask-again.tsx';
import styles from './gpu-instead.module.css';

/** Of the presets those that come nearest to a question in words, and an easy one. */
const instead = ['word-problem', 'knights-and-knaves', 'vote-of-8'] as const satisfies readonly PresetId[];

interface GpuInsteadProps {
  readonly missing: NonNullable<ReturnType<typeof missingGpu>>;
  /** Where there is little room: in one line, until a person asks. */
  readonly folded?: boolean;
}

/** Why a question in words cannot be asked here, the way to what is missing, and what any computer runs in its place, set up by one press. */
export function GpuInstead({ missing, folded = false }: GpuInsteadProps) {
  const ways = <Ways missing={missing} />;
  return (
    <section className={styles.root} aria-label={computer.noneHere}>
      {folded ? (
        <details>
          <summary>
            <Icon name="warning" size={13} /> {computer.noneHere}
          </summary>
          {ways}
        </details>
      ) : (
        ways
      )}
    </section>
  );
}

function Ways({ missing }: Pick<GpuInsteadProps, 'missing'>) {
  const app = useActions();
  return (
    <>
      <p>
        <Icon name="warning" size={13} /> {computer.wordsNeed[missing]}{' '}
        {missing === 'no-answer' ? (
          <AskAgain />
        ) : (
          <button
            type="button"
            className={classes('button button-plain button-small', styles.way)}
            onClick={() => app.view.openDialog('models')}
          >
            {computer.getOne}
          </button>
        )}
      </p>
      <p className={styles.title}>{computer.instead.title}</p>{' '}
      <ul className={styles.ways}>
        {instead.map((id) => {
          const preset = presets.find((one) => one.id === id);
          return preset ? (
            <li key={id}>
              <button
                type="button"
                className={classes('button button-plain button-small', styles.way)}
                onClick={() => app.setup.open(preset.experiment)}
              >
                {computer.instead[id]}
              </button>
            </li>
          ) : null;
        })}
      </ul>
    </>
  );
}
