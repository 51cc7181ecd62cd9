import { useEffect, useId, useState } from 'react';
import { longestPuzzle, puzzleFault, type PuzzleProblem } from '#experiment/problem.ts';
import {
  canonicalPuzzle,
  puzzleKind,
  readablePuzzle,
  type PuzzleKind,
} from '#experiment/puzzle/canonical.ts';
import { largest, names, things, variables } from '#experiment/puzzle/words.ts';
import { puzzles } from '#experiment/puzzles.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import form from './problem-form.module.css';
import styles from './puzzle-form.module.css';
import { sentencesOf } from './puzzle-sentences.ts';

const kinds: readonly { readonly id: PuzzleKind; readonly name: string }[] = [
  { id: 'story', name: 'Word problem' },
  { id: 'equations', name: 'Equations' },
  { id: 'knights', name: 'Knights, knaves' },
];

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
  const kind = puzzleKind(canonicalPuzzle(text)) ?? puzzleKind(problem.text) ?? 'story';
  useEffect(() => {
    if (fault === null) return;
    app.setup.markField(ids.text, 'The puzzle is not understood: beneath it stands why.');
    return () => app.setup.markField(ids.text, null);
  }, [app, ids.text, fault]);

  function write(text: string): void {
    const canonical = canonicalPuzzle(text);
    const over =
      puzzleFault(text) === null && canonical !== problem.text ? { ...problem, text: canonical } : problem;
    setTyped({ text, over });
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
      <div className="segmented" role="radiogroup" aria-label="Kind of puzzle">
        {kinds.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name={ids.kind} checked={kind === id} onChange={() => turnTo(id)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <div>
        <div className={styles.head}>
          <label className="knob-label" htmlFor={ids.text}>
            Puzzle
          </label>
          <button type="button" className="button button-plain button-small" onClick={takeExample}>
            Example
          </button>
        </div>
        <textarea
          id={ids.text}
          translate="no"
          className={classes('field-input', form.text)}
          rows={Math.min(12, 2 + Math.floor(text.length / 34))}
          maxLength={longestPuzzle}
          value={text}
          spellCheck={false}
          aria-invalid={fault !== null}
          aria-describedby={ids.state}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <p
          className={classes('knob-help', styles.state)}
          data-fault={fault === null ? undefined : ''}
          id={ids.state}
          aria-live="polite"
        >
          <Icon name={fault === null ? 'right' : 'warning'} size={12} />
          <span>{fault ?? 'Understood: it has exactly one answer.'}</span>
        </p>
      </div>
      <details className="setup-more">
        <summary>Sentences that are understood</summary>
        <ul className={styles.sentences}>
          {sentencesOf(kind).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="knob-help">{bounds[kind]}</p>
      </details>
    </div>
  );
}

const bounds: Readonly<Record<PuzzleKind, string>> = {
  story: `${names.join(', ')}; ${things.join(', ')}. All numbers stay between 0 and ${largest}.`,
  equations: `${variables.join(', ')}; each is defined once, in any order. Whole numbers from 0 to ${largest}, + − × ÷.`,
  knights: 'Two to five people. Knights always tell the truth, knaves always lie, and only one way may fit.',
};
