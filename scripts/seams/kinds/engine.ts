import { inEachLanguage } from '../in-each-language.ts';
import type { Seam } from '../seam.ts';

/** One that has no models and opens none. What drives a real one has a folder of its own in `policy/`. */
export const engine: Seam = {
  kind: 'engine',
  name: 'borrowed',
  most: 6,
  tests: ['src/worker/run-client.test.ts'],
  edits: [
    {
      file: 'src/policy/model-handle.ts',
      after: 'export type { GpuModel, Learnt, RemoteModel };\n',
      insert: `
/** A model of somebody else's. */
export type BorrowedModel = EngineModel<'borrowed'>;
`,
    },
    {
      file: 'src/policy/model-handle.ts',
      after: '  readonly gpu: GpuModel;\n',
      insert: '  readonly borrowed: BorrowedModel;\n',
    },
    {
      file: 'src/policy/model-handle.ts',
      after: '  gpu: { exact: false, ships: false, slowWhenHidden: true, elsewhere: false },\n',
      insert: '  borrowed: { exact: false, ships: false, slowWhenHidden: false, elsewhere: true },\n',
    },
    {
      file: 'src/worker/borrowed-models.ts',
      text: `import type { BorrowedModel } from '#policy/model-handle.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { EngineHost } from './engine-host.ts';

export const borrowedHost: EngineHost<BorrowedModel> = {
  open: ({ id }) =>
    Promise.reject(new PolicyError({ code: 'model-not-found', why: { kind: 'unlisted', model: id } })),
};
`,
    },
    { file: 'src/worker/open-models.ts', top: "import { borrowedHost } from './borrowed-models.ts';\n" },
    {
      file: 'src/worker/open-models.ts',
      after: '      gpu: new GpuHost(watched),\n',
      insert: '      borrowed: borrowedHost,\n',
    },
    {
      file: 'src/app/panels/models/borrowed-models.tsx',
      text: `import { models } from '#words/en/models.ts';

export function BorrowedModels() {
  return <p>{models.runs.borrowed}</p>;
}
`,
    },
    {
      file: 'src/app/panels/models/engine-lists.tsx',
      top: "import { BorrowedModels } from './borrowed-models.tsx';\n",
    },
    {
      file: 'src/app/panels/models/engine-lists.tsx',
      after: '  gpu: () => <GpuModels />,\n',
      insert: '  borrowed: () => <BorrowedModels />,\n',
    },
    {
      file: 'src/words/en/models.ts',
      after: "  where: { embedded: 'Comes with the page', gpu: 'On your GPU', remote: 'On a server'",
      insert: ", borrowed: 'On another computer'",
    },
    {
      file: 'src/words/en/models.ts',
      after: "    remote: 'Runs on a server.',\n",
      insert: "    borrowed: 'Runs on another computer.',\n",
    },
    ...inEachLanguage('models', {
      '  where: {': " borrowed: 'On another computer',",
      '  runs: {': " borrowed: 'Runs on another computer.',",
    }),
  ],
};
