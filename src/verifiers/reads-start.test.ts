import { describe, expect, test } from 'vitest';
import { withStart } from '#policy/session/with-start.ts';
import { scriptedModel } from '#policy/testing/scripted-model.ts';
import type { LoggedToken } from '#run/events.ts';
import { readingStart } from './reads-start.ts';
import type { PartialTrace, Verifier } from './verifier.ts';

const model = scriptedModel({ completions: [''] });
const tokens = (text: string): readonly LoggedToken[] => model.describe(model.encode(text));

/** Scores each step by its number, and shows what it was given. */
function numbering(whole = false): { readonly verifier: Verifier; readonly seen: string[] } {
  const seen: string[] = [];
  const shown = ({ prompt, steps }: PartialTrace) =>
    [model.decode(prompt), ...steps.map((step) => model.decode(step.map(({ id }) => id)))].join(' | ');
  const verifier: Verifier = {
    kind: 'process',
    judges: whole ? 'traces' : 'steps',
    // eslint-disable-next-line require-yield -- it draws nothing
    async *score(traces) {
      seen.push(...traces.map(shown));
      return traces.map(({ steps }) => ({
        steps: whole ? [9] : steps.map((_, index) => index + 1),
        why: { kind: 'yes-over-no' } as const,
      }));
    },
  };
  return { verifier, seen };
}

async function score(start: string, steps: readonly string[], whole = false) {
  const { verifier, seen } = numbering(whole);
  const begun = withStart(model, start).start;
  const prompt = model.encode(`prompt ${start}`);
  const scores = await readingStart(verifier, begun, [';'])
    .score([{ prompt, steps: steps.map(tokens), finished: false, answer: null }])
    .next();
  return { scores: (scores.value as readonly { steps: readonly number[] }[])[0]!.steps, seen: seen[0] };
}

describe('a verifier of traces that go on from a thought', () => {
  test('reads it as first steps and scores the others', async () => {
    expect(await score('a ; b ;', ['c ;', 'd ;'])).toEqual({
      scores: [3, 4],
      seen: 'prompt | a ; | b ; | c ; | d ;',
    });
  });

  test('an unfinished step of it is one with the first', async () => {
    expect(await score('a ; b', ['c ;', 'd'])).toEqual({ scores: [2, 3], seen: 'prompt | a ; | b c ; | d' });
    expect(await score('a', ['b ;'])).toEqual({ scores: [1], seen: 'prompt | a b ;' });
  });

  test('one score for the whole trace stays one', async () => {
    expect((await score('a ; b ;', ['c'], true)).scores).toEqual([9]);
  });

  test('a trace without steps has no scores, and other prompts are left alone', async () => {
    expect((await score('a ;', [])).scores).toEqual([]);
    const { verifier, seen } = numbering();
    await readingStart(verifier, withStart(model, 'a ;').start, [';'])
      .score([{ prompt: model.encode('question'), steps: [tokens('b ;')], finished: false, answer: null }])
      .next();
    expect(seen).toEqual(['question | b ;']);
  });
});
