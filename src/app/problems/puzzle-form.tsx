import { keysOf } from '#experiment/keys-of.ts';
import { useEffect, useId, useState } from 'react';
import { longestPuzzle, puzzleFault, type PuzzleProblem } from '#experiment/problem.ts';
import {
  canonicalPuzzle,
  puzzleKind,
  readablePuzzle,
  type PuzzleKind,
} from '#experiment/puzzle/canonical.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { puzzleWords } from '#words/en/puzzles.ts';
import form from './problem-form.module.css';
import styles from './puzzle-form.module.css';
import { sentencesOf } from './puzzle-sentences.ts';

const kinds = keysOf(puzzles);

/** What was typed, and over which problem: it stands as long as that is the problem, which it made where it was understood. */
interface Typed {
  readonly text: string;
  readonly over: PuzzleProblem;
}

/** A puzzle in the small language: what is typed is checked at once, and the last text that was understood is the problem. */
export function PuzzleForm({
  problem,
  onChange,
}: {
  readonly problem: PuzzleProblem;
  readonly onChange: (problem: PuzzleProblem) => void;
}) {
  const app = useActions();
  const ids = { text: useId(), state: useId(), kind: useId() };
  const [typed, setTyped] = useState<Typed | null>(null);
  // What stood under a kind when it was left, so that who turns back finds it again.
  const [left, setLeft] = useState<Partial<Record<PuzzleKind, Typed>>>({});
  const text = typed?.over === problem ? typed.text : readablePuzzle(problem.text);
  const fault = puzzleFault(text);
  const wrong = fault !== null;
  const kind = puzzleKind(canonicalPuzzle(text)) ?? puzzleKind(problem.text) ?? 'story';
  useEffect(() => {
    if (!wrong) return;
    app.setup.markField(ids.text, { kind: 'unread-puzzle' });
    return () => app.setup.markField(ids.text, null);
  }, [app, ids.text, wrong]);

  function write(next: string): void {
    const canonical = canonicalPuzzle(next);
    const over =
      puzzleFault(next) === null && canonical !== problem.text ? { ...problem, text: canonical } : problem;
    setTyped({ text: next, over });
    if (over !== problem) onChange(over);
  }
  function turnTo(other: PuzzleKind): void {
    setLeft({ ...left, [kind]: { text, over: problem } });
    setTyped(left[other] ?? null);
    onChange(left[other]?.over ?? puzzles[other]);
  }
  function takeExample(): void {
    setTyped(null);
    onChange(puzzles[kind]);
  }
  return (
    <div className={form.root}>
      <div className="segmented" role="radiogroup" aria-label={puzzleWords.kind}>
        {kinds.map((id) => (
          <label key={id}>
            <input type="radio" name={ids.kind} checked={kind === id} onChange={() => turnTo(id)} />
            <span>{puzzleWords.kinds[id]}</span>
          </label>
        ))}
      </div>
      <div className={styles.puzzle}>
        <textarea
          id={ids.text}
          translate="no"
          className={classes('field-input', form.text)}
          rows={Math.min(12, 2 + Math.floor(text.length / 34))}
          maxLength={longestPuzzle}
          value={text}
          spellCheck={false}
          aria-label={puzzleWords.text}
          aria-invalid={fault !== null}
          aria-describedby={ids.state}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <details className={classes('setup-more', styles.state)}>
          <summary title={puzzleWords.sentences} data-fault={fault === null ? undefined : ''}>
            <span className={styles.said} id={ids.state} aria-live="polite">
              <Icon name={fault === null ? 'right' : 'warning'} size={12} />
              {fault ? puzzleWords.fault(fault) : puzzleWords.understood}
            </span>
          </summary>
          <h3 className={styles.title}>{puzzleWords.sentences}</h3>
          <ul className={styles.sentences} translate="no">
            {sentencesOf(kind).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="knob-help">{puzzleWords.bounds[kind]}</p>
          <button type="button" className="button button-small" onClick={takeExample}>
            {puzzleWords.example}
          </button>
        </details>
      </div>
    </div>
  );
}
