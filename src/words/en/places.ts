import { room } from '../language.ts';

/** The three areas of the page, as the header links to them and the window's title says them. */
export const places = room('places', {
  nav: 'Areas of the page',
  names: { play: 'Play', lab: 'Lab', learn: 'Learn' },
  /** In the title of the window; Play is the page itself. */
  titled: (area: string, page: string) => `${area} · ${page}`,
  skip: 'Skip to the content',
  /** Of an address that leads nowhere. */
  unknown: (instead: string) => `There is no such page. “${instead}” is shown instead.`,
  runGoesOn: 'A run goes on',
  labGoesOn: { sweep: 'A sweep goes on', training: 'A training goes on' },
});
