import { useEffect } from 'react';
import { useStore } from 'zustand';
import { bringBackOwn, ownLimits, type OwnSaid, ownState, sayOfOwn } from '#app/own-models/own-models.ts';
import { nameOfOwn } from '#app/own-models/own-name.ts';
import { bytesOfOwn } from '#app/own-models/own-record.ts';
import { playModel } from '#app/own-models/use-own.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { ModelFileFault } from '#policy/model-files/model-file-error.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { explain } from '#words/explain.ts';
import { inWords } from '#words/in-words.ts';
import { amounts } from '#words/en/amounts.ts';
import { ownModelWords } from '#words/en/own-models.ts';
import styles from './own-models.module.css';
import list from './model-list.module.css';
import { OpenModel } from './open-model.tsx';
import { OwnModelRow } from './own-model-row.tsx';
import { takeFocus } from './take-focus.ts';

/** The models that a person trained here or opened from files: used, called otherwise, handed out, let go. */
export function OwnModels() {
  const { records, passing, said } = useStore(ownState);
  // What was said is over with the dialog.
  useEffect(() => () => sayOfOwn(null), []);
  const bytes = records.reduce((sum, record) => sum + bytesOfOwn(record), 0);
  return (
    <section className={styles.own} aria-labelledby="models-own">
      <div className={styles.head}>
        <h3 className={list.title} id="models-own">
          {ownModelWords.title} <span className={`quiet ${list.what}`}>{ownModelWords.what}</span>
        </h3>
        <OpenModel />
      </div>
      <output className={styles.said}>{said && said.kind !== 'fault' && <Said said={said} />}</output>
      {said?.kind === 'fault' && (
        <p className={styles.fault} role="alert">
          <Icon name="warning" size={13} />
          {faultText(said.fault)}
        </p>
      )}
      {records.length === 0 ? (
        <p className="quiet">{ownModelWords.none}</p>
      ) : (
        <>
          <ul className={list.rows}>
            {records.map((record) => (
              <OwnModelRow key={record.id} record={record} passing={passing.has(record.id)} />
            ))}
          </ul>
          <p className={`quiet ${styles.room}`}>
            {ownModelWords.room({ models: records.length, bytes, limits: ownLimits })}
          </p>
        </>
      )}
    </section>
  );
}

function Said({ said }: { readonly said: Exclude<OwnSaid, { kind: 'fault' }> }) {
  const app = useActions();
  switch (said.kind) {
    case 'reading':
      return ownModelWords.reading;
    case 'kept':
      return (
        <span key={said.id} className={styles.done}>
          {ownModelWords.kept(spokenName(said.id))}
          {said.letGo.length > 0 && ` ${ownModelWords.letGo(said.letGo)}`}
          <button
            type="button"
            className="button button-small button-primary"
            ref={takeFocus}
            onClick={() => playModel(app, said.id)}
          >
            {ownModelWords.play}
          </button>
        </span>
      );
    case 'removed':
      return (
        <span key={said.record.id} className={styles.done}>
          {ownModelWords.removed(nameOfOwn(said.record))}
          <button
            type="button"
            className="button button-small"
            ref={takeFocus}
            onClick={() => void bringBackOwn(said.record)}
          >
            {ownModelWords.undo}
          </button>
        </span>
      );
  }
}

function faultText(fault: ModelFileFault): string {
  if (fault.kind !== 'damaged') return inWords(ownModelWords.faults[fault.kind], fault);
  return [explain(fault.failure).message, ownModelWords.exportAnew].join(amounts.between);
}
