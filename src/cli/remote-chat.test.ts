import { afterEach, describe, expect, test } from 'vitest';
import { unavailable } from '#experiment/fit.ts';
import type { Problem } from '#experiment/problem.ts';
import { strategyKinds } from '#experiment/strategies.ts';
import type { Telling } from '#policy/webllm/testing/telling-model.ts';
import { traceText } from '#run/trace-text.ts';
import { validateLog } from '#run/validate-log.ts';
import { startTellingServer, type TellingServer } from './serve/testing/telling-server.ts';
import { accessTo, lookAt, remoteRun, strategyOf } from './testing/remote-run.ts';

const problem: Problem = { family: 'question', text: 'How many rolls?', answer: '12' };

/** Writes the alphabet on, counts, thinks where it may, and answers 12. */
const tell: Telling['tell'] = (question, reply) => {
  if (question.includes('alphabet'))
    return after('A B C D E F G H I J K', reply.replace(/^<think>[^]*<\/think>\s*/, ''));
  if (question.includes('Count from one')) return plan('one two', 'one two three four five', reply);
  if (question.includes('sure, likely or impossible')) return plan('so', 'likely', reply);
  return plan('First the rolls.\n\nSo twelve.', 'First the rolls.\n\nThe answer is \\boxed{12}.', reply);
};

function plan(thought: string, answer: string, reply: string): string {
  const [before = '', behind] = reply.split('</think>');
  if (behind !== undefined)
    return after(answer, behind.replace(/^\n*|^.*?step by step\.\s*|^Attempt \d+:\n/g, ''));
  return reply.startsWith('<think>')
    ? after(
        `${thought}\n</think>\n\n`,
        before
          .replace(/^<think>\n?/, '')
          .split('Wait')
          .at(-1) ?? '',
      )
    : after(answer, reply.replace(/^.*?step by step\.\s*|^Attempt \d+:\n/, ''));
}

/** What is left of a text after its beginning. */
function after(whole: string, begun: string): string {
  for (let length = Math.min(whole.length, begun.length); length > 0; length--)
    if (begun.endsWith(whole.slice(0, length))) return whole.slice(length);
  return whole;
}

let server: TellingServer | null = null;
afterEach(() => server?.close());

async function startWith(telling: Telling, without: readonly string[]) {
  server = await startTellingServer(telling, without);
  return lookAt(accessTo(server.address), 'telling');
}

describe('a server with chats alone', () => {
  const chatOnly = ['/v1/completions', '/apply-template'];

  test('is found out to go on from a reply, and to tell thoughts in a field of their own', async () => {
    const { found } = await startWith({ tags: 'tokens', tell }, chatOnly);
    expect(found).toMatchObject({
      context: 4096,
      completions: false,
      chat: true,
      template: null,
      continuesReply: 'asked',
      thinking: 'field',
      thinkingSwitch: 'template',
      scores: false,
      trained: null,
    });
  });

  test('thinks, and its thought is a thought here', async () => {
    const { open } = await startWith({ tags: 'tokens', tell }, chatOnly);
    const model = open();
    const { state, log } = await remoteRun(model, strategyOf(model, 'chain-of-thought'), { problem });
    expect(validateLog(log)).toBeNull();
    const [trace] = state.sequences;
    expect(traceText(trace?.tokens ?? [])).toBe(
      'First the rolls.\n\nSo twelve.\n</think>First the rolls.\n\nThe answer is \\boxed{12}.',
    );
    expect(traceText(trace?.tokens.filter(({ role }) => role === 'thought') ?? [])).toBe(
      'First the rolls.\n\nSo twelve.\n',
    );
    expect(state).toMatchObject({ chosen: { answer: { display: '12' } }, grade: { outcome: 'right' } });
  });

  test('is made to think on by a "Wait"', async () => {
    const { open } = await startWith({ tags: 'tokens', tell }, chatOnly);
    const model = open();
    const strategy = strategyOf(model, 'budget-forcing', { waits: 1, thinkingTokens: 200 });
    const { state } = await remoteRun(model, strategy, { problem, tokens: 0 });
    expect(traceText(state.sequences[0]?.tokens ?? [])).toBe(
      'First the rolls.\n\nSo twelve.\nWaitFirst the rolls.\n\nSo twelve.\n</think>First the rolls.\n\nThe answer is \\boxed{12}.',
    );
    expect(state.chosen).toMatchObject({ answer: { display: '12' }, by: { rule: 'last-round', round: 1 } });
  });

  test.each(strategyKinds)('%s runs on it', async (kind) => {
    const { open } = await startWith({ tags: 'none', tell }, chatOnly);
    const model = open();
    const usual = strategyOf(model, kind);
    const strategy =
      'verifier' in usual
        ? strategyOf(model, kind, { verifier: { kind: 'self-evaluation', evaluations: 1 } })
        : usual;
    const { state, log } = await remoteRun(model, strategy, { problem, tokens: 600 });
    expect(validateLog(log)).toBeNull();
    if (unavailable(strategy, { ...model.info, thinks: false }))
      expect(state.failure).toMatchObject({ code: 'unsupported', why: { kind: 'thinking-end' } });
    else expect(state).toMatchObject({ status: 'finished', failure: null });
  });
});

test('a chat that writes whole replies only is searched by nobody, and votes all the same', async () => {
  const { open, found } = await startWith(
    {
      tags: 'none',
      tell: (question, reply) => (question.includes('alphabet') ? 'Sure' : tell(question, reply)),
    },
    ['/v1/completions', '/apply-template'],
  );
  expect(found).toMatchObject({ continuesReply: null });
  const model = open();
  const search = await remoteRun(model, strategyOf(model, 'beam-search'), { problem });
  expect(search.state.failure).toMatchObject({ code: 'unsupported', why: { kind: 'going-on' } });
  const vote = await remoteRun(model, strategyOf(model, 'self-consistency', { samples: 3 }), { problem });
  expect(vote.state).toMatchObject({ chosen: { answer: { display: '12' } }, failure: null });
});

test('a template that is known lets text completions go on from it, tags and all', async () => {
  const { open, found } = await startWith({ tags: 'tokens', tell }, ['/v1/chat/completions']);
  expect(found).toMatchObject({
    template: 'apply-template',
    thinking: { open: '<think>', close: '</think>' },
    logprobs: 5,
    scores: true,
  });
  const model = open();
  const { state } = await remoteRun(
    model,
    strategyOf(model, 'budget-forcing', { waits: 1, thinkingTokens: 200 }),
    {
      problem,
      tokens: 0,
    },
  );
  expect(traceText(state.sequences[0]?.tokens ?? [])).toBe(
    'First the rolls.\n\nSo twelve.\nWaitFirst the rolls.\n\nSo twelve.\n</think>First the rolls.\n\nThe answer is \\boxed{12}.',
  );
});
