/** All rooms of English: what another language must have. One line a room; the page imports rooms one by one. */
export { amounts } from './amounts.ts';
export { cli } from './cli.ts';
export { compare } from './compare.ts';
export { effects } from './effects.ts';
export { endings } from './endings.ts';
export { events } from './events.ts';
export { header } from './header.ts';
export { inspector } from './inspector.ts';
export { keys } from './keys.ts';
export { models } from './models.ts';
export { notices } from './notices.ts';
export { presetWords } from './presets.ts';
export { problems } from './problems.ts';
export { search } from './search.ts';
export { shell } from './shell.ts';
export { steps } from './steps.ts';
export { transport } from './transport.ts';
