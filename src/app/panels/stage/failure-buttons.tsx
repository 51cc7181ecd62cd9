import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';

/** What can be done about a failure, as buttons. No first picture shows one. */
export const FailureButtons = lazyPart(
  side,
  (part) => part.FailureHelp,
  () => null,
);
