import { familySheet } from '#experiment/families.ts';
import { useEffect, useState } from 'react';
import { engineOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TabList, tabPanel } from '#app/ui/tabs.tsx';
import { EmbeddedModels } from './embedded-models.tsx';
import { GpuModels } from './gpu-models.tsx';

const parts = [
  { id: 'models-page', label: 'Comes with the page' },
  { id: 'models-gpu', label: 'On your graphics processor' },
] as const;
type Part = (typeof parts)[number]['id'];

/** Every model there is: those that ship with the page, and those that WebLLM runs on the person's graphics processor. */
export function ModelList() {
  const app = useActions();
  const wantsGpu = useApp(
    ({ draft, library }) =>
      !engineOf(draft.model, library).ships ||
      !familySheet(draft.problem).trained ||
      library.question !== null,
  );
  const [part, setPart] = useState<Part>(wantsGpu ? 'models-gpu' : 'models-page');
  // What is stored may have changed since the dialog was last open, in another tab say.
  useEffect(() => void app.models.refresh(), [app]);
  return (
    <>
      <TabList label="Where models come from" tabs={parts} current={part} onChange={setPart} />
      <div className="models-panel" {...tabPanel(part)}>
        {part === 'models-page' ? <EmbeddedModels /> : <GpuModels />}
      </div>
    </>
  );
}
