import type { PuzzleReason } from '#experiment/puzzle/misread.ts';
import type { Expected } from '#experiment/puzzle/patterns.ts';
import { largest, names, things, variables } from '#experiment/puzzle/words.ts';
import type { Words } from '../rooms.ts';
import { list } from './format.ts';

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

const operationText = ({
  left,
  operator,
  right,
}: {
  readonly left: number;
  readonly operator: keyof typeof signs;
  readonly right: number;
}): string => `${left} ${signs[operator]} ${right}`;

function expectedText(expected: Expected): string {
  switch (expected.what) {
    case 'word':
      return `「${expected.word}」`;
    case 'name':
      return `名字（${names.join(', ')}）`;
    case 'letter':
      return `字母（${variables.join(', ')}）`;
    case 'thing':
      return `東西（${things.join(', ')}）`;
    case 'operator':
      return '+、−、× 或 ÷';
    case 'number':
      return ` ${expected.least} 到 ${expected.most} 的數`;
  }
}

function reasonText(reason: PuzzleReason): string {
  switch (reason.why) {
    case 'too-long':
      return `超過了 ${reason.most} 個字元。`;
    case 'no-question':
      return '必須以問題結尾：「How many apples does Ann have?」、「w?」或「Who is a knight?」';
    case 'only-question':
      return '問題之前必須先說點什麼。';
    case 'unknown-word':
      return `這裡不認識「${reason.word}」。可以用${list(reason.expected.map(expectedText), 'disjunction')}。`;
    case 'named-twice':
      return `${reason.name} 出現了兩次。`;
    case 'too-many-times':
      return `最多是 ${reason.most} 倍。`;
    case 'said-before':
      return `前面已經說過 ${reason.who} 有多少 ${reason.thing}。`;
    case 'not-said-yet':
      return `前面必須先說 ${reason.who} 有多少 ${reason.thing}。`;
    case 'defined-twice':
      return `${reason.variable} 定義了兩次。`;
    case 'undefined':
      return `沒有說 ${reason.variable} 是什麼。`;
    case 'defined-by-itself':
      return `${reason.variable} 用自己定義自己。`;
    case 'no-letter':
      return '兩者之中必須有一個是字母。';
    case 'not-whole':
      return `${operationText(reason)} 不是整數。`;
    case 'out-of-range':
      return `${operationText(reason)} 是 ${reason.value}，而數要在 0 到 ${reason.most} 之間。`;
    case 'too-many-people':
      return `有 ${reason.people} 個人，最多只能有 ${reason.most} 個。`;
    case 'no-way':
      return '騎士說真話、無賴說假話，這些話無論如何都不可能全說出來。';
    case 'many-ways':
      return `誰是騎士有 ${reason.ways} 種可能：請多說一點。`;
  }
}

export const puzzleWords: Words['puzzleWords'] = {
  kinds: { story: '文字題', equations: '方程式', knights: '騎士與無賴' },
  bounds: {
    story: `${names.join(', ')}；${things.join(', ')}。所有數都在 0 到 ${largest} 之間。`,
    equations: `${variables.join(', ')}；每個定義一次，順序不限。0 到 ${largest} 的整數，+ − × ÷。`,
    knights: '二到五個人。騎士總說真話，無賴總說假話，而且只能有一種可能。',
  },
  kind: '謎題類型',
  text: '謎題',
  example: '例子',
  understood: '讀懂了：正好有一個答案。',
  sentences: '能讀懂什麼',
  fault: ({ reason, sentence }) =>
    sentence === null ? reasonText(reason) : `「${sentence}」：${reasonText(reason)}`,
};
