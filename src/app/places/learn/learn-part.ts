/** The parts of Learn that have addresses of their own, in the order in which the page names them. */
export const learnParts = ['lessons', 'questions', 'landscape', 'experiments'] as const;
export type LearnPart = (typeof learnParts)[number];

/** Where in Learn an address leads: to a part of it, and to what is looked at there. */
export interface LearnPlace {
  readonly part: LearnPart;
  /** A question, a part of the landscape, an experiment or its topic; null for the whole part. */
  readonly within: string | null;
}

/**
 * Nothing or `lessons` for the list of lessons, `questions` and `question/ID`, `landscape` and `landscape/NAME`, `experiments`; anything
 * else names what the gallery shows. A lesson itself (`lesson/ID`) stands beside Play: `lessonOf`.
 */
export function learnPlace(within: string | null): LearnPlace {
  const [first, second = null] = within?.split('/') ?? [];
  if (first === undefined || first === 'lessons' || first === 'lesson')
    return { part: 'lessons', within: null };
  if (first === 'questions') return { part: 'questions', within: null };
  if (first === 'question') return { part: 'questions', within };
  if (first === 'landscape') return { part: 'landscape', within: second };
  if (first === 'experiments') return { part: 'experiments', within: null };
  return { part: 'experiments', within };
}

/** What stands behind `#/learn/` in the address of a part. */
export const learnAddresses = {
  lessons: null,
  questions: 'questions',
  landscape: 'landscape',
  experiments: 'experiments',
} as const satisfies Readonly<Record<LearnPart, string | null>>;
