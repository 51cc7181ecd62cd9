import { type KeyboardEvent, useRef } from 'react';
import { itemAt } from '#experiment/surely.ts';
import { number } from '#words/en/format.ts';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A small number beside the label. */
  readonly count?: number;
}

export interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

/** Tabs by the ARIA pattern: arrow keys move and select; one tab stop. Panels use `tabPanel`. */
export function TabList<Id extends string>({ label, tabs, current, onChange }: TabListProps<Id>) {
  const buttons = useRef(new Map<Id, HTMLButtonElement>());
  function onKeyDown(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === current);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = itemAt(tabs, (at + step + tabs.length) % tabs.length);
    onChange(next.id);
    buttons.current.get(next.id)?.focus();
  }
  return (
    <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          className="tab"
          aria-selected={tab.id === current}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onChange(tab.id)}
          ref={(element) => {
            if (element) buttons.current.set(tab.id, element);
            else buttons.current.delete(tab.id);
          }}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tab-count mono">{number(tab.count)}</span>}
        </button>
      ))}
    </div>
  );
}

/** Attributes of the panel that belongs to a tab. */
export function tabPanel(id: string) {
  return { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` } as const;
}
