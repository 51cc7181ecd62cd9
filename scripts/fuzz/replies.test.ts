import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyFor } from '#experiment/defaults.ts';
import { presetExperiments } from '#experiment/presets.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { ServerAbilities } from '#policy/remote/server.ts';
import { serverEngine } from '#policy/remote/server-engine.ts';
import { exportRun } from '#run/export.ts';
import { fold } from '#run/fold.ts';
import { importRun } from '#run/import.ts';
import type { LogEntry } from '#run/events.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { anyDamage, damagedJson } from './damage.ts';
import { fuzz } from './fuzz.ts';

const address = 'http://localhost:8000/v1';

const abilities: fc.Arbitrary<ServerAbilities> = fc.record({
  context: fc.constantFrom(null, 64, 4096),
  completions: fc.boolean(),
  chat: fc.boolean(),
  template: fc.constantFrom(null, 'apply-template', 'tokenize'),
  continuesReply: fc.constantFrom(null, 'asked', 'by-itself'),
  logprobs: fc.constantFrom(null, 0, 3),
  seeded: fc.boolean(),
  several: fc.boolean(),
  keepsStop: fc.boolean(),
  narrows: fc.boolean(),
  scores: fc.boolean(),
  thinking: fc.constantFrom<ServerAbilities['thinking']>(null, 'field', {
    open: '<think>',
    close: '</think>',
  }),
  thinkingSwitch: fc.constantFrom(null, 'template', 'effort'),
  trained: fc.constant(null),
});

const token = fc.record({
  token: fc.constantFrom(' 4', ' +', '\n', '<think>', '</think>', ' \\boxed{24}', 'é'),
  logprob: fc.constantFrom(-0.1, -3, 0),
});
const choice = fc.oneof(
  fc.record({
    index: fc.nat(3),
    text: fc.constantFrom(' 4 + 9', '\n', ' \\boxed{24}'),
    logprobs: fc.constant(null),
  }),
  fc.record({
    index: fc.nat(3),
    text: fc.constant(' 24'),
    logprobs: fc.record({
      tokens: fc.constant([' 2', '4']),
      token_logprobs: fc.constant([-0.2, null]),
      top_logprobs: fc.constant([{ ' 2': -0.2 }, null]),
    }),
  }),
  fc.record({
    index: fc.nat(3),
    delta: fc.record({
      content: fc.constantFrom(' 24', null),
      reasoning_content: fc.constantFrom(' 4 + 9', null),
    }),
    logprobs: fc.record({ content: fc.array(token, { maxLength: 3 }) }),
    finish_reason: fc.constantFrom(null, 'stop', 'length'),
  }),
  fc.record({
    index: fc.nat(3),
    message: fc.record({ content: fc.constant('<think>4</think> 24') }),
    finish_reason: fc.constant('stop'),
  }),
);
const event = fc.record({
  choices: fc.array(choice, { maxLength: 4 }),
  usage: fc.constantFrom(null, { prompt_tokens: 9, completion_tokens: 4 }),
});

/** A reply of any of the interface's requests: a stream, one value, an error; good, or with odd values or damaged as text. */
const reply = fc
  .record({
    events: fc.array(
      fc.oneof(
        event.map((one) => JSON.stringify(one)),
        damagedJson(event),
      ),
      { maxLength: 6 },
    ),
    streams: fc.boolean(),
    status: fc.constantFrom(200, 200, 200, 200, 400, 401, 404, 429, 500, 503),
    done: fc.boolean(),
    damage: fc.option(anyDamage, { freq: 4 }),
  })
  .map(({ events, streams, status, done, damage }) => {
    const text = streams
      ? events.map((data) => `data: ${data}\n\n`).join('') + (done ? 'data: [DONE]\n\n' : '')
      : (events[0] ?? '');
    return {
      status,
      type: streams ? 'text/event-stream' : 'application/json',
      body: damage ? damage(text) : text,
    };
  });

describe('replies of servers', () => {
  it('end in a run that can be saved and opened, or in an error of the server', () =>
    fuzz(
      'replies',
      fc.tuple(abilities, fc.array(reply, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 3 })),
      async ([found, replies, samples]) => {
        let asked = 0;
        const servers = serverEngine(
          {
            fetch: async () => {
              const { status, type, body } = replies[asked++ % replies.length] ?? replies[0]!;
              return new Response(body, { status, headers: { 'content-type': type } });
            },
            // What is waited for comes at once; silence never does.
            sleep: (milliseconds, signal) =>
              milliseconds < 1000
                ? Promise.resolve()
                : new Promise((_, reject) => {
                    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
                  }),
            secure: false,
          },
          () => 0,
          { first: 60_000, between: 60_000, tries: 3, wait: 1, longestWait: 1 },
        );
        const model = servers.openRemote(
          { address, key: 'k', concurrency: 2 },
          { address, name: 'm' },
          found,
        );
        const experiment = {
          ...presetExperiments['vote-of-8'],
          model: model.info.id,
          strategy: { ...strategyFor(model.info, 'self-consistency'), samples },
          budget: { tokens: 400 },
        };
        const log: LogEntry[] = [];
        const around = { now: () => 0, signal: new AbortController().signal };
        try {
          for await (const entry of runExperiment(experiment, model, around)) log.push(entry);
        } catch (error) {
          expect(error).toBeInstanceOf(PolicyError);
        }
        const opened = importRun(exportRun(experiment, log));
        expect(opened.ok).toBe(true);
        expect(['finished', 'failed']).toContain(fold(emptyRun, log).status);
        expect(asked).toBeLessThan(200);
      },
      { quick: 200 },
    ));
});
