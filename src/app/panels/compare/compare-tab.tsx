import { compare } from '#words/en/compare.ts';
import { CompareBar } from './compare-bar.tsx';
import styles from './compare-tab.module.css';
import { lineOfSide, namingOf } from './side-words.ts';
import { SmallStage } from './small-stage.tsx';
import { useStages, useStagesState } from './use-stages.ts';

export { CompareDock } from './compare-dock.tsx';
export { Inspected } from './inspected.tsx';
export { CompareButton, CompareNote } from './compare-button.tsx';
export { CompareHeading } from './compare-heading.tsx';

/** Two to four small stages beside each other. Their one timeline and their results stand below, where a run has its own. */
export function CompareTab() {
  const stages = useStages();
  const sides = useStagesState((state) => state.sides);
  const naming = namingOf(sides.map(({ experiment }) => experiment));
  return (
    <div className={styles.root}>
      <CompareBar />
      <div
        className={styles.grid}
        data-count={sides.length}
        data-empty={sides.every(({ phase }) => phase === 'ready') ? '' : undefined}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={compare.stages}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too large, by arrow keys too
        tabIndex={0}
      >
        {sides.map((side, place) => (
          <SmallStage
            key={side.id}
            side={side}
            place={place}
            app={stages.appOf(side.id)}
            naming={naming}
            line={lineOfSide(side, sides)}
          />
        ))}
      </div>
    </div>
  );
}
