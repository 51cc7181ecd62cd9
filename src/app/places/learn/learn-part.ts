/** The parts of Learn that have addresses of their own, in the order in which the page names them. */
export const learnParts = ['lessons', 'experiments'] as const;
export type LearnPart = (typeof learnParts)[number];

/** Where in Learn an address leads: to a part of it, and to what is looked at there. */
export interface LearnPlace {
  readonly part: LearnPart;
  /** An experiment or its topic; null for the whole part. */
  readonly within: string | null;
}

/**
 * Nothing or `lessons` for the list of lessons, `experiments`; anything else names what the gallery shows. A lesson itself
 * (`lesson/ID`) stands beside Play: `lessonOf`.
 */
export function learnPlace(within: string | null): LearnPlace {
  const [first] = within?.split('/') ?? [];
  if (first === undefined || first === 'lessons' || first === 'lesson')
    return { part: 'lessons', within: null };
  if (first === 'experiments') return { part: 'experiments', within: null };
  return { part: 'experiments', within };
}

/** What stands behind `#/learn/` in the address of a part. */
export const learnAddresses = {
  lessons: null,
  experiments: 'experiments',
} as const satisfies Readonly<Record<LearnPart, string | null>>;
