import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';

/** Sweeps: set up, run, kept and shown. */
export function SweepsPart() {
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{sweepWords.title}</h2>
        <p className={page.intro}>{sweepWords.intro}</p>
      </header>
    </div>
  );
}
