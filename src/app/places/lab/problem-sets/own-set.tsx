import { type DragEvent, useId, useRef, useState } from 'react';
import { problemSetLimits } from '#experiment/problem-set-faults.ts';
import { Icon } from '#app/ui/icon.tsx';
import { problemSets } from '#words/en/problem-sets.ts';
import styles from './problem-set-picker.module.css';
import { SetForms } from './set-forms.tsx';

const accepted = '.jsonl,.json,.ndjson,.csv,.tsv,.txt,application/json,text/csv,text/plain';

/** Where a file is dropped or chosen, or problems are pasted. */
export function OwnSet({
  another,
  onFile,
}: {
  /** There is one already. */
  readonly another: boolean;
  readonly onFile: (file: File) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <>
      {/* Dropping is a second way: the button in it serves without a pointer. */}
      <div
        className={styles.drop}
        data-over={over ? '' : undefined}
        data-small={another ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className={styles.dropWords}>
          <Icon name="import" />
          {problemSets.drop}
        </span>
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {another ? problemSets.another : problemSets.choose}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept={accepted}
          aria-label={problemSets.choose}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            // So that the same file, mended, can be chosen again.
            currentTarget.value = '';
          }}
        />
        {!another && <p className="knob-help">{problemSets.stays(problemSetLimits)}</p>}
      </div>
      <div className={styles.more}>
        <details className="setup-more">
          <summary>{problemSets.paste}</summary>
          <label className="hidden-visually" htmlFor={id}>
            {problemSets.pasted}
          </label>
          <textarea
            id={id}
            className={`field-input ${styles.pasted}`}
            rows={5}
            translate="no"
            spellCheck={false}
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          />
          <button
            type="button"
            className="button"
            disabled={pasted.trim() === ''}
            onClick={() => onFile(new File([pasted], problemSets.pasted))}
          >
            {problemSets.readPasted}
          </button>
        </details>
        <details className="setup-more">
          <summary>{problemSets.forms}</summary>
          <SetForms />
        </details>
      </div>
    </>
  );
}
