import { records } from '#words/en/records.ts';
import { strategies } from '#words/en/strategies.ts';
import type { RunRecord } from '#app/records/summary.ts';
import { runEndOf, type RunSearch, runEnds } from './find-runs.ts';
import styles from './history.module.css';

interface HistorySearchProps {
  readonly runs: readonly RunRecord[];
  readonly search: RunSearch;
  readonly onSearch: (search: RunSearch) => void;
}

/** Words to be found, and the strategies and results that there are to choose from. */
export function HistorySearch({ runs, search, onSearch }: HistorySearchProps) {
  const kinds = [...new Set(runs.map(({ experiment }) => experiment.strategy.kind))].sort();
  const ends = new Set(runs.map(runEndOf));
  return (
    <search className={styles.search}>
      <input
        type="search"
        className="field-input"
        aria-label={records.history.search}
        placeholder={records.history.search}
        value={search.text}
        onChange={(event) => onSearch({ ...search, text: event.currentTarget.value })}
      />
      <select
        className="field-select"
        aria-label={records.history.strategy}
        value={search.strategy ?? ''}
        onChange={(event) => onSearch({ ...search, strategy: event.currentTarget.value || null })}
      >
        <option value="">{records.history.anyStrategy}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {strategies[kind].name}
          </option>
        ))}
      </select>
      <select
        className="field-select"
        aria-label={records.history.result}
        value={search.end ?? ''}
        onChange={(event) => {
          const wished = event.currentTarget.value;
          onSearch({ ...search, end: runEnds.find((end) => end === wished) ?? null });
        }}
      >
        <option value="">{records.history.anyResult}</option>
        {runEnds
          .filter((end) => ends.has(end))
          .map((end) => (
            <option key={end} value={end}>
              {records.history.ends[end]}
            </option>
          ))}
      </select>
    </search>
  );
}
