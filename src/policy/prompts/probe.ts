/** What a server is asked to find out what it can do; the wording is this page's own. */

export const countInWords = 'Count from one to five in words.';

/** A reply that was begun, and a pattern of how it goes on. */
export const begunAlphabet = {
  words: 'Write the alphabet in capital letters with a space between two letters.',
  begun: 'A B C D E F G',
  goesOn: /^\s*H\b/,
} as const;

/** Any words, to see what a chat template makes of them. */
export const anyWords = 'How are you?';
