import type { ComponentType } from 'react';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { learn } from '#words/en/learn.ts';
import { KeptParts, type PartProps } from '../kept-parts.tsx';
import { learnAddresses, type LearnPart, learnParts, learnPlace } from './learn-part.ts';

const parts: Readonly<Record<LearnPart, ComponentType<PartProps>>> = {
  lessons: lazyPart(
    laterPart(() => import('./lessons-part.tsx')),
    (part) => part.LessonsPart,
  ),
  questions: lazyPart(
    laterPart(() => import('./questions/questions-part.tsx')),
    (part) => part.QuestionsPart,
  ),
  landscape: lazyPart(
    laterPart(() => import('./landscape/landscape-part.tsx')),
    (part) => part.LandscapePart,
  ),
  experiments: lazyPart(
    laterPart(() => import('./experiments-part.tsx')),
    (part) => part.ExperimentsPart,
  ),
};

/** Learn: lessons beside the live picture, and experiments to run. */
export function Learn({ within }: PartProps) {
  return (
    <KeptParts
      area="learn"
      label={learn.parts}
      place={learnPlace(within)}
      parts={learnParts.map((id) => ({
        id,
        name: learn.partNames[id],
        within: learnAddresses[id],
        Shown: parts[id],
      }))}
    />
  );
}
