import { arithmeticLimits, type ArithmeticProblem, type ArithmeticTerm } from '#experiment/problem.ts';
import { Icon } from '#app/ui/icon.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { classes } from '#views/classes.ts';
import { problems } from '#words/en/problems.ts';
import styles from './arithmetic-form.module.css';
import form from './problem-form.module.css';

const { products, left: largest, trained } = arithmeticLimits;

/** Products, added and subtracted. */
export function ArithmeticForm({
  problem,
  onChange,
}: {
  readonly problem: ArithmeticProblem;
  readonly onChange: (problem: ArithmeticProblem) => void;
}) {
  const { terms } = problem;
  const untrained = terms.length > trained.products || terms.some(({ left }) => left > trained.left);
  const put = (index: number, change: Partial<ArithmeticTerm>) =>
    onChange({ ...problem, terms: terms.map((term, at) => (at === index ? { ...term, ...change } : term)) });
  return (
    <div className={classes(form.root, styles.root)}>
      {terms.map((term, index) => (
        <fieldset key={index} className={styles.term} aria-describedby="arithmetic-help">
          <legend className="hidden-visually">{problems.arithmetic.product(index + 1)}</legend>
          {index === 0 ? (
            <span className={styles.sign} />
          ) : (
            <select
              className={classes('field-select', styles.sign)}
              aria-label={problems.arithmetic.sign(index + 1)}
              value={term.sign}
              onChange={(event) => put(index, { sign: event.currentTarget.value === '-' ? '-' : '+' })}
            >
              <option value="+">+</option>
              <option value="-">−</option>
            </select>
          )}
          <NumberBox
            label={problems.arithmetic.larger}
            value={term.left}
            min={10}
            max={largest}
            onChange={(left) => put(index, { left })}
          />
          <span className="mono" aria-hidden="true">
            ×
          </span>
          <NumberBox
            label={problems.arithmetic.smaller}
            value={term.right}
            min={2}
            max={9}
            onChange={(right) => put(index, { right })}
          />
          <button
            type="button"
            className="button button-plain button-icon button-small"
            aria-label={problems.arithmetic.remove(index + 1)}
            disabled={terms.length === 1}
            onClick={() =>
              onChange({ ...problem, terms: withPlusFirst(terms.filter((_, at) => at !== index)) })
            }
          >
            <Icon name="close" size={13} />
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="button button-small"
        disabled={terms.length >= products}
        onClick={() =>
          onChange({
            ...problem,
            terms: [
              ...terms,
              { sign: '+', left: 10 + ((terms.length * 17 + 13) % 90), right: 2 + (terms.length % 8) },
            ],
          })
        }
      >
        {problems.arithmetic.add}
      </button>
      <p className="knob-help" aria-live="polite">
        {untrained && problems.arithmetic.untrained(trained)}
      </p>
      <p className="help-text" id="arithmetic-help">
        {problems.arithmetic.help({ products, left: largest })}
      </p>
    </div>
  );
}

/** The first product always counts as added. */
function withPlusFirst(terms: readonly ArithmeticTerm[]): ArithmeticTerm[] {
  return terms.map((term, index) => (index === 0 ? { ...term, sign: '+' } : term));
}
