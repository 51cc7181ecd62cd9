import { useState } from 'react';
import { allQuestions } from '#learn/questions/questions.ts';
import { questionLevels } from '#learn/questions/question.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { learn } from '#words/en/learn.ts';
import { questionWords } from '#words/en/questions.ts';
import page from '#app/places/area-page.module.css';
import { useKnownAddress } from '#app/places/use-known-address.ts';
import { useScrollTo } from '#app/places/use-scroll-to.ts';
import { useKnown } from './known.ts';
import { QuestionCard } from './question-card.tsx';
import styles from './questions-part.module.css';
import { type QuestionFilter, shownQuestions } from './shown-questions.ts';

const itself = () => learn.partNames.questions;
const anything: QuestionFilter = { text: '', level: null, onlyOpen: false };

/** The 25 questions, by level. @param within `question/ID` for the one that the address names. */
export function QuestionsPart({ within }: { readonly within: string | null }) {
  const [filter, setFilter] = useState(anything);
  const [known, setKnown] = useKnown();
  const named = within?.startsWith('question/') ? within.slice('question/'.length) : null;
  const [looked, look] = useState<string | null>(null);
  if (looked !== named) {
    look(named);
    // A link leads to its question, whatever was looked for before.
    if (named !== null) setFilter(anything);
  }
  useScrollTo('learn', within);
  useKnownAddress(named === null || allQuestions.some(({ id }) => id === named), itself);
  const shown = shownQuestions(filter, known);
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{questionWords.title}</h2>
        <p className={page.intro}>{questionWords.intro}</p>
        <Tools filter={filter} onFilter={setFilter} known={known.size} found={shown.length} />
      </header>
      {shown.length === 0 && <p className={page.section}>{questionWords.none}</p>}
      {questionLevels.map((level) => {
        const ones = shown.filter((one) => one.level === level);
        if (ones.length === 0) return null;
        return (
          <section key={level} className={page.section} aria-labelledby={`questions-${level}`}>
            <h3 className={classes(page.sectionTitle, styles.level)} id={`questions-${level}`}>
              {questionWords.levelNumber(level)} <span className="quiet">{questionWords.levels[level]}</span>
            </h3>
            <ol>
              {ones.map((question) => (
                <QuestionCard
                  key={question.id}
                  question={question}
                  named={question.id === named}
                  known={known.has(question.id)}
                  onKnown={(knows) => setKnown(question.id, knows)}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function Tools({
  filter,
  onFilter,
  known,
  found,
}: {
  readonly filter: QuestionFilter;
  readonly onFilter: (filter: QuestionFilter) => void;
  readonly known: number;
  readonly found: number;
}) {
  const of = allQuestions.length;
  return (
    <div className={styles.tools}>
      <label className={styles.search}>
        <span className="knob-label">{questionWords.search}</span>
        <input
          type="search"
          className="field-input"
          value={filter.text}
          maxLength={80}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <fieldset className={styles.levels}>
        <legend className="knob-label">{questionWords.level}</legend>
        <div className="segmented">
          {[null, ...questionLevels].map((level) => (
            <label key={level ?? 'all'}>
              <input
                type="radio"
                name="question-level"
                checked={filter.level === level}
                onChange={() => onFilter({ ...filter, level })}
              />
              <span>{level === null ? questionWords.allLevels : questionWords.levelNumber(level)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.only}>
        <input
          type="checkbox"
          checked={filter.onlyOpen}
          onChange={(event) => onFilter({ ...filter, onlyOpen: event.currentTarget.checked })}
        />
        {questionWords.onlyOpen}
      </label>
      <div className={styles.foot}>
        <p className={styles.known}>
          <progress className={classes('progress', styles.bar)} max={of} value={known} aria-hidden="true" />
          <span>
            {questionWords.known(known, of)} <span className="quiet">{questionWords.keptHere}</span>
          </span>
        </p>
        <div className={styles.end}>
          <output className={classes('quiet', styles.found)}>
            {found < of ? questionWords.found(found) : ''}
          </output>
          <button
            type="button"
            className="button"
            onClick={() => {
              onFilter(anything);
              // Once all of them are drawn.
              requestAnimationFrame(() => requestAnimationFrame(() => print()));
            }}
          >
            <Icon name="print" size={14} />
            {questionWords.print}
          </button>
        </div>
      </div>
    </div>
  );
}
