import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { fold } from '#run/fold.ts';
import { answerFor, modelStamp, tokensOf } from '#run/testing/fixtures.ts';
import type { RunEvent } from '#run/events.ts';
import { emptyRun } from '#run/state.ts';
import { budgetPicture, budgetSentence } from './budget-picture.ts';
import { placeLabels } from './lanes.ts';

const sequence = 0;
const write = (line: string, opened = true): readonly RunEvent[] =>
  tokensOf(line, opened).map((token) => ({ type: 'token', sequence, token }));
const events: readonly RunEvent[] = [
  { type: 'run-started', experiment: defaultExperiment('countdown', 'budget-forcing'), model: modelStamp },
  { type: 'sequence-started', sequence, label: { kind: 'only-trace' }, prompt: [] },
  ...write('4 + 9'),
  { type: 'interim-answer', sequence, round: 0, answer: answerFor('13'), thinkingTokens: 3 },
  { type: 'wait-forced', sequence, round: 1, word: 'Wait' },
  ...write('!Wait 4 * 9'),
  ...write('</think> 36'),
  { type: 'sequence-ended', sequence, reason: 'end-of-text' },
  { type: 'interim-answer', sequence, round: 1, answer: answerFor('36'), thinkingTokens: 7 },
  { type: 'answer-extracted', sequence, answer: answerFor('36') },
  { type: 'answer-graded', sequence, grade: { outcome: 'right', reason: { kind: 'exact-result' } } },
];
const picture = (count = events.length) =>
  budgetPicture(
    fold(
      emptyRun,
      events.slice(0, count).map((event, at) => ({ at, event })),
    ),
    ({ key }) => (key === '36' ? 'right' : 'wrong'),
  );

describe('budgetPicture', () => {
  it('cuts the thinking where the word was put, with the answer after each round', () => {
    const [trace] = picture().traces;
    expect(trace!.rounds).toMatchObject([
      { round: 0, from: 0, to: 3, answer: '13', outcome: 'wrong', changed: false, open: false },
      { round: 1, word: 'Wait', from: 3, to: 7, answer: '36', outcome: 'right', changed: true },
    ]);
    expect(trace!.waits).toEqual([{ at: 3, index: 3, text: 'Wait', forced: true }]);
    expect(budgetSentence({ ...picture(), goesOn: false })).toBe(
      '7 tokens of thought of at most 160: it was told to keep thinking once, and its answer changed once.',
    );
  });
  it('says that what has not come may still come while the run goes on', () => {
    expect(budgetSentence(picture(5))).toMatch(
      /^\d tokens? of thought so far, of at most 160: the model was not told to keep thinking\.$/,
    );
  });
  it('says where there was no room for all the Waits that were set', () => {
    const [started, ...rest] = events;
    const experiment = defaultExperiment('countdown', 'budget-forcing');
    if (experiment.strategy.kind !== 'budget-forcing' || started?.type !== 'run-started') throw new Error();
    const set = { ...experiment, strategy: { ...experiment.strategy, waits: 4 } };
    const all: readonly RunEvent[] = [
      { ...started, experiment: set },
      ...rest,
      { type: 'run-finished', grade: null },
    ];
    const ended = (log: readonly RunEvent[]) =>
      budgetSentence(
        budgetPicture(
          fold(
            emptyRun,
            log.map((event, at) => ({ at, event })),
          ),
          () => 'wrong',
        ),
      );
    expect(ended(all)).toMatch(/It was to be told 4 times, but there was no room for more thought\.$/);
    expect(ended(all.slice(0, -1))).not.toContain('no room');
  });
  it('shows the whole of a word that is several tokens', () => {
    const words = [...events.slice(0, 5), ...write('!But !wait 4')];
    const run = fold(
      emptyRun,
      words.map((event, at) => ({ at, event })),
    );
    expect(budgetPicture(run, () => 'wrong').traces[0]!.waits).toEqual([
      { at: 3, index: 3, text: 'But wait', forced: true },
    ]);
  });
  it('shows what there is while it is written', () => {
    expect(picture(5).traces[0]).toMatchObject({ thought: 3, rounds: [{ round: 0, to: 3, open: true }] });
    expect(picture(1).traces).toEqual([]);
  });
});

describe('placeLabels', () => {
  it('uses another lane where a label would cover one, and stays within the width', () => {
    expect(
      placeLabels(
        [
          { at: 10, width: 60 },
          { at: 40, width: 60 },
          { at: 190, width: 60 },
        ],
        200,
      ),
    ).toEqual([
      { x: 0, lane: 0 },
      { x: 10, lane: 1 },
      { x: 140, lane: 0 },
    ]);
  });
});
