import { describe, expect, it } from 'vitest';
import { fold } from '../fold.ts';
import { emptyRun } from '../state.ts';
import { longThought } from '../testing/long-thought.ts';
import { segmentsOf } from '../trace-text.ts';
import { findInPassages } from './find-in-passages.ts';
import { passageKind } from './passage-kind.ts';
import { extendPassages, passagesOf, passagesWithin } from './passages.ts';

describe('the kind of a passage', () => {
  it.each([
    ['Okay, so I need to find the time it takes.', 'plan'],
    ['First, the time is 240 / 80 = 3 hours.', 'compute'],
    ['That leaves 12 + 4 apples.', 'compute'],
    ['Let me check: 80 * 3 = 240.', 'check'],
    ['80 * 3 = 240. Let me verify that once more.', 'check'],
    ['Wait, that counts the stop twice.', 'doubt'],
    ['Hmm. So the answer is 24?', 'doubt'],
    ['Alternatively, take the mean of both.', 'backtrack'],
    ['12 × 4 = 48, but that doesn’t work here.', 'backtrack'],
    ['So the answer is 24.', 'conclude'],
    ['\\[\\boxed{24}\\]', 'conclude'],
    ['The train is crowded on that day.', 'rest'],
    ['', 'rest'],
  ] as const)('%s: %s', (text, kind) => {
    expect(passageKind(text)).toBe(kind);
  });
});

// As Chinese models write: one thought in simplified, another in traditional characters.
describe('the kind of a Chinese passage', () => {
  it.each([
    ['好的，我现在需要解决这个问题：火车全程要用多少分钟。', 'plan'],
    ['嗯，题目说火车中午出发，中间停 12 分钟。', 'plan'],
    ['首先，把已知条件列出来。', 'plan'],
    ['首先，时间等于路程除以速度，240÷80=3 小时。', 'compute'],
    ['所以 3 × 60 = 180 分钟。', 'compute'],
    ['48 减去 16，也就是 48 减 16 等于 32。', 'compute'],
    ['等等，这样停车的时间算了两次。', 'doubt'],
    ['但是等一下，题目里的“一共”包括返程吗？', 'doubt'],
    ['不对，甲说的是乙在撒谎。', 'doubt'],
    ['换个思路，先求两段的平均速度。', 'backtrack'],
    ['用 9 和 3 得到 27 的话剩下 24，这条路行不通。', 'backtrack'],
    ['让我检查一下：80 × 3 = 240，没有问题。', 'check'],
    ['不过，我再验证一下这个结果。', 'check'],
    ['代入原方程，左边是 17，右边也是 17。', 'check'],
    ['因此，甲是骑士，乙是无赖。', 'conclude'],
    ['所以乙是骑士。', 'conclude'],
    ['综上所述，一共需要 258 分钟。', 'conclude'],
    ['最终答案：\\boxed{258}', 'conclude'],
    ['那天车上的人很多。', 'rest'],
    ['好的，我需要先弄清楚題目問的是什麼。', 'plan'],
    ['等等，這裡是不是算錯了？', 'doubt'],
    ['換個方法試試。', 'backtrack'],
    ['檢查一下：12 + 12 = 24。', 'check'],
    ['驗算：4 × 6 = 24。', 'check'],
    ['因此答案是 24。', 'conclude'],
  ] as const)('%s: %s', (text, kind) => {
    expect(passageKind(text)).toBe(kind);
  });
});

const tokens = fold(emptyRun, longThought(2_000).entries).sequences[0]?.tokens ?? [];
const segments = segmentsOf(tokens);
const passages = passagesOf(segments);

describe('passages', () => {
  it('hold every segment once, in order', () => {
    expect(passages.flatMap((passage) => passage.segments)).toEqual(segments);
    expect(passages.map(({ index }) => index)).toEqual(passages.map((_, at) => at));
    for (const { before, segments: own } of passages) expect(own[0]?.pieces[0]?.index).toBe(before);
  });

  it('end with their paragraph', () => {
    expect(passages.length).toBeGreaterThan(80);
    for (const { text } of passages.slice(0, -2)) expect(text).toMatch(/\)\n\n$|^Wait/);
  });

  it('are the same however the thought grew, and those that are closed stay as they are', () => {
    let grown = passagesOf([]);
    for (let upTo = 0; upTo <= 600; upTo += 7) {
      const before = grown;
      grown = extendPassages(grown, segments.slice(0, upTo));
      for (const [at, passage] of before.slice(0, -1).entries()) expect(grown[at]).toBe(passage);
      expect(grown).toEqual(passagesOf(segments.slice(0, upTo)));
    }
  });

  it('are the same where the thought is stepped back, and those before stay as they are', () => {
    for (let upTo = 600; upTo >= 0; upTo -= 7) {
      const cut = segments.slice(0, upTo);
      const back = extendPassages(passagesWithin(passages, upTo), cut);
      expect(back).toEqual(passagesOf(cut));
      for (const [at, passage] of back.slice(0, -1).entries()) expect(passage).toBe(passages[at]);
    }
  });
});

describe('finding in a thought', () => {
  it('finds a text over several tokens, whatever its capitals', () => {
    const found = findInPassages(passages, 'THE TIME IS the');
    expect(found.length).toBeGreaterThan(1);
    for (const place of found)
      expect(
        place.tokens
          .map((index) => tokens[index]?.text)
          .join('')
          .trim(),
      ).toBe('The time is the');
  });

  it('finds nothing for nothing', () => {
    expect(findInPassages(passages, ' ')).toEqual([]);
    expect(findInPassages(passages, 'no such words')).toEqual([]);
  });
});
