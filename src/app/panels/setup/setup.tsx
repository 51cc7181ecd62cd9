import { presets } from '#experiment/presets.ts';
import type { Family, Problem } from '#experiment/problem.ts';
import { embeddedModel } from '#policy/models.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { ArithmeticForm } from './arithmetic-form.tsx';
import { CountdownForm } from './countdown-form.tsx';
import { ModelChoice } from './model-choice.tsx';
import { QuestionForm } from './question-form.tsx';
import { SamplingKnobs } from './sampling-knobs.tsx';
import { StrategyChoice } from './strategy-choice.tsx';

const PuzzleForm = lazyPart(
  () => import('./puzzle-form.tsx'),
  (part) => part.PuzzleForm,
);

const families: readonly { readonly id: Family; readonly name: string }[] = [
  { id: 'countdown', name: 'Game of 24' },
  { id: 'arithmetic', name: 'Arithmetic' },
  { id: 'puzzle', name: 'Puzzles' },
  { id: 'question', name: 'In words' },
];

/** Everything a person can set. */
export function Setup() {
  return (
    <>
      <ProblemSection />
      <StrategyChoice />
      <ModelChoice />
      <SamplingKnobs />
      <OutOfRange />
    </>
  );
}

/** What is typed and cannot be meant, in sight wherever the setup is scrolled to. */
function OutOfRange() {
  const typo = useApp((state) => Object.values(state.invalid)[0]);
  return (
    <div role="alert">
      {typo && (
        <p className="setup-invalid">
          <Icon name="warning" size={14} />
          {typo}
        </p>
      )}
    </div>
  );
}

function ProblemForm({
  problem,
  onChange,
}: {
  readonly problem: Problem;
  readonly onChange: (problem: Problem) => void;
}) {
  switch (problem.family) {
    case 'countdown':
      return <CountdownForm problem={problem} onChange={onChange} />;
    case 'arithmetic':
      return <ArithmeticForm problem={problem} onChange={onChange} />;
    case 'question':
      return <QuestionForm problem={problem} onChange={onChange} />;
    case 'puzzle':
      return (
        <ErrorBoundary part="The form">
          <PuzzleForm problem={problem} onChange={onChange} />
        </ErrorBoundary>
      );
  }
}

function ProblemSection() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const { problem } = draft;
  const preset = presets.find((one) => sameExperiment(one.experiment, draft));
  const model = embeddedModel(draft.model);
  return (
    <section className="setup-section" aria-labelledby="setup-problem">
      <h2 className="setup-title" id="setup-problem">
        Problem
      </h2>
      <div className="segmented" role="radiogroup" aria-label="Kind of problem">
        {families.map(({ id, name }) => (
          <label key={id}>
            <input
              type="radio"
              name="family"
              checked={problem.family === id}
              onChange={() => app.setup.setFamily(id)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <ProblemForm problem={problem} onChange={app.setup.setProblem} />
      <button
        type="button"
        className="button setup-surprise"
        onClick={() => void app.setup.surprise()}
        title={problem.family === 'question' ? 'Another question' : 'A problem the model was not trained on'}
      >
        <Icon name="dice" />
        Surprise me
      </button>
      {(draft.start ?? draft.pruned) && (
        <p className="setup-note">
          {draft.start && (
            <>
              Starts from an edited thought: <span className="mono">…{draft.start.text.slice(-40)}</span>{' '}
            </>
          )}
          {draft.pruned && (
            <>
              Never follows:{' '}
              <span className="mono">
                {draft.pruned.map((path) => (path.length > 30 ? `…${path.slice(-30)}` : path)).join(', ')}
              </span>{' '}
            </>
          )}
          <button type="button" className="button button-small" onClick={app.setup.dropStart}>
            {draft.start ? 'Start at the problem again' : 'Follow every step again'}
          </button>
        </p>
      )}
      {preset && (
        <p className="setup-note">
          <strong>{preset.title}.</strong> {preset.why}
        </p>
      )}
      {model && !model.families.includes(problem.family) && (
        <p className="setup-note">{model.name} was not trained on such problems.</p>
      )}
    </section>
  );
}
