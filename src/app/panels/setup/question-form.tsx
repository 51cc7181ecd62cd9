import { useEffect, useId, useState } from 'react';
import { questionLimits, type QuestionProblem } from '#experiment/problem.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { useReplies } from '#app/store/use-answers.ts';
import { Icon } from '#app/ui/icon.tsx';

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
  const [blank, setBlank] = useState<{ readonly over: QuestionProblem } | null>(null);
  const empty = blank?.over === problem;
  useEffect(() => {
    if (!empty) return;
    app.setup.markField(ids.text, 'There is no question yet: write one, or take one of the presets.');
    return () => app.setup.markField(ids.text, null);
  }, [app, ids.text, empty]);

  function write(text: string): void {
    // An empty question cannot be asked: it stays as it was until something is written.
    if (/\S/.test(text)) onChange({ ...problem, text });
    else setBlank({ over: problem });
  }
  function know(answer: string): void {
    const { answer: _, ...rest } = problem;
    onChange(/\S/.test(answer) ? { ...rest, answer } : rest);
  }
  const near = problem.text.length > questionLimits.text * 0.8;
  return (
    <div className="problem-form">
      <div>
        <label className="knob-label" htmlFor={ids.text}>
          Problem in words
        </label>
        <textarea
          id={ids.text}
          className="field-input question-text"
          rows={rowsOf(problem.text)}
          maxLength={questionLimits.text}
          value={empty ? '' : problem.text}
          aria-invalid={empty}
          aria-describedby={`${ids.text}-count`}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <p className="knob-help mono question-count" id={`${ids.text}-count`} aria-live="polite">
          {near &&
            `${problem.text.length.toLocaleString('en')} of ${questionLimits.text.toLocaleString('en')} characters`}
        </p>
      </div>
      <div>
        <label className="knob-label" htmlFor={ids.answer}>
          Right answer, where you know it
        </label>
        <input
          id={ids.answer}
          className="field-input"
          type="text"
          autoComplete="off"
          maxLength={questionLimits.answer}
          value={problem.answer ?? ''}
          aria-describedby={`${ids.answer}-help`}
          onChange={(event) => know(event.currentTarget.value)}
        />
        <p className="knob-help" id={`${ids.answer}-help`}>
          For the grade alone: the model never sees it.
          <ReferencePreview problem={problem} />
        </p>
      </div>
      {(!reads || (blocked !== null && !empty)) && (
        <p className="setup-note question-model">
          <Icon name="warning" size={12} />
          <span>
            {reads ? blocked : 'The models that come with the page cannot read sentences.'}{' '}
            <button
              type="button"
              className="button button-small"
              onClick={() => app.view.openDialog('models')}
            >
              {reads ? 'See the models' : 'Choose a model that can'}
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
  return read === null ? (
    ' Nothing can be read in this one, so no answer will count as right.'
  ) : (
    <>
      {' '}
      Read as{' '}
      <span className="mono" data-reading="">
        {read}
      </span>
    </>
  );
}

/** For browsers in which a field does not grow by itself. */
function rowsOf(text: string): number {
  const lines = text.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 34), 0);
  return Math.min(14, Math.max(3, lines));
}
