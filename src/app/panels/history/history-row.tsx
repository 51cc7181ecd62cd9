import { spokenName } from '#app/models/spoken-name.ts';
import { strategyBrief } from '#words/describe.ts';
import { records } from '#words/en/records.ts';
import { readKept, showKept } from '#app/records/open-record.ts';
import { pinRun } from '#app/records/run-records.ts';
import type { RunRecord } from '#app/records/summary.ts';
import { saveFile } from '#app/sharing/save-file.ts';
import { unwritable, writeRunFile } from '#app/store/files.ts';
import { problemNotice } from '#app/store/transitions.ts';
import type { App } from '#app/store/app.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { runEndOf, type RunEnd } from './find-runs.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './history-row.module.css';

interface HistoryRowProps {
  readonly run: RunRecord;
  readonly place: number;
  /** It goes on in some tab. */
  readonly live: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

/** One kept run: what was asked, what came of it, what can be done with it. */
export function HistoryRow({ run, place, live, chosen, onChoose, onRemove }: HistoryRowProps) {
  const app = useActions();
  const { problem, strategy, model, seed } = run.experiment;
  const asked = problemWords.text(problem);
  const how = records.how({ strategy: strategyBrief(strategy), model: spokenName(model), seed });
  const name = records.history.named(asked, how);
  return (
    <article
      className={styles.root}
      aria-label={name}
      data-place={place}
      data-chosen={chosen ? '' : undefined}
    >
      <input
        type="checkbox"
        aria-label={records.history.choose(name)}
        checked={chosen}
        disabled={live}
        onChange={onChoose}
      />
      <button
        type="button"
        className={styles.open}
        disabled={live}
        aria-label={records.history.open(name)}
        onClick={() => void showKept(app, [run.id])}
      >
        <span className={styles.asked} translate="no">
          {asked}
        </span>
        <span className={styles.how}>{how}</span>
      </button>
      <div className={styles.end}>
        <span className={styles.came}>
          {run.answer !== null && (
            <span className={styles.answer} translate="no" title={run.answer}>
              {run.answer}
            </span>
          )}
          <EndMark end={live ? 'live' : runEndOf(run)} />
        </span>
        <span className={styles.when}>{records.history.cost(run.tokens, run.made)}</span>
      </div>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button button-small button-plain"
          aria-pressed={run.pinned}
          aria-label={records.history.pinOne(name)}
          onClick={() => void pinRun(run.id, !run.pinned)}
        >
          {run.pinned ? records.history.pinned : records.history.pin}
        </button>
        <button
          type="button"
          className="button button-small button-plain button-icon"
          aria-label={records.history.exportOne(name)}
          title={records.history.export}
          disabled={live}
          onClick={() => void exportKept(app, run.id)}
        >
          <Icon name="export" size={14} />
        </button>
        <button
          type="button"
          className="button button-small button-plain button-icon"
          aria-label={records.history.removeOne(name)}
          title={records.history.remove}
          disabled={live}
          onClick={onRemove}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
    </article>
  );
}

const looks = {
  right: { icon: 'right', className: 'chip chip-right' },
  wrong: { icon: 'wrong', className: 'chip chip-wrong' },
  ungraded: { icon: 'unknown', className: 'chip' },
  'no-answer': { icon: 'none', className: 'chip' },
  stopped: { icon: 'stop', className: 'chip' },
  failed: { icon: 'warning', className: 'chip chip-wrong' },
  'broke-off': { icon: 'pause', className: 'chip chip-forced' },
  live: { icon: 'play', className: 'chip chip-busy' },
} as const satisfies Record<RunEnd | 'live', { icon: IconName; className: string }>;

function EndMark({ end }: { readonly end: RunEnd | 'live' }) {
  const { icon, className } = looks[end];
  return (
    <span className={className}>
      <Icon name={icon} size={12} />
      {records.history.ends[end]}
    </span>
  );
}

async function exportKept(app: App, id: string): Promise<void> {
  const [entries] = (await readKept(app, [id])) ?? [];
  const written = entries && (await writeRunFile(entries).catch(unwritable));
  if (!written) return;
  if (written.ok) saveFile(written.file.name, written.file.content);
  else app.store.setState({ notice: problemNotice(written.failure) });
}
