import { serve } from '#words/en/serve.ts';
import { type ApiHandler, type ApiReply, ConnectionCut } from './api.ts';
import { ApiError, errorReply } from './errors.ts';

/** What can go wrong with a server, to be tried on purpose. */
export const faultKinds = ['slow', 'cut', '429', 'malformed', 'types', 'endless'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** `amount`: seconds between chunks, pieces before the cut, requests refused, seconds between pieces without end. */
export interface ServerFault {
  readonly kind: FaultKind;
  readonly amount: number;
}

const usualAmount: Readonly<Record<FaultKind, number>> = {
  slow: 1,
  cut: 2,
  '429': 2,
  malformed: 0,
  types: 0,
  endless: 0.02,
};

/** `cut`, `slow:0.5`, and with any word behind it `429:2:first test`, so that each word counts its own requests; null for anything else. */
export function readFault(text: string): ServerFault | null {
  const [name = '', amount, ...others] = text.trim().split(':');
  const kind = faultKinds.find((one) => one === name);
  if (kind === undefined || others.length > 1) return null;
  if (amount === undefined) return { kind, amount: usualAmount[kind] };
  return /^\d+(\.\d+)?$/.test(amount) && Number(amount) <= 3600 ? { kind, amount: Number(amount) } : null;
}

/** Resolves after so many seconds; rejects when the signal is aborted. */
export type Wait = (seconds: number, signal: AbortSignal) => Promise<void>;

/** The same server, with a fault in its way. */
export function withFault({ kind, amount }: ServerFault, handler: ApiHandler, wait: Wait): ApiHandler {
  if (kind === '429') return refusing(amount, handler);
  return async (request) => {
    const reply = await handler(request);
    const pause = () => wait(amount, request.signal);
    switch (kind) {
      case 'slow':
        return { ...reply, chunks: slowly(reply, pause) };
      case 'cut':
        return { ...reply, chunks: cutAfter(amount, reply) };
      case 'malformed':
        return { ...reply, chunks: malformed(reply) };
      case 'types':
        return { ...reply, chunks: wrongTypes(reply) };
      case 'endless':
        return { ...reply, chunks: endless(reply, pause) };
    }
  };
}

/** The first requests are too many; each is asked to come again in a second. */
function refusing(times: number, handler: ApiHandler): ApiHandler {
  let refused = 0;
  return async (request) => {
    if (refused >= times) return handler(request);
    refused += 1;
    const error = new ApiError(serve.tooMany, { status: 429, type: 'requests', code: 'rate_limit_exceeded' });
    return { ...errorReply(error), headers: { 'retry-after': '1' } };
  };
}

async function* slowly({ chunks, streams }: ApiReply, pause: () => Promise<void>): AsyncGenerator<string> {
  for await (const chunk of chunks)
    for (const piece of streams ? [chunk] : quarters(chunk)) {
      await pause();
      yield piece;
    }
}

const quarters = (text: string): readonly string[] => {
  const length = Math.ceil(text.length / 4);
  return [0, 1, 2, 3].map((at) => text.slice(at * length, (at + 1) * length)).filter((piece) => piece !== '');
};

/** Of a stream so many whole events come and half of another; of a body, half of it. */
async function* cutAfter(whole: number, { chunks, streams }: ApiReply): AsyncGenerator<string> {
  let left = streams ? whole : 0;
  for await (const chunk of chunks) {
    if (left === 0) {
      yield chunk.slice(0, Math.ceil(chunk.length / 2));
      throw new ConnectionCut();
    }
    yield chunk;
    left -= 1;
  }
  throw new ConnectionCut();
}

/** What should be JSON breaks off: the body, or the second event of a stream. */
async function* malformed({ chunks, streams }: ApiReply): AsyncGenerator<string> {
  let at = 0;
  for await (const chunk of chunks) {
    const half = chunk.trimEnd().slice(0, Math.ceil(chunk.length / 2));
    if (!streams) yield half;
    else yield at === 1 ? `${half}\n\n` : chunk;
    at += 1;
  }
}

/** Numbers where texts should be, and texts where numbers should be. */
async function* wrongTypes({ chunks, streams }: ApiReply): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    const json = streams ? chunk.replace(/^data: /, '') : chunk;
    yield json.trim() === '[DONE]'
      ? chunk
      : `${chunk.slice(0, chunk.length - json.length)}${JSON.stringify(exchanged(JSON.parse(json)))}${streams ? '\n\n' : ''}`;
  }
}

function exchanged(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(exchanged);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, exchanged(one)]));
}

/** The second event of a stream comes again and again; a body's last bracket never comes, only white space. */
async function* endless({ chunks, streams }: ApiReply, pause: () => Promise<void>): AsyncGenerator<string> {
  let again = ' ';
  let at = 0;
  for await (const chunk of chunks) {
    yield streams ? chunk : chunk.slice(0, -1);
    again = streams ? chunk : ' ';
    if (at === 1) break;
    at += 1;
  }
  for (;;) {
    await pause();
    yield again;
  }
}
