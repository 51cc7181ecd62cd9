import { room } from '../language.ts';

/** Messages over the page: what was done, and what the page could not do. */
export const notices = room('notices', {
  linkCopied: 'Link copied. It holds the whole experiment: problem, strategy, model and seed.',
  comparisonLinkCopied:
    'Link copied. It holds the comparison as it is set up: problem, strategies, models, tokens and seed.',
  setupLinkCopied: 'Link copied. It holds what is set up, not the runs side by side.',
  areaLinkCopied: 'Link copied. It opens this part of the page.',
  imported: 'Run imported. Step through it below, or run it again on your machine.',
  importedInPart:
    'Run imported. Step through it below, or run it again on your machine. It was saved without the tokens that were not taken.',
  downloaded: (model: string) => `${model} is on this device now.`,
  tooLarge: 'This run is too large to be kept over a reload.',
  exportFirst:
    'Export it first (More, Export run). Then reload the page in the browser, and import it again.',
  newVersion: 'A new version of this page is ready.',
  newVersionWaits: 'It comes with the next reload; the run that is shown is kept.',
  notRestored: 'This version of the page could not read the run that was shown before.',
  momentUnread:
    'The title, note or step in this link cannot be read, so they are left out. The experiment is as it was shared.',
  momentMissing: 'The run has no such step here as the link names. It is shown to its end.',
  original: 'Original',
});
