import { describe, expect, it } from 'vitest';
import { defaultSampling } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { scriptedModel, type Script } from '#policy/testing/scripted-model.ts';
import { fold } from '#run/fold.ts';
import { emptyRun } from '#run/state.ts';
import type { LogEntry } from '#run/events.ts';
import { grade } from '#answers/grade.ts';
import { evaluateExpression } from '#answers/expression.ts';
import { extractAnswer } from '#answers/extract.ts';
import { parseExpression } from '#answers/parse-expression.ts';
import { rationalText } from '#answers/rational.ts';
import { checkTrace } from '#verifiers/rule.ts';
import { handTrace } from '#verifiers/testing/harness.ts';
import { runExperiment } from './run-experiment.ts';
import { puzzleWords } from '#experiment/puzzle/canonical.ts';
import { parsePuzzle } from '#experiment/puzzle/parse.ts';
import { workedText } from '#policy/prompts/examples.ts';
import { workedExamples } from '#policy/prompts/families.ts';

const sum: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 12, right: 4 }] }; // 48

/** Runs a strategy on given traces; the clock ticks once a reading. */
async function run(
  strategy: Strategy,
  script: Script,
  {
    signal = new AbortController().signal,
    problem = sum,
    onEntry,
  }: { signal?: AbortSignal; problem?: Problem; onEntry?: (entry: LogEntry) => void } = {},
) {
  const model = scriptedModel(script);
  const experiment: Experiment = {
    problem,
    model: 'scripted',
    strategy,
    sampling: { ...defaultSampling(strategy.kind), maxTokens: 30 },
    seed: 1,
    budget: { tokens: 0 },
  };
  const log: LogEntry[] = [];
  let tick = 0;
  for await (const entry of runExperiment(experiment, model, { now: () => tick++, signal })) {
    log.push(entry);
    onEntry?.(entry);
  }
  return {
    log,
    state: fold(emptyRun, log),
    prompts: model.prompts,
    types: log.map(({ event }) => event.type),
  };
}

describe('direct and chain of thought', () => {
  it('direct asks for the answer only and takes it', async () => {
    const { state, prompts } = await run({ kind: 'direct' }, { completions: ['48'] });
    expect(prompts).toEqual(['arithmetic answer']);
    expect(state).toMatchObject({
      status: 'finished',
      chosen: { answer: { display: '48' }, by: { rule: 'only-trace' } },
      grade: { outcome: 'right' },
    });
  });

  it('chain of thought asks for thinking at the given effort and reads the answer after the thought', async () => {
    const { state, prompts } = await run(
      { kind: 'chain-of-thought', effort: 'high' },
      { completions: ['10 * 4 = 40 Wait 12 * 4 = 44 </think> 47'] },
    );
    expect(prompts).toEqual(['arithmetic think high']);
    expect(state).toMatchObject({ chosen: { answer: { display: '47' } }, grade: { outcome: 'wrong' } });
  });

  it('takes no answer from a thought that was cut off', async () => {
    const { state } = await run(
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
      const { state, types } = await run(
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
      run(
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
    const { prompts } = await run({ kind: 'few-shot', shots: 2 }, { completions: ['The answer is 48'] });
    const [first, second, third] = workedExamples(sum);
    expect(prompts[0]).toContain(workedText(first!));
    expect(prompts[0]).toContain(workedText(second!));
    expect(prompts[0]).not.toContain(workedText(third!));
  });

  it('few-shot shows as many as fit, says how many, and refuses where none does', async () => {
    const length = (shown: number) =>
      workedExamples(sum)
        .slice(0, shown)
        .map((example) => `${example.question} ${workedText(example)}`)
        .join(' ')
        .split(' ').length;
    const shots = (context: number) =>
      run({ kind: 'few-shot', shots: 8 }, { completions: ['The answer is 48'], context });
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
    const { state } = await run(
      { kind: 'few-shot', shots: 2 },
      { completions: [''], capabilities: { fewShot: false } },
    );
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'unsupported' } });
  });
});

describe('the worked examples', () => {
  const problems: Record<'countdown' | 'arithmetic', (question: string) => Problem> = {
    countdown: (question) => {
      const [target, ...numbers] = question.match(/\d+/g)!.map(Number);
      return { family: 'countdown', numbers, target: target! };
    },
    arithmetic: (question) => ({
      family: 'arithmetic',
      terms: [...question.matchAll(/([+−]?) ?(\d+) × (\d+)/g)].map(([, sign, left, right]) => ({
        sign: sign === '−' ? '-' : '+',
        left: Number(left),
        right: Number(right),
      })),
    }),
  };
  it.each(['countdown', 'arithmetic'] as const)('of %s are all right', (family) => {
    for (const example of workedExamples(problems[family]('1 2'))) {
      const { question } = example;
      const problem = problems[family](question);
      const worked = workedText(example);
      const answer = extractAnswer(problem, worked);
      expect(answer && grade(problem, answer), question).toMatchObject({ outcome: 'right' });
      for (const sentence of worked.split(/[.,]\s/)) {
        const sides = sentence.split(' = ').map((side) => parseExpression(side.replace(/^.*: /, '')));
        if (sides.length < 2) continue;
        const values = sides.map((side) =>
          side ? rationalText(evaluateExpression(side)!) : `not read: ${sentence}`,
        );
        expect(new Set(values).size, sentence).toBe(1);
      }
    }
  });
});

