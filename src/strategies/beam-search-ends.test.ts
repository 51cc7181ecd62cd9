import { describe, expect, it } from 'vitest';
import { beamSteps, searchBeams } from './testing/beams.ts';

describe('beam search', () => {
  it('writes on to the end of the text in the last round', async () => {
    const { lines } = await searchBeams(
      `
      root
        a; .5
          b; .6
            c; .6
              end 1 .7`,
      { width: 1, expansion: 1, maxSteps: 2 },
    );
    expect(lines.slice(-4)).toEqual([
      'a > b c end 1 (terminal)',
      'score b c end 1 0.7',
      'keep - | prune -',
      'answer 1 by best-node at b c end 1',
    ]);
  });

  it('ends without an answer where every beam was cut off', async () => {
    const { lines } = await searchBeams(`
      root
        again ∞ .9`);
    const dead = Array.from({ length: 12 }, () => 'again').join(' ');
    expect(lines).toEqual([
      `root > ${dead} (dead)`,
      `drop ${dead}`,
      `drop ${dead}`,
      `drop ${dead}`,
      `score ${dead} 0`,
      'keep - | prune -',
      'answer none by no-answer',
    ]);
  });

  it('takes an empty step for the end it is', async () => {
    const { lines } = await searchBeams(
      `
      root
        a; .9`,
      { width: 1 },
    );
    expect(lines.slice(4)).toEqual([
      'a > (empty) (terminal)',
      'drop (empty)',
      'score (empty) 0.9',
      'keep - | prune -',
      'answer none by no-answer',
    ]);
  });

  it('answers from what it has when the budget ends in the middle, and never overruns it', async () => {
    for (let budget = 1; budget < 25; budget++) {
      const { lines, spent, error } = await searchBeams(beamSteps, {}, { budget });
      expect(error).toBeNull();
      expect(spent).toBeLessThanOrEqual(budget);
      expect(lines.at(-1)).toMatch(/^answer/);
    }
    const { lines } = await searchBeams(beamSteps, {}, { budget: 12 });
    expect(lines.at(-1)).toBe('answer 6 by best-node at end 6');
  });

  it('stops at any token when it is cancelled', async () => {
    for (const token of [1, 5, 9]) {
      const abort = new AbortController();
      let seen = 0;
      const { error, events } = await searchBeams(
        beamSteps,
        {},
        { abort, onEvent: (event) => event.type === 'token' && ++seen === token && abort.abort() },
      );
      expect((error as DOMException).name).toBe('AbortError');
      expect(events.some(({ type }) => type === 'answer-chosen')).toBe(false);
    }
  });

  it('refuses a verifier that judges finished traces only', async () => {
    const verifier = {
      kind: 'outcome',
      judges: 'traces',
      // oxlint-disable-next-line require-yield -- it draws nothing
      async *score() {
        return [];
      },
    } as const;
    const { error, events } = await searchBeams(beamSteps, {}, { verifier });
    expect(error).toMatchObject({ code: 'unsupported' });
    expect(events).toEqual([]);
  });
});
