import type { ExtractionRule } from '#run/events.ts';

const rules: Record<ExtractionRule, string> = {
  boxed: 'It stood in a box, \\boxed{…}.',
  'the-answer-is': 'It followed the words "the answer is".',
  'after-thinking': 'It is what the model wrote after it closed its thinking.',
  'whole-text': 'The whole text is the answer: there was no thinking before it.',
  'last-number': 'No rule fitted, so the last number of the text was taken.',
  'last-line': 'No rule fitted, so the last line of the reply was taken, or the number or the names in it.',
  expression: 'The last arithmetic expression of the text was taken.',
};

/** How an answer was found in a trace, in words. */
export function ruleText(rule: ExtractionRule): string {
  return rules[rule];
}