describe('the worked examples in words', () => {
  const answers = ['15', '15', '20', '1.1', 'Ida', '30', 'Monday', '2'];
  it('are all right', () => {
    const examples = workedExamples({ family: 'question', text: '?' });
    expect(examples).toHaveLength(answers.length);
    for (const [index, example] of examples.entries()) {
      const { question } = example;
      const worked = workedText(example);
      const problem: Problem = { family: 'question', text: question, answer: answers[index]! };
      const answer = extractAnswer(problem, worked);
      expect(answer && grade(problem, answer), question).toMatchObject({ outcome: 'right' });
      for (const [, left, right] of worked.matchAll(/(\d[\d */+-]*) = (\d+)/g))
        expect(rationalText(evaluateExpression(parseExpression(left!)!)!), left).toBe(right);
    }
  });
});

describe('the worked puzzles', () => {
  const asked = {
    story: 'Ann has 4 pears . How many pears does Ann have ?',
    equations: 'v = 3 . v ?',
    knights: 'Who is a knight ?',
  } as const;
  const kindOf = (text: string) => parsePuzzle(text).kind;

  it.each(Object.entries(asked))(
    'of the kind %s come first where one is asked, and the others after them',
    (kind, text) => {
      const kinds = workedExamples({ family: 'puzzle', text }).map(({ question }) => kindOf(question));
      expect(kinds).toHaveLength(8);
      expect(kinds.lastIndexOf(kind as (typeof kinds)[number])).toBe(
        kinds.filter((one) => one === kind).length - 1,
      );
      expect(new Set(kinds)).toEqual(new Set(Object.keys(asked)));
    },
  );

  it('are right, step by step, by rule', async () => {
    for (const example of workedExamples({ family: 'puzzle', text: asked.story })) {
      const problem: Problem = { family: 'puzzle', text: puzzleWords(example.question).join(' ') };
      const trace = handTrace(
        problem,
        `${puzzleWords(example.thought).join(' ')} </think> ${example.answer} <eos>`,
      );
      expect(checkTrace(problem, trace), example.question).toMatchObject({ steps: trace.steps.map(() => 1) });
      const answer = extractAnswer(problem, workedText(example));
      expect(answer && grade(problem, answer), example.question).toMatchObject({ outcome: 'right' });
      const said = parsePuzzle(example.question);
      // Nothing that the question does not need: each fact once, after plans for it.
      const worked = example.thought
        .split('; ')
        .filter((step) => /\d;?$/.test(step) && !/[a-z] [−+×÷] \d+;?$/.test(step));
      if (said.kind === 'story' || said.kind === 'equations')
        expect(worked, example.question).toHaveLength(said.chain.length);
    }
  });
});

describe('a problem in words', () => {
  const vote: Strategy = { kind: 'self-consistency', samples: 3, effort: 'low' };
  const completions = [
    'so 12 \\boxed{12} is it </think> The answer is 18 .',
    '</think> It is \\boxed{\\text{18 rolls}}',
    '</think> 17',
  ];
  const asked = (answer?: string): Problem => ({
    family: 'question',
    text: 'How many rolls?',
    ...(answer === undefined ? {} : { answer }),
  });

  it('is voted on and graded by the reference', async () => {
    const { state } = await run(vote, { completions }, { problem: asked('18') });
    expect(state).toMatchObject({
      chosen: { answer: { display: '18' }, by: { rule: 'majority', votes: 2, of: 3 } },
      grade: { outcome: 'right' },
    });
    expect(state.sequences.map((trace) => trace.grade?.outcome)).toEqual(['right', 'right', 'wrong']);
  });

  it('without a reference is neither right nor wrong', async () => {
    const { state } = await run(vote, { completions }, { problem: asked() });
    expect(new Set([state.grade?.outcome, ...state.sequences.map((trace) => trace.grade?.outcome)])).toEqual(
      new Set(['ungraded']),
    );
  });

  it('reaches the model without its reference', async () => {
    const { prompts } = await run(
      { kind: 'few-shot', shots: 1 },
      { completions: ['</think> 7'] },
      { problem: asked('a-secret') },
    );
    expect(prompts.join()).not.toContain('a-secret');
  });

  it('has no oracle without a reference, and no rule at all', async () => {
    const bestOf = (kind: 'oracle' | 'rule'): Strategy => ({
      kind: 'best-of-n',
      samples: 2,
      effort: 'low',
      verifier: { kind },
      aggregation: 'last',
      choose: 'best',
    });
    for (const [kind, problem] of [
      ['oracle', asked()],
      ['rule', asked('18')],
    ] as const) {
      expect((await run(bestOf(kind), { completions }, { problem })).state).toMatchObject({
        status: 'failed',
        failure: { code: 'unsupported' },
      });
    }
    expect((await run(bestOf('oracle'), { completions }, { problem: asked('17') })).state).toMatchObject({
      status: 'finished',
      grade: { outcome: 'wrong' },
    });
  });
});

