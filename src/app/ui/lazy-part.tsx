import { FailureText } from './failure-text.tsx';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { Failure } from '#run/events.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import type { LaterPart } from '../later-part.ts';
import { useActions } from '../store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './lazy-part.module.css';
import { shell } from '#words/en/shell.ts';

/**
 * A part of the page that is fetched when it is first shown. Where it does not come, that is said, with what to do.
 *
 * @param Before what stands in its place until then.
 */
export function lazyPart<Part, Props extends object>(
  part: LaterPart<Part>,
  pick: (part: Part) => ComponentType<Props>,
  Before: ComponentType = Opening,
): (this: void, props: Props) => ReactNode {
  const picked = () => {
    const here = part.here();
    return here && pick(here);
  };

  return function LazyPart(props: Props) {
    const [Shown, show] = useState(picked);
    const [failure, setFailure] = useState<Failure | null>(null);
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (Shown) return;
      let gone = false;
      const failed = async (error: unknown) => {
        const explained = await explainMissing(toFailure(error));
        if (!gone) setFailure(explained);
      };
      part
        .come()
        .then(() => {
          if (!gone) show(picked);
        }, failed)
        .catch(() => undefined);
      return () => {
        gone = true;
      };
    }, [Shown, tries]);
    const retry = () => {
      setFailure(null);
      setTries(tries + 1);
    };
    // Back online nobody need press the button.
    useEffect(() => {
      if (!failure) return;
      addEventListener('online', retry);
      return () => removeEventListener('online', retry);
    });
    if (Shown) return <Shown {...props} />;
    if (!failure) return <Before />;
    return <Missing failure={failure} onRetry={retry} />;
  };
}

function Opening() {
  return <p className={classes('quiet', styles.root)}>{shell.opening}</p>;
}

function Missing({ failure, onRetry }: { readonly failure: Failure; readonly onRetry: () => void }) {
  const app = useActions();
  const newVersion = failure.code === 'new-version';
  return (
    <div className={styles.root} role="alert">
      <p>
        <FailureText failure={failure} />
      </p>
      <div className="row">
        {!newVersion && (
          <button type="button" className="button button-primary" onClick={onRetry}>
            {shell.tryAgain}
          </button>
        )}
        <button
          type="button"
          className={newVersion ? 'button button-primary' : 'button'}
          onClick={() => app.runs.reload()}
        >
          {shell.reload}
        </button>
      </div>
    </div>
  );
}
