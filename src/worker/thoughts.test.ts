import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answerOf } from '#answers/answer-of.ts';
import { grade } from '#answers/grade.ts';
import { families, familySheet } from '#experiment/families.ts';
import { problemSchema } from '#experiment/problem.ts';
import { createCodec } from '#policy/embedded/codec.ts';
import { trainedForm } from '#policy/embedded/manifest.ts';
import thoughts from '#policy/embedded/testing/thoughts.json' with { type: 'json' };
import type { LoggedToken } from '#run/events.ts';
import { splitSteps } from '#verifiers/split-steps.ts';

interface Written {
  readonly stepEnd: string;
  readonly vocabulary: readonly string[];
  readonly thoughts: readonly {
    readonly problem: unknown;
    readonly prompt: readonly string[];
    readonly written: readonly string[];
    /** Tokens in each step of the thought. */
    readonly steps: readonly number[];
    readonly right: boolean;
  }[];
}
const written = new Map<string, Written>(Object.entries(thoughts));
const trained = families.filter((family) => familySheet(family).trained !== null);

/** The thoughts are written by `python3 -m training.commands.fixtures`. */
describe('thoughts of the teachers, as the page reads them', () => {
  test('there are some of every family that models are trained on', () => {
    expect([...written.keys()].toSorted()).toEqual([...trained].toSorted());
  });

  describe.each(trained)('%s', (family) => {
    const { stepEnd, vocabulary, thoughts: all } = written.get(family)!;
    const codec = createCodec({ family, name: family, vocabulary: [...vocabulary] });
    const ids = (texts: readonly string[]) => texts.map((text) => vocabulary.indexOf(text));

    test('a step ends with the same token', () => {
      expect(trainedForm(family).stepEnds).toEqual([stepEnd]);
    });

    test.each(all)('$problem', ({ problem, prompt, written: texts, steps, right }) => {
      const posed = v.parse(problemSchema, problem);
      const asked = codec.prompt(posed, { kind: 'think', effort: 'low' });
      expect(asked).toEqual(ids(prompt));

      const reader = codec.reader(asked);
      const tokens = ids(texts).map((id): LoggedToken => ({
        id,
        ...reader.read(id),
        logprob: null,
        forced: false,
        alternatives: [],
      }));
      const thought = tokens.filter(({ role }) => role === 'thought' || role === 'wait');
      expect(splitSteps(thought, [stepEnd]).map((step) => step.length)).toEqual(steps);

      const answer = answerOf(posed, { tokens, reason: 'end-of-text' });
      expect(answer && grade(posed, answer).outcome).toBe(right ? 'right' : 'wrong');
    });
  });
});
