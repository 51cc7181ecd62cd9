import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TooBigError } from '#experiment/bounded-stream.ts';
import { eventData, StreamCut, StreamTooLong } from '#policy/remote/event-stream.ts';
import { remoteModel } from '#policy/remote/remote-model.ts';
import { readAddress, serverModelId, serverModelOf } from '#policy/remote/server-model.ts';
import { damaged } from './damage.ts';
import { fuzz } from './fuzz.ts';

async function* coming(pieces: readonly Uint8Array[]) {
  yield* pieces;
}

/** What came of a stream whose bytes came in these pieces. */
async function eventsOf(bytes: Uint8Array, cuts: readonly number[]): Promise<readonly string[]> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  const pieces = [0, ...ends].map((from, index) => bytes.slice(from, ends[index] ?? bytes.length));
  const events: string[] = [];
  try {
    for await (const event of eventData(coming(pieces), 100_000)) events.push(event);
    return [...events, 'done'];
  } catch (error) {
    if (error instanceof StreamCut) return [...events, 'cut'];
    if (error instanceof StreamTooLong || error instanceof TooBigError) return [...events, 'too long'];
    throw error;
  }
}

const stream = fc
  .array(
    fc.constantFrom(
      'data: {"a":1}',
      'data:',
      'data: [DONE]',
      ': ping',
      'event: x',
      'id: 7',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      'data: é€𝄞',
      'retry: 1',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('what servers send', () => {
  it('is the same however its bytes are cut up, and ends in events, in “cut” or in “too long”', () =>
    fuzz(
      'streams',
      fc.tuple(fc.oneof(stream, damaged(stream)), fc.array(fc.nat(), { maxLength: 6 })),
      async ([text, cuts]) => {
        const bytes = new TextEncoder().encode(text);
        expect(await eventsOf(bytes, cuts)).toEqual(await eventsOf(bytes, []));
      },
    ));
});

describe('addresses of servers', () => {
  it('are read or refused, and read back from the id of a model', () =>
    fuzz(
      'addresses',
      fc.tuple(
        damaged(
          fc.constantFrom(
            'http://localhost:8080/v1',
            'https://user:key@api.test/v1?x=1#y',
            '127.0.0.1:11434',
            '[::1]:1',
          ),
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      ([typed, name]) => {
        const address = readAddress(typed);
        if (address === null) return;
        expect(readAddress(address)).toBe(address);
        const id = serverModelId({ address, name });
        if (id === null) return;
        expect(serverModelOf(id)).toEqual({ address, name });
        expect(remoteModel(id)?.id).toBe(id);
      },
    ));
});
