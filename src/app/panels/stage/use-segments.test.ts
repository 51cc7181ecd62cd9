import { expect, it } from 'vitest';
import { tokensOf } from '#run/testing/fixtures.ts';
import { segmentText } from '#run/trace-text.ts';
import { traceReader } from './use-segments.ts';

const tokens = tokensOf('4 + 9 = 3 ~1 Wait 9 </think> 24');
const texts = (read: ReturnType<typeof traceReader>, upTo: number) => {
  const { thought, answer } = read(tokens.slice(0, upTo));
  return [segmentText(thought), segmentText(answer)];
};

it('reads the same whether a trace grows, is stepped back or comes whole', () => {
  const growing = traceReader();
  for (let upTo = 0; upTo <= tokens.length; upTo++)
    expect(texts(growing, upTo)).toEqual(texts(traceReader(), upTo));
  for (const upTo of [6, 2, 9, 0, 10]) expect(texts(growing, upTo)).toEqual(texts(traceReader(), upTo));
});

it('keeps the closing tag with the thinking and the answer apart', () => {
  expect(texts(traceReader(), tokens.length)).toEqual(['4 + 9 = 13 Wait 9 </think>', '24']);
});

it('keeps the segments it has read', () => {
  const read = traceReader();
  const first = read(tokens.slice(0, 4)).thought[0];
  expect(read(tokens.slice(0, 8)).thought[0]).toBe(first);
});
