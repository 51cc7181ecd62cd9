import { useEffect, useState } from 'react';
import { modelList } from '#words/en/model-list.ts';
import { models } from '#words/en/models.ts';
import { type EngineKind, engineKinds } from '#policy/model-handle.ts';
import { modelsFor } from '#policy/models.ts';
import { ownState } from '#app/own-models/own-models.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TabList, tabPanel } from '#app/ui/tabs.tsx';
import { engineLists } from './engine-lists.tsx';
import styles from './model-list.module.css';

/** Every model there is, by what runs it. The tab of the one in use comes first, or of those that know the problem. */
export function ModelList() {
  const app = useActions();
  const wanted = useApp(({ draft, library }): EngineKind => {
    const asked = library.question?.model ?? draft.model;
    const { engine: own } = abilitiesOf(asked, library);
    if (ownState.getState().said !== null) return 'embedded';
    return own === 'embedded' && modelsFor(draft.problem.family).length === 0 ? 'gpu' : own;
  });
  const [engine, setEngine] = useState(wanted);
  // What is stored may have changed since the dialog was last open, in another tab say.
  useEffect(() => void app.models.refresh(), [app]);
  const tabs = engineKinds.map((kind) => ({
    id: `models-by-${kind}` as const,
    kind,
    label: models.where[kind],
  }));
  const current = `models-by-${engine}` as const;
  return (
    <>
      <TabList
        label={modelList.origins}
        tabs={tabs}
        current={current}
        onChange={(id) => setEngine(tabs.find((tab) => tab.id === id)?.kind ?? engine)}
      />
      <div className={styles.panel} {...tabPanel(current)}>
        {engineLists[engine]()}
      </div>
    </>
  );
}
