import type { Alternative } from '#lab/anchors/alternatives.ts';
import type { Anchors } from '#lab/anchors/anchors.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { anchorWords } from '#words/en/anchors.ts';
import styles from './instead.module.css';

interface InsteadProps {
  readonly trace: StudiedTrace;
  readonly anchors: Anchors;
  readonly step: number;
  /** The trace is of the run in Play, which then branches. */
  readonly played: boolean;
}

/** So many are listed; the rest is counted. */
const most = 8;

/** What was written in a step's place, how often and what came of it, with the way to go on from one in Play. */
export function Instead({ trace, anchors, step, played }: InsteadProps) {
  const found = anchors.steps[step];
  const app = useActions();
  if (!found || found.resampled === 0) return null;
  const { alternatives, different, resampled } = found;
  const open = (alternative: Alternative) => {
    const { experiment, steps } = trace;
    const before = steps[step - 1]?.thought ?? experiment.start?.text;
    const text = [before, alternative.thought].filter(Boolean).join(' ');
    if (played) {
      app.view.toPlay();
      app.runs.branch(text, experiment.strategy);
    } else {
      app.setup.open({ ...experiment, start: { text } });
      app.runs.start();
    }
  };
  return (
    <section className={styles.root}>
      <h3 className={styles.title}>{anchorWords.instead(step + 1)}</h3>
      <p className="quiet">{anchorWords.differ({ different, of: resampled })}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="hidden-visually">{anchorWords.insteadCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{anchorWords.columns.written}</th>
              <th scope="col">{anchorWords.columns.times}</th>
              <th scope="col">{anchorWords.columns.right}</th>
              <th scope="col">{anchorWords.columns.answer}</th>
              <th scope="col">
                <span className="hidden-visually">{anchorWords.columns.open}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {alternatives.slice(0, most).map((one) => (
              <Row key={one.text} one={one} onOpen={() => open(one)} />
            ))}
          </tbody>
        </table>
      </div>
      {alternatives.length > most && <p className="quiet">{anchorWords.more(alternatives.length - most)}</p>}
    </section>
  );
}

function Row({ one, onOpen }: { readonly one: Alternative; readonly onOpen: () => void }) {
  const { text, same, count, right, answer } = one;
  return (
    <tr data-same={same ? '' : undefined}>
      <th scope="row">
        {text === '' ? (
          <span className="quiet">{anchorWords.ended}</span>
        ) : (
          <span className="mono" translate="no">
            {text}
          </span>
        )}
        {same && <span className="chip">{anchorWords.ownStep}</span>}
      </th>
      <td>{anchorWords.count(count)}</td>
      <td>{right === null ? '' : anchorWords.outOf(right, count)}</td>
      <td translate="no">{answer && anchorWords.mostly({ answer: answer.display, count: answer.count })}</td>
      <td>
        {text !== '' && (
          <button
            type="button"
            className="button button-small"
            aria-label={anchorWords.openOne(text)}
            onClick={onOpen}
          >
            <Icon name="play" size={12} />
            <span className={styles.open}>{anchorWords.open}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
