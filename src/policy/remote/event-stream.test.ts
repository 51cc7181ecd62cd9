import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TooBigError } from '#experiment/bounded-stream.ts';
import { eventData, StreamCut, StreamTooLong } from './event-stream.ts';

async function* coming(parts: readonly Uint8Array[]) {
  yield* parts;
}

async function read(text: string, cuts: readonly number[] = [], most = 10_000): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  const parts = places.slice(1).map((end, at) => bytes.slice(places[at], end));
  const events: string[] = [];
  for await (const data of eventData(coming(parts), most)) events.push(data);
  return events;
}

test('events are the same wherever the network cuts them', async () => {
  const stream =
    ': a comment\r\n\r\ndata: {"a":1}\r\n\r\nevent: x\ndata:two\ndata: lines ✓\n\ndata: [DONE]\n\nrest';
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 8 }), async (cuts) => {
      expect(await read(stream, cuts)).toEqual(['{"a":1}', 'two\nlines ✓']);
    }),
  );
});

test('a stream that ends in the middle is not taken for a whole one', async () => {
  await expect(read('data: 1\n\n')).rejects.toThrow(StreamCut);
  await expect(read('')).rejects.toThrow(StreamCut);
  expect(await read('data: 1\n\ndata: [DONE]')).toEqual(['1']);
});

test('a stream, or a line, without an end is left', async () => {
  await expect(read(`data: 1\n\n`.repeat(2000))).rejects.toThrow(TooBigError);
  await expect(read(`data: ${'1'.repeat(1_100_000)}`, [], 2_000_000)).rejects.toThrow(StreamTooLong);
});
