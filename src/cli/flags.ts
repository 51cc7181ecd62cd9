import { parseArgs } from 'node:util';

/** All flags of all commands; `--help` says which belongs to which. */
export function readFlags() {
  return parseArgs({
    allowPositionals: true,
    options: {
      problem: { type: 'string' },
      strategy: { type: 'string' },
      set: { type: 'string', multiple: true },
      tokens: { type: 'string' },
      temperature: { type: 'string' },
      seed: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'string' },
      problems: { type: 'string' },
      write: { type: 'boolean' },
      summary: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

export type Flags = ReturnType<typeof readFlags>['values'];
