import type { PassageKind } from './passage-kind.ts';

/** What a passage is known by. Small letters; a passage in another language is the rest, until its words stand here. */
interface KindWords {
  readonly kind: PassageKind;
  /** It begins with one of them. */
  readonly opens: readonly string[];
  /** It has one of them anywhere. */
  readonly holds: readonly string[];
}

/**
 * The words of English thoughts, by the phrases that DeepSeek-R1, QwQ and Qwen3 use when they turn (as counted by, for example,
 * Marjanović et al. 2025, "DeepSeek-R1 Thoughtology", arXiv 2504.07128). The first kind that fits is taken.
 */
export const passageWords: readonly KindWords[] = [
  {
    kind: 'doubt',
    opens: [
      'wait',
      'but wait',
      'oh wait',
      'hmm',
      'hold on',
      'hang on',
      "i'm not sure",
      'i am not sure',
      'not sure',
    ],
    holds: [
      "doesn't seem right",
      'am i missing',
      'did i make a mistake',
      'is that right?',
      'is that correct?',
    ],
  },
  {
    kind: 'backtrack',
    opens: [
      'alternatively',
      'another way',
      'another approach',
      'another idea',
      'let me try another',
      'let me try a different',
      'let me try again',
      'let me start over',
      'let me go back',
      "let's try another",
      "let's try a different",
      'maybe i should',
      'maybe try',
      'instead',
      'scratch that',
      'no, ',
    ],
    holds: ["that doesn't work", "that won't work", 'that does not work', 'dead end', 'start over'],
  },
  {
    kind: 'check',
    opens: [
      'let me check',
      'let me double',
      'let me verify',
      'let me make sure',
      "let's check",
      "let's verify",
      'check:',
      'checking',
      'to check',
      'to verify',
      'verify',
      'double-check',
      'just to be sure',
      'to make sure',
      'plugging',
    ],
    holds: ['let me check', 'let me verify', 'double-check', 'double check', 'let me confirm'],
  },
  {
    kind: 'conclude',
    opens: [
      'so the answer',
      'the answer is',
      'therefore',
      'thus',
      'hence',
      'in conclusion',
      'final answer',
      '**final answer',
    ],
    holds: ['the answer is', 'answer should be', 'the final answer', '\\boxed', '####'],
  },
  {
    kind: 'plan',
    opens: [
      'okay',
      'ok,',
      'alright',
      'first',
      'to solve',
      'let me think',
      'let me see',
      'let me start',
      'let me break',
      'let me recall',
      'let me understand',
      "let's think",
      "let's start",
      "let's break",
      'i need to',
      'i have to',
      'we need to',
      'we have to',
      'the problem',
      'the question',
      'next',
      'step ',
    ],
    holds: [],
  },
];
