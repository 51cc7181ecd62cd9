import { isSearch } from '#run/state.ts';
import { shell } from '#words/en/shell.ts';
import { classes } from '#views/classes.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { side } from '../side.ts';
import facts from './facts.module.css';
import styles from './inspector.module.css';

const Facts = lazyPart(side, (part) => part.Facts);

/** What is selected and its numbers. */
export function Inspector() {
  const view = useApp((state) => state.view);
  const selection = useApp((state) => state.selection);
  return <div className={styles.root}>{selection || isSearch(view) ? <Facts /> : <NothingSelected />}</div>;
}

function NothingSelected() {
  const hasLog = useApp((state) => state.log !== null);
  return (
    <div className={classes(facts.empty, 'quiet')}>
      <Icon name="inspect" size={22} />
      <p>{hasLog ? shell.nothingSelected : shell.nothingRun}</p>
    </div>
  );
}
