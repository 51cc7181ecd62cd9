import { arithmeticLimits, type ArithmeticProblem, type ArithmeticTerm } from '#experiment/problem.ts';
import { Icon } from '#app/ui/icon.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';

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
    <div className="problem-form">
      {terms.map((term, index) => (
        <fieldset key={index} className="term-row">
          <legend className="hidden-visually">Product {index + 1}</legend>
          {index === 0 ? (
            <span className="term-sign" />
          ) : (
            <select
              className="field-select term-sign"
              aria-label={`Sign of product ${index + 1}`}
              value={term.sign}
              onChange={(event) => put(index, { sign: event.currentTarget.value === '-' ? '-' : '+' })}
            >
              <option value="+">+</option>
              <option value="-">−</option>
            </select>
          )}
          <NumberBox
            label="Larger factor"
            value={term.left}
            min={10}
            max={largest}
            onChange={(left) => put(index, { left })}
          />
          <span className="mono" aria-hidden="true">
            ×
          </span>
          <NumberBox
            label="One-digit factor"
            value={term.right}
            min={2}
            max={9}
            onChange={(right) => put(index, { right })}
          />
          <button
            type="button"
            className="button button-plain button-icon button-small"
            aria-label={`Remove product ${index + 1}`}
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
        Add a product
      </button>
      <p className="knob-help" aria-live="polite">
        Up to {products} products: 10 to {largest} times 2 to 9.
        {untrained &&
          ` The models that ship were trained on up to ${trained.products} products of factors up to ${trained.left}.`}
      </p>
    </div>
  );
}

/** The first product always counts as added. */
function withPlusFirst(terms: readonly ArithmeticTerm[]): ArithmeticTerm[] {
  return terms.map((term, index) => (index === 0 ? { ...term, sign: '+' } : term));
}
