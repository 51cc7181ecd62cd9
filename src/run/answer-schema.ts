import * as v from 'valibot';
import { answerValueSchema } from './facts/answer-value.ts';
import { logLimits } from './log-limits.ts';
import { text } from './schema-parts.ts';

/** `Answer` as a schema. */
export const answer = v.strictObject({
  text: text(logLimits.text),
  display: text(logLimits.text),
  value: answerValueSchema,
  key: text(logLimits.text),
  rule: v.picklist([
    'boxed',
    'the-answer-is',
    'after-thinking',
    'whole-text',
    'last-number',
    'last-line',
    'expression',
  ]),
});
