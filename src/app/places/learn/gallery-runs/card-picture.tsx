import type { RunState, Sequence } from '#run/state.ts';
import { traceText } from '#run/trace-text.ts';
import { Icon } from '#app/ui/icon.tsx';
import { number } from '#words/en/format.ts';
import { TreeThumbnail } from './tree-thumbnail.tsx';
import styles from './card-picture.module.css';

/** The picture that fits a run, small: its tree, its votes, its scores, or what it is thinking. */
export function CardPicture({ state }: { readonly state: RunState }) {
  if (state.tree.length > 1) return <TreeThumbnail state={state} />;
  if (state.ballots.length > 0) return <Votes state={state} />;
  const traces = state.sequences.filter(({ label }) => label.kind === 'trace');
  if (traces.length > 1) return <Scores traces={traces} />;
  return <Thought state={state} />;
}

/** The most answers, and the most scored traces, that have room. */
const most = 4;
const mostScores = 20;

function Votes({ state: { votes, ballots, sequences } }: { readonly state: RunState }) {
  const gradeOf = (key: string) => sequences.find(({ answer }) => answer?.key === key)?.grade?.outcome;
  return (
    <ul className={styles.votes}>
      {votes.slice(0, most).map(({ key, votes: count, display }) => (
        <li key={key} className={styles.vote}>
          <span className={styles.answer} translate="no">
            {display}
          </span>
          <meter className={styles.bar} min={0} max={ballots.length} value={count}>
            {number(count)}
          </meter>
          <Sign outcome={gradeOf(key)} />
        </li>
      ))}
    </ul>
  );
}

function Scores({ traces }: { readonly traces: readonly Sequence[] }) {
  return (
    <ul className={styles.scores}>
      {traces.slice(0, mostScores).map(({ sequence, score, grade }) => (
        <li key={sequence} className={styles.score}>
          <meter className={styles.bar} min={0} max={1} value={score?.score ?? 0} />
          <Sign outcome={grade?.outcome} />
        </li>
      ))}
    </ul>
  );
}

function Sign({ outcome }: { readonly outcome: string | undefined }) {
  if (outcome === undefined) return <span className={styles.sign} />;
  return (
    <span className={styles.sign} data-outcome={outcome}>
      <Icon name={outcome === 'right' ? 'right' : 'wrong'} size={12} />
    </span>
  );
}

/** Characters of a thought that have room. */
const room = 260;

function Thought({ state: { sequences } }: { readonly state: RunState }) {
  const last = sequences.at(-1);
  if (!last) return null;
  const text = traceText(last.tokens);
  return (
    <p className={styles.thought} translate="no">
      {text.length > room ? `… ${text.slice(-room)}` : text} <Sign outcome={last.grade?.outcome} />
    </p>
  );
}
