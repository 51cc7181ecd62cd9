import { useEffect, useId, useState } from 'react';
import { deepEqual } from '#experiment/deep-equal.ts';
import { questionLimits, type QuestionProblem } from '#experiment/problem.ts';
import { questions } from '#experiment/questions.ts';
import { GpuInstead } from '#app/panels/models/gpu-instead.tsx';
import { abilitiesOf, engineOf, missingGpu } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { useReplies } from '#app/store/use-answers.ts';
import { Icon } from '#app/ui/icon.tsx';
import { setupBeside, useMedia } from '#app/ui/use-media.ts';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import { questionForm } from '#words/en/question-form.ts';
import form from './problem-form.module.css';
import styles from './question-form.module.css';
import setupStyles from '#app/panels/setup/setup.module.css';

/** A problem in the person's own words, and the right answer where they know it. */
export function QuestionForm({
  problem,
  onChange,
}: {
  readonly problem: QuestionProblem;
  readonly onChange: (problem: QuestionProblem) => void;
}) {
  const app = useActions();
  const ids = { text: useId(), answer: useId() };
  const reads = useApp(({ draft, library }) =>
    abilitiesOf(draft.model, library).families.includes('question'),
  );
  const blocked = useApp((state) => app.setup.blocked(state));
  // A server's models need none.
  const missing = useApp(({ draft, library }) =>
    engineOf(draft.model, library).elsewhere ? null : missingGpu(library),
  );
  const beside = useMedia(setupBeside);
  /** An empty stage says the same beside this form. */
  const saidThere = useApp((state) => state.log === null && state.tab !== 'compare') && beside;
  /** What is missing, where that is said here. */
  const unasked = reads && !saidThere && missing;
  /** What stands in the field and cannot be asked: empty or too long. */
  const [unfit, setUnfit] = useState<{ readonly over: QuestionProblem; readonly text: string } | null>(null);
  const written = unfit?.over === problem ? unfit.text : null;
  const bad = written !== null;
  const shown = written ?? problem.text;
  const over = shown.length - questionLimits.text;
  useEffect(() => {
    if (!bad) return;
    app.setup.markField(
      ids.text,
      over > 0 ? { kind: 'long-question', by: over } : { kind: 'empty-question' },
    );
    return () => app.setup.markField(ids.text, null);
  }, [app, ids.text, bad, over]);

  function write(text: string): void {
    // What cannot be asked leaves the problem as it was, and the person's text in the field.
    if (/\S/.test(text) && text.length <= questionLimits.text) onChange(reworded(problem, text));
    else setUnfit({ over: problem, text: /\S/.test(text) ? text : '' });
  }
  function know(answer: string): void {
    const { answer: _, ...rest } = problem;
    const known = /\S/.test(answer) ? { ...rest, answer } : rest;
    if (written !== null) setUnfit({ over: known, text: written });
    onChange(known);
  }
  const near = shown.length > questionLimits.text * 0.8;
  return (
    <div className={form.root}>
      {unasked && <GpuInstead missing={unasked} folded={beside} />}
      <div>
        <textarea
          id={ids.text}
          translate="no"
          className={classes('field-input', form.text, styles.question, unasked && styles.unasked)}
          rows={rowsOf(shown)}
          aria-label={questionForm.text}
          value={shown}
          aria-invalid={bad}
          aria-describedby={`${ids.text}-count`}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <p className={classes('knob-help', 'mono', styles.count)} id={`${ids.text}-count`} aria-live="polite">
          {near && questionForm.count(shown.length, questionLimits.text)}
        </p>
      </div>
      <div>
        <div className={styles.answer}>
          <label className="knob-label" htmlFor={ids.answer}>
            {questionForm.answer}
          </label>
          <span className={setupStyles.helped}>
            <input
              id={ids.answer}
              className="field-input"
              type="text"
              autoComplete="off"
              maxLength={questionLimits.answer}
              value={problem.answer ?? ''}
              aria-describedby={`${ids.answer}-help ${ids.answer}-read`}
              onChange={(event) => know(event.currentTarget.value)}
            />
            <span className="help-text" id={`${ids.answer}-help`}>
              {questionForm.answerHelp}
            </span>
          </span>
        </div>
        <p className={classes('knob-help', styles.read)} id={`${ids.answer}-read`}>
          <ReferencePreview problem={problem} />
        </p>
      </div>
      {(!reads || (blocked !== null && !bad && !missing)) && (
        <p className={classes(setupStyles.note, styles.model)}>
          <Icon name="warning" size={12} />
          <span>
            {reads ? blocked : questionForm.embeddedCannot}{' '}
            <button
              type="button"
              className="button button-small"
              onClick={() => app.view.openDialog('models')}
            >
              {reads ? questionForm.seeModels : questionForm.chooseModel}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}

/** How the right answer was read, so that a person sees what a grade will compare with. */
function ReferencePreview({ problem: { text, answer } }: { readonly problem: QuestionProblem }) {
  const replies = useReplies(answer !== undefined);
  if (answer === undefined || !replies) return null;
  const read = replies.previewOf(text, answer);
  if (read === null) return questionForm.answerUnread;
  const answerPart = () => (
    <span className="mono" translate="no" data-reading="">
      {read.text}
    </span>
  );
  return <Rich text={questionForm.readAs[read.as]} parts={{ answer: answerPart }} />;
}

/** For browsers in which a field does not grow by itself. */
function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 34), 0);
  return Math.min(14, Math.max(3, lines));
}

/** An example's answer is that of the example's own words. */
function reworded(problem: QuestionProblem, text: string): QuestionProblem {
  const { answer: _, ...rest } = problem;
  const isExample = Object.values(questions).some((one) => deepEqual(one, problem));
  return { ...(isExample ? rest : problem), text };
}
