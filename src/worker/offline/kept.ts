/** What the page tells a service worker that waits: its build is wanted now. */
export const takeOver = 'take-over';

/** The cache of files that are kept when they are used. Pages in other folders of a server have their own. */
export const keptWhenUsed = (scope: string): string => `second-thought-used-${scope}`;

/** Under what a file is kept: another revision of it is another file. */
export const keptKey = (url: string, revision: string): string => `${url}?revision=${revision}`;
