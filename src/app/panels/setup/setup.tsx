import { setup } from '#words/en/setup.ts';
import { usePreference } from '#app/preferences.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { ModelChoice } from './model-choice.tsx';
import { ProblemChoice } from './problem-choice.tsx';
import { RunFoot } from './run-foot.tsx';
import { StrategyChoice } from './strategy-choice.tsx';
import { classes } from '#views/classes.ts';
import styles from './setup.module.css';

const MainKnobs = lazyPart(side, (part) => part.MainKnobs);
const MoreSettings = lazyPart(side, (part) => part.MoreSettings);

/** Everything a person can set: what a usual run needs, then Run, which stays in sight; all else behind "More". */
export function Setup() {
  const [more, setMore] = usePreference('more-settings', 'closed');
  const open = more === 'open';
  return (
    <div className={styles.root}>
      <div className={classes(styles.scroll, 'scrolls')}>
        <ProblemChoice />
        <section className={styles.section}>
          <StrategyChoice />
          <ModelChoice />
          <div className={styles.mainKnobs}>
            <MainKnobs />
          </div>
        </section>
        <details
          className={classes('setup-more', styles.more)}
          open={open}
          onToggle={({ currentTarget: details }) => {
            if (details.open === open) return;
            setMore(details.open ? 'open' : 'closed');
            // What was asked for comes into sight.
            if (details.open) requestAnimationFrame(() => details.scrollIntoView({ block: 'start' }));
          }}
        >
          <summary>{setup.more}</summary>
          {open && <MoreSettings />}
        </details>
      </div>
      <RunFoot />
    </div>
  );
}
