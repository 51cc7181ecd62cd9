/** The catalogue for browsers, as the page was built with it. */
export { entries } from 'virtual:embedded-models';
