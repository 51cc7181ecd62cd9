import type { ComponentType } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { lab } from '#words/en/lab.ts';
import { KeptParts, type PartProps } from '../kept-parts.tsx';
import { addressOfPart, type LabPart, labParts, labPlace } from './lab-part.ts';

const parts: Readonly<Record<LabPart, ComponentType<PartProps>>> = {
  evidence: lazyPart(
    laterPart(() => import('./evidence-part.tsx')),
    (part) => part.EvidencePart,
  ),
  sweeps: lazyPart(
    laterPart(() => import('./sweeps/sweeps-part.tsx')),
    (part) => part.SweepsPart,
  ),
  lenses: lazyPart(
    laterPart(() => import('./lenses/lenses-part.tsx')),
    (part) => part.LensesPart,
  ),
  training: lazyPart(
    laterPart(() => import('./training/training-part.tsx')),
    (part) => part.TrainingPart,
  ),
};

/** The lab: what was measured, sweeps to measure more, lenses to look into one run, and a training of one's own. */
export function Lab({ within }: PartProps) {
  return (
    <KeptParts
      area="lab"
      label={lab.parts}
      place={labPlace(within)}
      parts={labParts.map((id) => ({
        id,
        name: lab.partNames[id],
        within: addressOfPart[id],
        Shown: parts[id],
      }))}
    />
  );
}
