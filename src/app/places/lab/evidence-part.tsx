import { useState } from 'react';
import type { ClaimVerdict } from '#lab/effects/verdict.ts';
import { areaFragment } from '#app/store/areas.ts';
import { classes } from '#views/classes.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import { topicWords } from '#words/en/topics.ts';
import page from '../area-page.module.css';
import { type Topic, topics } from '../topics.ts';
import { TrainingStories } from '../training-stories.tsx';
import { useKnownAddress } from '../use-known-address.ts';
import { useScrollTo } from '../use-scroll-to.ts';
import { ClaimCard } from './claim-card.tsx';
import { type TestedClaim, allTested } from './evidence.ts';
import styles from './evidence-part.module.css';
import { Overview } from './overview.tsx';

const itself = () => lab.partNames.evidence;

const verdicts: readonly ClaimVerdict[] = ['shown', 'partly', 'unclear', 'opposite'];
const orders = ['table', 'difference', 'unlikely'] as const;
type Order = (typeof orders)[number];

const compare: Readonly<Record<Order, (a: TestedClaim, b: TestedClaim) => number>> = {
  table: () => 0,
  difference: (a, b) => Math.abs(b.difference) - Math.abs(a.difference),
  unlikely: (a, b) => (a.comparisons[0]?.p ?? 1) - (b.comparisons[0]?.p ?? 1),
};

/** The evidence: claims of the literature, measured on the models that ship. @param within the topic or the claim that the address names. */
export function EvidencePart({ within }: { readonly within: string | null }) {
  const topic = topics.find((one) => one === within) ?? null;
  const [outcome, setOutcome] = useState<ClaimVerdict | null>(null);
  const [order, setOrder] = useState<Order>('table');
  useScrollTo('lab', within);
  useKnownAddress(
    within === null || topic !== null || allTested.some(({ claim }) => claim === within),
    itself,
  );
  const shown = allTested
    .filter((one) => (topic === null || one.topic === topic) && (outcome === null || one.verdict === outcome))
    .toSorted(compare[order]);
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{lab.title}</h2>
        <p className={page.intro}>
          {lab.intro({
            claims: allTested.length,
            problems: Math.max(...allTested.map(({ problems }) => problems)),
          })}
        </p>
        <Reading />
        <Topics current={topic} />
        <div className={styles.tools}>
          <Choice
            label={lab.outcome}
            value={outcome ?? ''}
            onChange={(value) => setOutcome(verdicts.find((one) => one === value) ?? null)}
            options={[
              { value: '', text: lab.anyOutcome },
              ...verdicts.map((value) => ({ value, text: effects.verdicts[value] })),
            ]}
          />
          <Choice
            label={lab.sort}
            value={order}
            onChange={(value) => setOrder(orders.find((one) => one === value) ?? 'table')}
            options={orders.map((value) => ({ value, text: lab.orders[value] }))}
          />
          <output className={classes('quiet', styles.count)}>{lab.counted(shown.length)}</output>
        </div>
      </header>
      {shown.length === 0 && <p className={classes(page.section, page.intro)}>{lab.none}</p>}
      {shown.length > 0 && <Overview claims={shown} />}
      <ol className={styles.claims}>
        {shown.map((one) => (
          <ClaimCard key={one.claim} tested={one} named={within === one.claim} />
        ))}
      </ol>
      <section className={page.section} id="lab-curves" aria-labelledby="lab-curves-title">
        <h3 className={page.sectionTitle} id="lab-curves-title">
          {lab.curves}
        </h3>
        <p className={classes('quiet', page.intro)}>{lab.curvesAre}</p>
        <TrainingStories />
      </section>
    </div>
  );
}

function Topics({ current }: { readonly current: Topic | null }) {
  return (
    <nav aria-label={lab.topics}>
      <ul className={page.chips}>
        {[null, ...topics].map((topic) => (
          <li key={topic}>
            <a
              className={page.chip}
              href={areaFragment('lab', topic)}
              aria-current={topic === current ? 'true' : undefined}
            >
              {topic === null ? lab.all : topicWords.names[topic]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Reading() {
  return (
    <details className={styles.reading}>
      <summary>{lab.howToRead}</summary>
      <p>{lab.interval95}</p>
      <p>{lab.costs}</p>
      <p>{lab.paired}</p>
      <ul>
        {verdicts.map((verdict) => (
          <li key={verdict}>{lab.verdicts[verdict]}</li>
        ))}
      </ul>
    </details>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span className="knob-label">{label}</span>
      <select
        className="field-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
