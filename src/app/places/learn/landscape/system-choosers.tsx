import { useState } from 'react';
import { keysOf } from '#experiment/keys-of.ts';
import { byBudget, byTask, type ChooserLeaf } from '#learn/landscape/choosers.ts';
import { relatives } from '#learn/landscape/relatives.ts';
import { reasoningSystems } from '#learn/landscape/systems.ts';
import { sourceUrl } from '#experiment/sources.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import page from '#app/places/area-page.module.css';
import { landscapeWords } from '#words/en/landscape.ts';
import styles from './system-choosers.module.css';

/** Which system for which task. */
export const TaskChooser = () => chooserOf(landscapeWords.task, byTask);

/** Which system for how many tokens of thought. */
export const BudgetChooser = () => chooserOf(landscapeWords.budget, byBudget);

const chooserOf = <Id extends string>(words: ChooserWords<Id>, leaves: Readonly<Record<Id, ChooserLeaf>>) => (
  <Chooser leaves={leaves} words={words} />
);

interface ChooserWords<Id extends string> {
  readonly title: string;
  readonly asks: string;
  readonly options: Readonly<Record<Id, string>>;
  readonly why: Readonly<Record<Id, string>>;
}

function Chooser<Id extends string>({
  leaves,
  words,
}: {
  readonly leaves: Readonly<Record<Id, ChooserLeaf>>;
  readonly words: ChooserWords<Id>;
}) {
  const ids = keysOf(leaves);
  const [chosen, choose] = useState<Id | null>(null);
  return (
    <section className={page.section} aria-label={words.title}>
      <h3 className={page.sectionTitle}>{words.title}</h3>
      <div className={styles.chooser}>
        <fieldset className={styles.options}>
          <legend className="knob-label">{words.asks}</legend>
          {ids.map((id) => (
            <label key={id} className={styles.option}>
              <input type="radio" name={words.title} checked={chosen === id} onChange={() => choose(id)} />
              {words.options[id]}
            </label>
          ))}
        </fieldset>
        <output className={styles.leaf}>
          {chosen !== null && <Leaf leaf={leaves[chosen]} why={words.why[chosen]} />}
        </output>
      </div>
      <p className="quiet">{landscapeWords.honest}</p>
    </section>
  );
}

function Leaf({ leaf: { systems, relative }, why }: { readonly leaf: ChooserLeaf; readonly why: string }) {
  const app = useActions();
  const named = reasoningSystems.filter(({ id }) => systems.some((one) => one === id));
  return (
    <>
      <strong className={styles.first}>
        {named.length > 0
          ? landscapeWords.beginWith(named.map(({ name }) => name))
          : landscapeWords.noneNeeded}
      </strong>
      <span>{why}</span>
      {named.length > 0 && (
        <span className={styles.sources}>
          {named.map(({ id, name, source }) => (
            <a key={id} href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
              {name}
            </a>
          ))}
        </span>
      )}
      <span>
        {landscapeWords.tryIdea}
        <button
          type="button"
          className="button button-primary"
          onClick={() => app.setup.open(relatives[relative])}
        >
          <Icon name="play" size={13} />
          {landscapeWords.relatives[relative]}
        </button>
      </span>
    </>
  );
}
