import { useEffect, useRef, useState } from 'react';
import { embeddedModels } from '#policy/models.ts';
import { keepModels, keeps, keptModels } from '#app/offline/kept-models.ts';
import { modelList } from '#words/en/model-list.ts';
import styles from './model-list.module.css';

const all = embeddedModels.map(({ id }) => id);
const bytesOf = (ids: ReadonlySet<string>) =>
  embeddedModels.reduce((sum, { id, downloadBytes }) => sum + (ids.has(id) ? downloadBytes : 0), 0);

type State = 'idle' | 'fetching' | 'failed';

/** Which of the models that come with the page work without a connection, and the way to have all of them do. Nothing where the browser keeps no files. */
export function KeptOffline() {
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null);
  const [state, setState] = useState<State>('idle');
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    if (keeps()) keptModels(all).then(setKept, () => undefined);
    return () => stop.current?.abort();
  }, []);
  if (!kept) return null;

  async function keepAll(): Promise<void> {
    const mine = new AbortController();
    stop.current = mine;
    setState('fetching');
    try {
      await keepModels(all, mine.signal, (model) => setKept((before) => new Set([...(before ?? []), model])));
      setState('idle');
    } catch {
      setState(mine.signal.aborted ? 'idle' : 'failed');
    }
  }

  const missing = bytesOf(new Set(all)) - bytesOf(kept);
  return (
    <section className={styles.offline} aria-label={modelList.offline}>
      <p aria-live="polite">
        {modelList.keptOffline({ kept: kept.size, of: all.length })}
        {state === 'failed' && <> {modelList.notKept}</>}
      </p>
      {state === 'fetching' ? (
        <>
          <progress
            className="progress"
            aria-label={modelList.offline}
            value={bytesOf(kept)}
            max={bytesOf(new Set(all))}
          />
          <button type="button" className="button button-small" onClick={() => stop.current?.abort()}>
            {modelList.stopKeeping}
          </button>
        </>
      ) : (
        missing > 0 && (
          <button type="button" className="button button-small" onClick={() => void keepAll()}>
            {modelList.keepAll(missing)}
          </button>
        )
      )}
    </section>
  );
}
