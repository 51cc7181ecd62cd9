import { familySheet } from '#experiment/families.ts';
import { areaFragment } from '#app/store/areas.ts';
import { shownExperiment } from '#app/store/main-tab.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { sweepsOf } from '#app/sweeps/here.ts';
import { sweepOfRun } from '#app/sweeps/sweep-presets.ts';
import { OfferButton } from '#app/ui/offer-button.tsx';
import { strategyBrief } from '#words/describe.ts';
import { lensWords } from '#words/en/lenses.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './after-run.module.css';
import { lensAddress, lensKinds } from './lenses/lens-list.ts';
import { edit } from './sweeps/go-to.ts';

/** From a run that ended to the lab: whether it was luck, and the lenses that look at it. */
export function AfterRun() {
  const app = useActions();
  const experiment = useApp(shownExperiment);
  const how = strategyBrief(experiment.strategy);
  const held = familySheet(experiment.problem).heldOut.usual !== undefined;
  return (
    <section className={styles.root} aria-label={sweepWords.lookCloser}>
      <h3 className={styles.head}>{sweepWords.lookCloser}</h3>
      <OfferButton
        icon="compare"
        title={sweepWords.luck}
        onClick={() =>
          edit(sweepsOf(app), { ...sweepOfRun(experiment), title: sweepWords.luckTitle(how).slice(0, 120) })
        }
      >
        {held ? sweepWords.luckIs(how) : sweepWords.luckOnOne(how)}
      </OfferButton>
      <ul className={styles.lenses}>
        {lensKinds.map((kind) => (
          <li key={kind}>
            <a href={areaFragment('lab', lensAddress(kind))}>{lensWords.names[kind]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
