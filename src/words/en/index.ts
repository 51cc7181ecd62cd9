/** All rooms of English: what another language must have. One line a room; the page imports rooms one by one. */
export { amounts } from './amounts.ts';
export { endings } from './endings.ts';
export { events } from './events.ts';
export { models } from './models.ts';
export { presetWords } from './presets.ts';
export { problems } from './problems.ts';
export { steps } from './steps.ts';
export { compare } from './compare.ts';
export { inspector } from './inspector.ts';
export { search } from './search.ts';
export { cli } from './cli.ts';
export { effects } from './effects.ts';
