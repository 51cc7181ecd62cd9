import { countInWords } from '../prompts/probe.ts';
import type { ServerRequest } from './server-connection.ts';

/** One of the two interfaces, as a probe asks it. */
export interface Endpoint {
  readonly request: (...fields: readonly object[]) => ServerRequest;
  /** The fields that ask for log-probabilities. */
  readonly logprobs: (alternatives: number) => object;
}

/** A few tokens, the likeliest each. */
export const greedy = { temperature: 0, max_tokens: 8 } as const;

/** A list of numbers goes on in every language. */
export const completionProbe = (model: string): Endpoint => ({
  request: (...fields) => ({
    path: '/completions',
    model,
    body: joined({ model, prompt: '1 2 3 4' }, fields),
  }),
  logprobs: (alternatives) => ({ logprobs: alternatives }),
});

export const chatProbe = (model: string): Endpoint => ({
  request: (...fields) => ({
    path: '/chat/completions',
    model,
    body: joined({ model, messages: [{ role: 'user', content: countInWords }] }, fields),
  }),
  logprobs: (alternatives) => ({ logprobs: true, top_logprobs: alternatives }),
});

const joined = (body: object, fields: readonly object[]): object =>
  fields.reduce((all, more) => ({ ...all, ...more }), body);
