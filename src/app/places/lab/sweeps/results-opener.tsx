import { useRef, useState } from 'react';
import { readResults } from '#lab/sweeps/results.ts';
import type { ResultsFailure } from '#lab/sweeps/results-file.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { goToSweep } from './go-to.ts';
import styles from './results-opener.module.css';
import { useSweeps } from './use-sweeps.ts';

/** A file of results, by picker or by drop. */
export function ResultsOpener() {
  const sweeps = useSweeps();
  const picker = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<ResultsFailure | null>(null);
  const [over, setOver] = useState(false);
  async function open(file: File | undefined): Promise<void> {
    if (!file) return;
    setFailure(null);
    const read = await readResults(file.stream());
    if (read.ok) goToSweep(await sweeps.add(read));
    else setFailure(read.failure);
  }
  return (
    <div
      className={styles.root}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open(event.dataTransfer.files[0]);
      }}
    >
      <button
        type="button"
        className="button"
        title={sweepWords.files}
        onClick={() => picker.current?.click()}
      >
        <Icon name="import" size={14} />
        {sweepWords.openFile}
      </button>
      <input
        ref={picker}
        type="file"
        className="hidden-visually"
        aria-label={sweepWords.openFile}
        tabIndex={-1}
        accept=".jsonl,.ndjson,.gz"
        onChange={(event) => {
          void open(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <span className={classes('quiet', styles.hint)}>{sweepWords.dropHere}</span>
      {failure && (
        <p role="alert" className={styles.failure}>
          {failure.code === 'results-line'
            ? sweepWords.fileLine(failure.line, failure.why)
            : sweepWords.fileFailure[failure.code]}
        </p>
      )}
    </div>
  );
}
