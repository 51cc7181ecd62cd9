import type { PaperDefault } from '#experiment/describe.ts';

/** What a paper sets a knob to, in a few words. */
export function paperText(paper: PaperDefault | null): string | undefined {
  return paper ? `Paper: ${paper.value} (${paper.source.authors}).` : undefined;
}
