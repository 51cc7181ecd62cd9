import { useEffect } from 'react';
import { emptySweep } from '#app/sweeps/sweep-presets.ts';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';
import { edit } from './go-to.ts';
import { KeptList } from './kept-list.tsx';
import { PresetCards } from './preset-cards.tsx';
import { ResultsOpener } from './results-opener.tsx';
import styles from './sweep-home.module.css';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** Questions to start with, and the sweeps that are kept. */
export function SweepHome() {
  const sweeps = useSweeps();
  const keeps = useSweepsState((state) => state.keeps);
  useEffect(() => void sweeps.refresh(), [sweeps]);
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{sweepWords.title}</h2>
        <p className={page.intro}>{sweepWords.intro}</p>
        {keeps === false && (
          <output className={classes(page.intro, styles.notKept)}>{sweepWords.notKept}</output>
        )}
      </header>
      <section className={page.section} aria-labelledby="sweep-questions">
        <h3 className={page.sectionTitle} id="sweep-questions">
          {sweepWords.questions}
        </h3>
        <PresetCards />
        <div className={classes('row', page.section)}>
          <button type="button" className="button" onClick={() => edit(sweeps, emptySweep)}>
            {sweepWords.byHand}
          </button>
          <ResultsOpener />
        </div>
      </section>
      <section className={page.section} aria-labelledby="sweep-list">
        <h3 className={page.sectionTitle} id="sweep-list">
          {sweepWords.kept}
        </h3>
        <KeptList />
      </section>
    </div>
  );
}
