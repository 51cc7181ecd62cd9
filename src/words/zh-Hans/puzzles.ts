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
      return `“${expected.word}”`;
    case 'name':
      return `名字（${names.join(', ')}）`;
    case 'letter':
      return `字母（${variables.join(', ')}）`;
    case 'thing':
      return `东西（${things.join(', ')}）`;
    case 'operator':
      return '+、−、× 或 ÷';
    case 'number':
      return ` ${expected.least} 到 ${expected.most} 的数`;
  }
}

function reasonText(reason: PuzzleReason): string {
  switch (reason.why) {
    case 'too-long':
      return `超过了 ${reason.most} 个字符。`;
    case 'no-question':
      return '必须以问题结尾：“How many apples does Ann have?”、“w?”或“Who is a knight?”';
    case 'only-question':
      return '问题之前必须先说点什么。';
    case 'unknown-word':
      return `这里不认识“${reason.word}”。可以用${list(reason.expected.map(expectedText), 'disjunction')}。`;
    case 'named-twice':
      return `${reason.name} 出现了两次。`;
    case 'too-many-times':
      return `最多是 ${reason.most} 倍。`;
    case 'said-before':
      return `前面已经说过 ${reason.who} 有多少 ${reason.thing}。`;
    case 'not-said-yet':
      return `前面必须先说 ${reason.who} 有多少 ${reason.thing}。`;
    case 'defined-twice':
      return `${reason.variable} 定义了两次。`;
    case 'undefined':
      return `没有说 ${reason.variable} 是什么。`;
    case 'defined-by-itself':
      return `${reason.variable} 用自己定义自己。`;
    case 'no-letter':
      return '两者之中必须有一个是字母。';
    case 'not-whole':
      return `${operationText(reason)} 不是整数。`;
    case 'out-of-range':
      return `${operationText(reason)} 是 ${reason.value}，而数要在 0 到 ${reason.most} 之间。`;
    case 'too-many-people':
      return `有 ${reason.people} 个人，最多只能有 ${reason.most} 个。`;
    case 'no-way':
      return '骑士说真话、无赖说假话，这些话无论如何都不可能全说出来。';
    case 'many-ways':
      return `谁是骑士有 ${reason.ways} 种可能：请多说一点。`;
  }
}

export const puzzleWords: Words['puzzleWords'] = {
  kinds: { story: '文字题', equations: '方程', knights: '骑士与无赖' },
  bounds: {
    story: `${names.join(', ')}；${things.join(', ')}。所有数都在 0 到 ${largest} 之间。`,
    equations: `${variables.join(', ')}；每个定义一次，顺序不限。0 到 ${largest} 的整数，+ − × ÷。`,
    knights: '二到五个人。骑士总说真话，无赖总说假话，而且只能有一种可能。',
  },
  kind: '谜题类型',
  text: '谜题',
  example: '例子',
  understood: '读懂了：正好有一个答案。',
  sentences: '能读懂什么',
  fault: ({ reason, sentence }) =>
    sentence === null ? reasonText(reason) : `“${sentence}”：${reasonText(reason)}`,
};
