import type { RunState, Sequence } from '#run/state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { number } from '#words/en/format.ts';
import { thoughtLines } from './thought-lines.ts';
import { TreeThumbnail } from './tree-thumbnail.tsx';
import styles from './card-picture.module.css';

type Kind = 'tree' | 'votes' | 'scores' | 'thought';

/** The picture that fits a run, small: its tree, its votes, its scores, or what it is thinking. */
export function cardKind({ tree, ballots, sequences }: RunState): Kind {
  if (tree.length > 1) return 'tree';
  if (ballots.length > 0) return 'votes';
  return tracesOf(sequences).length > 1 ? 'scores' : 'thought';
}

const tracesOf = (sequences: RunState['sequences']) =>
  sequences.filter(({ label }) => label.kind === 'trace');

export function CardPicture({ state, kind }: { readonly state: RunState; readonly kind: Kind }) {
  switch (kind) {
    case 'tree':
      return <TreeThumbnail state={state} />;
    case 'votes':
      return <Votes state={state} />;
    case 'scores':
      return <Scores traces={tracesOf(state.sequences)} />;
    case 'thought':
      return <Thought state={state} />;
  }
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

function Thought({ state: { sequences } }: { readonly state: RunState }) {
  const last = sequences.at(-1);
  if (!last) return null;
  const lines = thoughtLines(last.tokens);
  // The last line comes first, as the box is filled from its end: what has no room are whole steps, the oldest.
  return (
    <ol className={styles.thought} translate="no">
      {lines.toReversed().map(({ kind, text, step }, at) => (
        <li key={lines.length - at} className={styles.line} data-kind={kind}>
          <span className={styles.place}>{step === null ? '' : number(step)}</span>
          <span>
            {text} {at === 0 && <Sign outcome={last.grade?.outcome} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
