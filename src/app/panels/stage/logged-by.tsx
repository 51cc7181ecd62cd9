import { elsewhereWords } from '#words/en/elsewhere.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import styles from './logged-by.module.css';

/** Which program logged the tree, and the trees in its file, where there are several. */
export function LoggedBy() {
  const tool = useApp(({ log }) => {
    const first = log?.entries[0]?.event;
    return first?.type === 'run-started' ? first.elsewhere?.tool : undefined;
  });
  return (
    <>
      {tool !== undefined && <span>{elsewhereWords.loggedBy(tool)}</span>}
      <TreeChoice />
    </>
  );
}

/** What stands in the place of a result. */
export function NothingRun() {
  return <span className="quiet">{elsewhereWords.nothingRun}</span>;
}

function TreeChoice() {
  const app = useActions();
  const trees = useApp((state) => state.log?.trees ?? null);
  const tree = useApp((state) => state.view.elsewhere?.tree ?? 1);
  if (!trees || trees.titles.length < 2) return null;
  return (
    <select
      className={styles.root}
      aria-label={elsewhereWords.tree}
      translate="no"
      value={tree}
      onChange={(event) => void app.runs.importRun(trees.file, Number(event.currentTarget.value))}
    >
      {trees.titles.map(({ text, right }, at) => (
        <option key={at} value={at + 1}>
          {elsewhereWords.option({
            at: at + 1,
            text,
            right: right && { right: right.count, of: right.of },
          })}
        </option>
      ))}
    </select>
  );
}
