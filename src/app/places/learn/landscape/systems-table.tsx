import { useState } from 'react';
import { sourceUrl } from '#experiment/sources.ts';
import { relatives } from '#learn/landscape/relatives.ts';
import { type ReasoningSystem, reasoningSystems, type SystemId } from '#learn/landscape/systems.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { landscapeWords } from '#words/en/landscape.ts';
import styles from './systems-table.module.css';

const orders = ['newest', 'oldest'] as const;
type Order = (typeof orders)[number];

type Row = ReasoningSystem & { readonly id: SystemId };

/** Those to be shown; of one month they stay in the order of the list. */
export function orderedSystems(order: Order, onlyOpen: boolean): readonly Row[] {
  const rows: readonly Row[] = reasoningSystems;
  const way = order === 'newest' ? -1 : 1;
  return rows
    .filter(({ open }) => !onlyOpen || open === 'weights' || open === 'all')
    .toSorted((a, b) => way * a.when.localeCompare(b.when));
}

/** The systems with what is known of them; on a narrow page each is a card. */
export function SystemsTable() {
  const [order, setOrder] = useState<Order>('newest');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const rows = orderedSystems(order, onlyOpen);
  return (
    <>
      <div className={styles.tools}>
        <fieldset className={styles.order}>
          <legend className="hidden-visually">{landscapeWords.order}</legend>
          <div className="segmented">
            {orders.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="systems-order"
                  checked={order === one}
                  onChange={() => setOrder(one)}
                />
                <span>{landscapeWords.orders[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className={styles.only}>
          <input
            type="checkbox"
            checked={onlyOpen}
            onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
          />
          {landscapeWords.onlyOpen}
        </label>
        <output className={classes('quiet', styles.found)}>{landscapeWords.found(rows.length)}</output>
      </div>
      <table className={styles.table}>
        <caption className="hidden-visually">{landscapeWords.caption}</caption>
        <thead className={styles.head}>
          <tr>
            <th scope="col">{landscapeWords.columns.system}</th>
            <th scope="col" aria-sort={order === 'newest' ? 'descending' : 'ascending'}>
              {landscapeWords.columns.when}
            </th>
            <th scope="col">{landscapeWords.columns.training}</th>
            <th scope="col">{landscapeWords.columns.control}</th>
            <th scope="col">{landscapeWords.columns.open}</th>
            <th scope="col">{landscapeWords.columns.relative}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SystemRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function SystemRow({ row }: { readonly row: Row }) {
  const app = useActions();
  const { id, name, maker, when, open, source, relative } = row;
  const { training, control } = landscapeWords.systems[id];
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.system}>
        <span translate="no">{name}</span>
        <span className={styles.maker} translate="no">
          {maker}
        </span>
      </th>
      <td className={styles.when}>
        <time dateTime={when}>{when}</time>
      </td>
      <td>
        {training}{' '}
        <a href={sourceUrl(source)} target="_blank" rel="noreferrer" className={styles.source} translate="no">
          {source.authors}
        </a>
      </td>
      <td data-label={landscapeWords.columns.control}>{control}</td>
      <td data-label={landscapeWords.columns.open}>{landscapeWords.openness[open]}</td>
      <td>
        <button
          type="button"
          className={styles.relative}
          aria-label={landscapeWords.openOne({ relative: landscapeWords.relatives[relative], system: name })}
          onClick={() => app.setup.open(relatives[relative])}
        >
          <Icon name="play" size={12} />
          <span>{landscapeWords.relatives[relative]}</span>
        </button>
      </td>
    </tr>
  );
}
