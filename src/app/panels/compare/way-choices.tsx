import type { WayToChoose } from '#answers/choose-again.ts';
import { compare } from '#words/en/compare.ts';
import type { RunLog } from '#app/store/app-state.ts';
import { mostCompared } from '#app/store/compare.ts';
import { waysOf } from '#app/store/sides.ts';
import { useActions } from '#app/store/use-app.tsx';
import styles from './compare-bar.module.css';
import { nameOfWay } from './side-words.ts';

/** Which ways to choose among the traces of a run are compared. */
export function WayChoices({ log, ways }: { readonly log: RunLog; readonly ways: readonly WayToChoose[] }) {
  const comparison = useActions().runs.compare;
  const all = waysOf(log);
  return (
    <fieldset className={styles.ways}>
      <legend className="hidden-visually">{compare.ways.label}</legend>
      {all.map((way) => {
        const chosen = ways.includes(way);
        return (
          <label key={way} className={styles.way}>
            <input
              type="checkbox"
              checked={chosen}
              disabled={chosen ? ways.length <= 2 : ways.length >= mostCompared}
              onChange={() =>
                comparison.setSubject({
                  kind: 'choices',
                  log,
                  // In the order of the list, whichever came first.
                  ways: all.filter((one) => (one === way ? !chosen : ways.includes(one))),
                })
              }
            />
            {nameOfWay(way, log)}
          </label>
        );
      })}
    </fieldset>
  );
}
