import { FailureText } from './failure-text.tsx';
import { type ComponentType, useEffect, useState } from 'react';
import type { Failure } from '#run/events.ts';
import { toFailure } from '#policy/policy-error.ts';
import { explainMissing } from '#worker/new-version.ts';
import { fetchPart } from '../fetch-part.ts';
import { useActions } from '../store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './lazy-part.module.css';
import { shell } from '#words/en/shell.ts';

/** A part of the page that is fetched when it is first shown. Where it does not come, that is said, with what to do. */
export function lazyPart<Part, Props extends object>(
  load: () => Promise<Part>,
  pick: (part: Part) => ComponentType<Props>,
): ComponentType<Props> {
  let here: ComponentType<Props> | null = null;

  return function LazyPart(props: Props) {
    const [Shown, show] = useState(() => here);
    const [failure, setFailure] = useState<Failure | null>(null);
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (here) return;
      let gone = false;
      const came = (part: Part) => {
        const picked = pick(part);
        here = picked;
        if (!gone) show(() => picked);
      };
      const failed = async (error: unknown) => {
        const explained = await explainMissing(toFailure(error));
        if (!gone) setFailure(explained);
      };
      fetchPart(load)
        .then(came, failed)
        .catch(() => undefined);
      return () => {
        gone = true;
      };
    }, [tries]);
    if (Shown) return <Shown {...props} />;
    if (!failure) return <p className={classes('quiet', styles.root)}>{shell.opening}</p>;
    return (
      <Missing
        failure={failure}
        onRetry={() => {
          setFailure(null);
          setTries(tries + 1);
        }}
      />
    );
  };
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