describe('self-consistency', () => {
  const vote = (samples: number): Strategy => ({ kind: 'self-consistency', samples, effort: 'low' });

  it('chooses the answer of most traces and grades it', async () => {
    const { state } = await run(vote(5), {
      completions: ['a </think> 44', 'b b b </think> 48', 'c </think> 48', 'd d </think> 44', '</think> 48'],
    });
    expect(state.votes.map(({ display, votes, sequences }) => ({ display, votes, sequences }))).toEqual([
      { display: '48', votes: 3, sequences: [1, 2, 4] },
      { display: '44', votes: 2, sequences: [0, 3] },
    ]);
    expect(state).toMatchObject({
      chosen: { answer: { display: '48' }, by: { rule: 'majority', votes: 3, of: 5 } },
      grade: { outcome: 'right' },
    });
    expect(state.sequences.map((trace) => trace.grade?.outcome)).toEqual([
      'wrong',
      'right',
      'right',
      'wrong',
      'right',
    ]);
  });

  it('breaks a tie for the lowest-numbered trace, whichever ended first, and says so', async () => {
    const { state } = await run(vote(4), {
      completions: ['a long way round </think> 44', '</think> 48', '</think> 48', 'b </think> 44'],
    });
    expect(state.chosen).toMatchObject({
      answer: { display: '44' },
      by: { rule: 'majority-tie-first', votes: 2, of: 4, tied: ['44', '48'] },
    });
  });

  it('merges equal answers written differently', async () => {
    const { state } = await run(vote(3), { completions: ['</think> 48.0', '</think> 44', '</think> 96/2'] });
    expect(state.votes[0]).toMatchObject({ votes: 2, forms: ['48.0', '96/2'] });
  });

  it('lets traces without an answer abstain', async () => {
    const { state, log } = await run(vote(3), {
      completions: ['no idea', '</think> 48', 'none </think> none'],
    });
    expect(state.chosen).toMatchObject({
      answer: { display: '48' },
      by: { rule: 'majority', votes: 1, of: 1 },
    });
    expect(log.filter(({ event }) => event.type === 'vote-cast')).toHaveLength(1);
  });

  it('has no answer when no trace has one', async () => {
    const { state } = await run(vote(2), { completions: ['no idea'] });
    expect(state).toMatchObject({ status: 'finished', chosen: { answer: null, by: { rule: 'no-answer' } } });
  });
});

describe('the runner', () => {
  it('keeps the log of a run that is cancelled in the middle, usage included', async () => {
    const abort = new AbortController();
    const { state, types } = await run(
      { kind: 'self-consistency', samples: 4, effort: 'low' },
      { completions: ['a b c d e f </think> 48'] },
      {
        signal: abort.signal,
        onEntry: ({ event }) => event.type === 'token' && event.sequence === 2 && abort.abort(),
      },
    );
    expect(types.at(-1)).toBe('run-cancelled');
    expect(state.status).toBe('cancelled');
    expect(state.tokens).toBeGreaterThan(0);
    expect(state.usage.decodedTokens).toBeGreaterThanOrEqual(state.tokens);
  });

  it('keeps the log of a run whose model fails, with the code of the error', async () => {
    const { state, types } = await run(
      { kind: 'chain-of-thought', effort: 'low' },
      { completions: ['a b c d'], failAfter: 2 },
    );
    expect(types.at(-1)).toBe('run-failed');
    expect(state).toMatchObject({ status: 'failed', failure: { code: 'kernel-failed' }, tokens: 2 });
  });

  it('starts every log with the experiment and never goes back in time', async () => {
    const { log, types } = await run({ kind: 'direct' }, { completions: ['48'] });
    expect(types[0]).toBe('run-started');
    expect(log.map(({ at }) => at)).toEqual(log.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});
