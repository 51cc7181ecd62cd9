import { room } from '../language.ts';

/** A model that is not here, named by a link or a person; `size` is `410 MB`. */
export const modelWanted = room('modelWanted', {
  downloadAndRun: 'Download and run',
  switchTo: (name: string) => `Use ${name}`,
  switchInstead: (name: string) => `Use ${name} instead`,
  link: {
    uses: (name: string) => `This link uses ${name}.`,
    sized: (name: string, size: string) => `This link uses ${name}: about ${size} to download.`,
    unknown: (name: string) => `This link uses ${name}, which has to be downloaded.`,
  },
  person: {
    uses: (name: string) => `This uses ${name}.`,
    sized: (name: string, size: string) => `This uses ${name}: about ${size} to download.`,
    unknown: (name: string) => `This uses ${name}, which has to be downloaded.`,
  },
  nothingYet: 'Nothing was downloaded. You are asked again, with the exact size.',
});
