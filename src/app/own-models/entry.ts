import { laterPart } from '../later-part.ts';

/** All of what knows the models of a person's own; fetched once the page stands. */
export const ownModelsPart = laterPart(() => import('./parts.ts'));
