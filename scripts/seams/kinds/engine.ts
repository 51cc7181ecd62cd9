import type { Seam } from '../seam.ts';

/** One that has no models and opens none. What drives a real one has a folder of its own in `policy/`. */
export const engine: Seam = {
  kind: 'engine',
  name: 'remote',
  most: 6,
  tests: ['src/worker/run-client.test.ts'],
  edits: [
    {
      file: 'src/policy/model-handle.ts',
      after: 'export type { GpuModel, Learnt };\n',
      insert: `
/** A model on a server. */
export type RemoteModel = ModelFacts<'remote'>;
`,
    },
    {
      file: 'src/policy/model-handle.ts',
      after: '  readonly gpu: GpuModel;\n',
      insert: '  readonly remote: RemoteModel;\n',
    },
    {
      file: 'src/policy/model-handle.ts',
      after: '  gpu: { exact: false, ships: false, slowWhenHidden: true },\n',
      insert: '  remote: { exact: false, ships: false, slowWhenHidden: false },\n',
    },
    {
      file: 'src/worker/remote-models.ts',
      text: `import type { RemoteModel } from '#policy/model-handle.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { EngineHost } from './engine-host.ts';

export const remoteHost: EngineHost<RemoteModel> = {
  open: ({ id }) =>
    Promise.reject(new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: id } })),
};
`,
    },
    { file: 'src/worker/open-models.ts', top: "import { remoteHost } from './remote-models.ts';\n" },
    {
      file: 'src/worker/open-models.ts',
      after: '      gpu: new GpuHost(),\n',
      insert: '      remote: remoteHost,\n',
    },
    {
      file: 'src/app/panels/models/remote-models.tsx',
      text: `import { models } from '#words/en/models.ts';

export function RemoteModels() {
  return <p>{models.runs.remote}</p>;
}
`,
    },
    {
      file: 'src/app/panels/models/engine-lists.tsx',
      top: "import { RemoteModels } from './remote-models.tsx';\n",
    },
    {
      file: 'src/app/panels/models/engine-lists.tsx',
      after: '  gpu: () => <GpuModels />,\n',
      insert: '  remote: () => <RemoteModels />,\n',
    },
    {
      file: 'src/words/en/models.ts',
      after: "  where: { embedded: 'Comes with the page', gpu: 'On your graphics processor'",
      insert: ", remote: 'On a server'",
    },
    {
      file: 'src/words/en/models.ts',
      after: "  runs: { embedded: 'Comes with the page.', gpu: 'Runs on your graphics processor.'",
      insert: ", remote: 'Runs on a server.'",
    },
  ],
};
