import { readFileSync } from 'node:fs';
import type { Seam } from '../seam.ts';

const folder = 'public/models/countdown-small';

/** One that ships already, under another name: its manifest and its weights. */
export const embeddedModel: Seam = {
  kind: 'embedded model',
  name: 'countdown-again',
  most: 2,
  tests: ['src/policy/embedded/catalog'],
  edits: [
    {
      file: 'public/models/countdown-again/manifest.json',
      text: readFileSync(`${folder}/manifest.json`, 'utf8').replace(
        '"id": "countdown-small"',
        '"id": "countdown-again"',
      ),
    },
    { file: 'public/models/countdown-again/weights.bin', copyOf: `${folder}/weights.bin` },
  ],
};
