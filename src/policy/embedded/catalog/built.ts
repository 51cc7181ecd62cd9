/** The catalogue for browsers, fixed when the page is built. */
export { entries } from 'virtual:embedded-models';
