import { describe, expect, it } from 'vitest';
import { workedText } from '#policy/prompts/examples.ts';
import { workedExamples } from '#policy/prompts/families.ts';
import { runScript, sumProblem } from './testing/run-script.ts';

describe('direct and chain of thought', () => {
  it('direct asks for the answer only and takes it', async () => {
    const { state, prompts } = await runScript({ kind: 'direct' }, { completions: ['48'] });
    expect(prompts).toEqual(['arithmetic answer']);
    expect(state).toMatchObject({
      status: 'finished',
      chosen: { answer: { display: '48' }, by: { rule: 'only-trace' } },
      grade: { outcome: 'right' },
    });
  });

  it('chain of thought asks for thinking at the given effort and reads the answer after the thought', async () => {
    const { state, prompts } = await runScript(
      { kind: 'chain-of-thought', effort: 'high' },
      { completions: ['10 * 4 = 40 Wait 12 * 4 = 44 </think> 47'] },
    );
    expect(prompts).toEqual(['arithmetic think high']);
    expect(state).toMatchObject({ chosen: { answer: { display: '47' } }, grade: { outcome: 'wrong' } });
  });

  it('takes no answer from a thought that was cut off', async () => {
    const { state } = await runScript(
      { kind: 'chain-of-thought', effort: 'low' },
      { completions: ['10 * 4 = 40 '.repeat(20)] },
    );
    expect(state.sequences[0]).toMatchObject({ end: 'length', answer: null });
    expect(state).toMatchObject({
      status: 'finished',
      chosen: { answer: null, by: { rule: 'no-answer' } },
      grade: null,
    });
  });

  it.each(['ok so maybe the answer is 48', 'so \\boxed{48} it is'])(
    'takes no guess from a thought that was cut off: %s',
    async (guess) => {
      const thought = `${'hm '.repeat(30 - guess.split(' ').length)}${guess}`;
      const { state, types } = await runScript(
        { kind: 'self-consistency', samples: 2, effort: 'low' },
        { completions: [`${thought} and on`, 'then 12 * 4 = 44 </think> 44'] },
      );
      expect(state.sequences[0]).toMatchObject({ end: 'length', answer: null, grade: null });
      expect(types.filter((type) => type === 'vote-cast')).toHaveLength(1);
      expect(state.chosen).toMatchObject({
        answer: { display: '44' },
        by: { rule: 'majority', votes: 1, of: 1 },
      });
    },
  );

  it('takes the first half of a number for no answer, but a whole box', async () => {
    const cut = (answer: string) =>
      runScript(
        { kind: 'chain-of-thought', effort: 'low' },
        { completions: [`${'hm '.repeat(28 - answer.split(' ').length)} </think> ${answer} 8 and on`] },
      );
    // The model was about to write 48 in two tokens.
    expect((await cut('it is 4')).state).toMatchObject({ chosen: { answer: null }, grade: null });
    expect((await cut('it is \\boxed{48} as')).state).toMatchObject({
      chosen: { answer: { display: '48' } },
      grade: { outcome: 'right' },
    });
  });

  it('few-shot puts the asked number of worked examples before the problem', async () => {
    const { prompts } = await runScript(
      { kind: 'few-shot', shots: 2 },
      { completions: ['The answer is 48'] },
    );
    const [first, second, third] = workedExamples(sumProblem);
    expect(prompts[0]).toContain(workedText(first!));
    expect(prompts[0]).toContain(workedText(second!));
    expect(prompts[0]).not.toContain(workedText(third!));
  });

  it('few-shot shows as many as fit, says how many, and refuses where none does', async () => {
    const length = (shown: number) =>
      workedExamples(sumProblem)
        .slice(0, shown)
        .map((example) => `${example.question} ${workedText(example)}`)
        .join(' ')
        .split(' ').length;
    const shots = (context: number) =>
      runScript({ kind: 'few-shot', shots: 8 }, { completions: ['The answer is 48'], context });
    // The token limit of these runs is 30, and a quarter of such a context is less.
    const context = Math.ceil((length(3) * 4) / 3);
    const { prompts, log } = await shots(context);
    expect(prompts[0]!.split(' ')).toHaveLength(length(3));
    expect(log.find(({ event }) => event.type === 'decided')?.event).toMatchObject({
      decision: { kind: 'fewer-examples', shown: 3, wanted: 8, model: 'Scripted', most: null },
    });
    expect((await shots(4096)).types).not.toContain('decided');
    expect((await shots(20)).state).toMatchObject({
      status: 'failed',
      failure: { code: 'example-too-long' },
    });
  });

  it('fails in words where the model cannot use examples', async () => {
    const { state } = await runScript(
      { kind: 'few-shot', shots: 2 },
      { completions: [''], capabilities: { fewShot: false } },
    );
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported' } });
  });
});
