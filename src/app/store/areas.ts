import { isExperimentLink, withoutTail } from '#experiment/url-codec.ts';

/** The three areas of the page that have addresses of their own, in the order in which the header names them. */
export const areaKinds = ['play', 'lab', 'learn'] as const;
export type AreaKind = (typeof areaKinds)[number];

/** Where in the page a person is. `within` names what is looked at there, such as a claim; null for the whole of it. */
export type Area =
  | { readonly kind: 'play' }
  | { readonly kind: Exclude<AreaKind, 'play'>; readonly within: string | null };

export const play: Area = { kind: 'play' };

/** `#/lab`, `#/lab/voting-helps`, `#/lab/lens/grpo`; a sweep's link holds all of it. What is set up in Play has links of its own; `#/play` leads to whatever stands there. */
export function areaFragment(kind: AreaKind, within: string | null = null): string {
  return within === null ? `#/${kind}` : `#/${kind}/${within}`;
}

/** Reads a fragment, as it is copied from a sentence too; null where it is no address of an area. */
export function readArea(fragment: string): Area | null {
  const [, name, within] =
    /^#\/([a-z]{1,8})(?:\/([a-z0-9-]{1,60}(?:\/[A-Za-z0-9._-]{1,24600})?))?$/.exec(withoutTail(fragment)) ??
    [];
  const kind = areaKinds.find((one) => one === name);
  if (kind === undefined) return null;
  return kind === 'play' ? play : { kind, within: within ?? null };
}

/** Whether a fragment is no address of ours. A word alone, `#stage` say, is a place on the page, as browsers have them. */
export const leadsNowhere = (fragment: string): boolean =>
  readArea(fragment) === null && !isExperimentLink(fragment) && !/^(#[a-z]*)?$/i.test(fragment);

/** The lesson that an address opens: it stands in the teacher's place beside Play. Null for all other places. */
export const lessonOf = (area: Area): string | null =>
  area.kind === 'learn' && area.within?.startsWith('lesson/') === true ? area.within.slice(7) : null;

/** Whether Play is looked at, with a lesson beside it or without. */
export const showsPlay = (area: Area): boolean => area.kind === 'play' || lessonOf(area) !== null;

/** Whether what is looked at is this browser's own, such as a kept sweep or training: its address leads nobody else there, and it has a link of its own. */
export const isOnlyHere = (area: Area): boolean =>
  area.kind !== 'play' && /^(sweeps|training)\/(?!v\d)/.test(area.within ?? '');
