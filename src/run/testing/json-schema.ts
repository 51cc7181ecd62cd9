import { toJsonSchema } from '@valibot/to-json-schema';
import { experimentSchema } from '#experiment/experiment.ts';
import { decisionSchema } from '../facts/decision.ts';
import { faultSchema, gameFaultSchema } from '../facts/fault.ts';
import { gradeReasonSchema } from '../facts/grade-reason.ts';
import { labelSchema } from '../facts/label.ts';
import { verifierReasonSchema } from '../facts/score-reason.ts';
import { answer } from '../answer-schema.ts';
import { token } from '../schema-parts.ts';
import { runFileSchema } from '../run-file-schema.ts';
import { runFileVersion } from '../run-file.ts';

/** The JSON Schema of saved runs, made from the schema that reads them, so that the two cannot drift apart. */
export function runFileJsonSchema(): object {
  return {
    ...toJsonSchema(runFileSchema, {
      target: 'draft-2020-12',
      typeMode: 'input',
      definitions: {
        answer,
        decision: decisionSchema,
        experiment: experimentSchema,
        fault: faultSchema,
        gameFault: gameFaultSchema,
        gradeReason: gradeReasonSchema,
        label: labelSchema,
        token,
        verifierReason: verifierReasonSchema,
      },
      // What says more than a JSON Schema can: that a puzzle's text is in its language, that a way of writing has one form.
      ignoreActions: ['check', 'transform', 'finite'],
      // JSON Schema has no flags: its patterns are read as with `u`.
      overrideAction: ({ valibotAction, jsonSchema }) =>
        valibotAction.type === 'regex' &&
        'requirement' in valibotAction &&
        valibotAction.requirement instanceof RegExp
          ? { ...jsonSchema, pattern: valibotAction.requirement.source }
          : null,
    }),
    title: `Second Thought run, version ${runFileVersion}`,
    description:
      'One run of a reasoning experiment: what was asked, and everything that happened, in order. `at` is in milliseconds since the start, `logprob` is the natural logarithm of a probability at temperature 1. A `score` is null where nothing was measured.',
  };
}
