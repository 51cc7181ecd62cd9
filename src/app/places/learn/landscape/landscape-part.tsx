import { checkedOn } from '#learn/landscape/systems.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useKnownAddress } from '#app/places/use-known-address.ts';
import page from '#app/places/area-page.module.css';
import { landscapeWords } from '#words/en/landscape.ts';
import { BudgetChooser, TaskChooser } from './system-choosers.tsx';
import { SystemsTable } from './systems-table.tsx';

const itself = () => landscapeWords.partNames.systems;

const parts = ['systems', 'task', 'budget'] as const;

/** Reasoning systems and their relatives here. @param within `task` or `budget` for a chooser. */
export function LandscapePart({ within }: { readonly within: string | null }) {
  const current = parts.find((part) => part === within) ?? 'systems';
  useKnownAddress(within === null || current === within, itself);
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{landscapeWords.title}</h2>
        <p className={page.intro}>{landscapeWords.intro(checkedOn)}</p>
        <nav aria-label={landscapeWords.parts}>
          <ul className={page.chips}>
            {parts.map((part) => (
              <li key={part}>
                <a
                  className={page.chip}
                  href={areaFragment('learn', part === 'systems' ? 'landscape' : `landscape/${part}`)}
                  aria-current={part === current ? 'page' : undefined}
                >
                  {landscapeWords.partNames[part]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {current === 'systems' && <SystemsTable />}
      {current === 'task' && <TaskChooser />}
      {current === 'budget' && <BudgetChooser />}
    </div>
  );
}
