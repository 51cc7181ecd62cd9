import * as v from 'valibot';
import { effortSchema } from '../effort.ts';
import { integerIn } from '../ranges.ts';
import { sources } from '../sources.ts';
import { factSheet } from './sheet.ts';

/** Holds a letter, digit or sign: a blank says nothing to a model, nor do characters that nobody sees. */
export const saysSomething = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What is wrong with a word that says nothing: a fact, in the place of a sentence. */
export const blankWord = 'blank';

/** Budget forcing (Muennighoff et al. 2025, s1, arXiv 2501.19393, section 3.1). */
export const budgetForcingSheet = factSheet({
  schema: v.strictObject({
    kind: v.literal('budget-forcing'),
    effort: effortSchema,
    /** Times the end of thinking is dropped and the word put in its place. */
    waits: integerIn(0, 16),
    word: v.pipe(v.string(), v.regex(saysSomething, blankWord), v.maxLength(40)),
    /** Thinking tokens at most; the answer is then forced. */
    thinkingTokens: integerIn(1, 4096),
  }),
  source: sources.muennighoff,
  group: 'thinking-longer',
  picture: 'rounds',
  steps: ['interim-answer', 'wait', 'choose'],
  main: ['waits', 'word', 'thinkingTokens', 'effort'],
  amounts: ['waits', 'thinkingTokens'],
  needs: ['thinking-end', 'going-on'],
  // High effort, because a model that never saw a "Wait" does not know what to do after one. 160 tokens of thought
  // leave room for problem and answer in the embedded model's 256.
  defaults: { effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
  // Greedy as in s1 (arXiv 2501.19393, section 4.1), so that "Wait" alone makes the difference.
  temperature: 0,
  inWords: { thinkingTokens: 1024 },
  papers: { waits: sources.muennighoff, word: sources.muennighoff, thinkingTokens: sources.muennighoff },
  matters: { word: ({ waits }) => waits > 0 },
  link: {
    since: 1,
    standard: { effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
    temperature: 0,
  },
});
