import { inEachLanguage } from '../in-each-language.ts';
import type { Seam } from '../seam.ts';

/** A tab with the number of calls that a run has made. */
export const tab: Seam = {
  kind: 'tab',
  name: 'calls',
  most: 3,
  tests: ['src/app/stage-tabs.test.ts'],
  edits: [
    {
      file: 'src/app/panels/stage/calls-tab.tsx',
      text: `import type { RunState } from '#run/state.ts';

export function CallsTab({ view }: { readonly view: RunState }) {
  return <p>{view.usage.forwards}</p>;
}
`,
    },
    { file: 'src/app/stage-tabs.tsx', top: "import { CallsTab } from './panels/stage/calls-tab.tsx';\n" },
    {
      file: 'src/app/stage-tabs.tsx',
      after: 'export const stageTabs = {\n',
      insert: '  calls: { shows: () => false, draw: ({ view }) => <CallsTab view={view} /> },\n',
    },
    { file: 'src/words/en/stage.ts', after: "    tree: 'Tree',\n", insert: "    calls: 'Calls',\n" },
    ...inEachLanguage('stage', {
      'tabs: {': " calls: 'Calls',",
    }),
  ],
};
