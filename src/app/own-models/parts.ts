/** All of what knows the models of a person's own; fetched once the page stands. */
export { attendOwn } from './attend.ts';
export { importModel, keepAndPlay, playModel } from './use-own.ts';
export { keepOwnModel } from './own-models.ts';
