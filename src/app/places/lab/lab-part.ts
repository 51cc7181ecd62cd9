/** The parts of the lab that have addresses of their own, in the order in which the page names them. */
export const labParts = ['evidence', 'sweeps', 'lenses', 'training'] as const;
export type LabPart = (typeof labParts)[number];

/** Where in the lab an address leads: to a part of it, and to what is looked at there. */
export interface LabPlace {
  readonly part: LabPart;
  /** A claim or topic of the evidence, a sweep, a lens, a training; null for the whole part. */
  readonly within: string | null;
}

/** `sweeps`, `sweeps/ID`, `sweep/LINK`, `lenses`, `lens/NAME`, `training`, `training/ID`, `training/LINK`; anything else names what the evidence shows. */
export function labPlace(within: string | null): LabPlace {
  const [first, second = null] = within?.split('/') ?? [];
  if (first === 'sweep') return { part: 'sweeps', within };
  if (first === 'sweeps') return { part: 'sweeps', within: second };
  if (first === 'lenses') return { part: 'lenses', within: null };
  if (first === 'lens') return { part: 'lenses', within: second };
  if (first === 'training') return { part: 'training', within: second };
  return { part: 'evidence', within };
}

/** What stands behind `#/lab/` in the address of a part. */
export const addressOfPart = {
  evidence: null,
  sweeps: 'sweeps',
  lenses: 'lenses',
  training: 'training',
} as const satisfies Readonly<Record<LabPart, string | null>>;
