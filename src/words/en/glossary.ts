import { room } from '../language.ts';

/** What the page's numbers mean, in a sentence or two each: shown where they stand. */
export const glossary = room('glossary', {
  tokens:
    'The pieces of text that a model reads and writes one after the other: a word, a part of one, a digit. These are all that the run wrote.',
  cached:
    'The share of what the model had to read that it had read before, because traces begin alike. That costs nothing again.',
  speed: 'Tokens written in a second, by all traces together, from the first one on.',
  time: 'Seconds from the start of the run to here.',
  probability: 'How likely the model held this token, before one was drawn, at temperature 1.',
  surprisal:
    'How little the model expected it, in bits: 0 for what was certain, 1 for the fall of a coin, 2 for one of four.',
  thinking: 'What the model wrote for itself before it answered.',
  waits: '“Wait” sends the thought back to look again. The model says it, or the strategy puts it there.',
  score: 'How good a verifier holds this for, from 0 to 1. It is a judgement, and may be wrong.',
  value: 'The mean of what simulations brought back through this node, from 0 to 1.',
  prior: 'How likely the model itself is to take this step among its siblings, before any was tried.',
  visits: 'How many simulations came back through this node.',
});

export type GlossaryTerm = keyof typeof glossary;
