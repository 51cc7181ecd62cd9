import type { Family } from '#experiment/families.ts';
import type { LineFault, NoText, ProblemSetFault } from '#experiment/problem-set-faults.ts';
import type { Words } from '../rooms.ts';
import { bytes, list, number } from './format.ts';
import { problems } from './problems.ts';
import { puzzleWords } from './puzzles.ts';

const counted = (count: number) => `${number(count)} 道题`;

/** Problem sets: which a sweep runs on, how a file of one's own was read, and what is wrong with it. */
export const problemSets: Words['problemSets'] = {
  from: '题目来自',
  sources: { 'held-out': '页面', own: '你的文件' },
  family: '题目类型',
  set: '题集',
  sets: { usual: '和训练时一样', harder: '更难', bigger: '数更大' },
  setHelp: {
    usual: '和模型学过的题目相似，但不含那些题目。',
    harder: '比模型学过的任何题目都长，或是另一种类型。',
    bigger: '数比模型学过的任何题目都大。',
  },
  count: '题数',
  ofSet: (size) => `共 ${number(size)} 道`,
  fetching: '正在取回题目。',

  drop: '把文件拖到这里',
  choose: '选择文件',
  another: '换一个文件',
  stays: (most) =>
    `含问题和答案的 JSON Lines、JSON 或 CSV；最大 ${bytes(most.bytes)}、${number(most.problems)} 道题。文件留在你的设备上。`,
  paste: '或粘贴题目',
  pasted: '粘贴的题目',
  readPasted: '读取',
  forms: '能读的格式',
  formHelp: {
    jsonl: 'JSON Lines，或由这样的对象组成的 JSON 数组。第二行是 GSM8K 的格式，第三行是 MATH 的格式。',
    csv: '带表头的 CSV。用分号或制表符分隔也可以。',
    typed: '每行一道题，照你输入时的写法。',
  },
  examples: {
    jsonl: String.raw`{"question": "How many pens are in 3 boxes of 12?", "answer": "36"}
{"question": "How many legs have 4 cats?", "answer": "4*4 = <<4*4=16>>16.\n#### 16"}
{"problem": "What is half of $\\frac{2}{3}$?", "solution": "$\\boxed{\\frac{1}{3}}$"}
{"family": "countdown", "numbers": [4, 9, 10, 13], "target": 24}`,
    csv: `question,answer
"How many pens are in 3 boxes, each with 12?",36
47*6+38*4,434`,
    typed: `47*6+38*4
24: 4 9 10 13
puzzle: v = 7. v?
question: How many? [12]`,
  },
  reading: (name) => `正在读取 ${name}。`,

  readAs: {
    jsonl: (count) => `${counted(count)}，按 JSON Lines 读取。`,
    json: (count) => `${counted(count)}，按 JSON 数组读取。`,
    csv: (count) => `${counted(count)}，按 CSV 读取。`,
    typed: (count) => `${counted(count)}，按输入时的写法读取。`,
  },
  counted,
  kinds: (families) =>
    families.length === 1
      ? `全部是${list(families.map(({ family }) => problems.several[family]))}。`
      : `按类型：${families.map(({ family, count }) => `${problems.several[family]}（${number(count)}）`).join('、')}。`,
  hashes: (count) => `${number(count)} 个答案取自“####”之后。`,
  boxed: (count) => `${number(count)} 个答案取自 \\boxed 方框。`,
  withoutAnswer: (count) => `${number(count)} 道题没有答案：没有人知道模型答得对不对。`,
  repeated: ({ count, lines }) => `${number(count)} 道题重复出现，都保留：${someLines(lines, count)}。`,
  differs: (lines) => `重复出现，但答案不同：${someLines(lines, lines.length)}。`,
  leftOut: ({ count, lines }) => `略去了 ${number(count)} 行：${someLines(lines, count)}。`,
  needsReader: '只有能读文字的模型才能作答；它们在你的 GPU 上运行，没有一个随页面附带。',

  preview: {
    heldOut: '最前面的几道题',
    own: '最前面的几道题，按读到的样子',
    problem: '题目',
    answer: '正确答案',
  },
  noAnswer: '不知道',

  cannotUse: '这个文件不能用：',
  fault: (fault) => faultText(fault),
  badLines: (count) => `有 ${number(count)} 行读不出来。`,
  badLine: ({ line, fault }) => `第 ${number(line)} 行：${lineFaultText(fault)}`,
  moreBad: (count) => `还有 ${number(count)} 行。`,
  noneReadable: '除去它们就没有题目了。',
  leaveOut: ({ count, readable }) => `略去这 ${number(count)} 行，用其余 ${number(readable)} 道题继续`,
};

/** `第 3、7、9 行`, `第 1、2 行等 32 行`: where all are not known, how many there are. */
function someLines(lines: readonly { readonly line: number }[], count: number): string {
  const shown = lines.slice(0, 6).map(({ line }) => number(line));
  return `第 ${shown.join('、')} 行${count > shown.length ? `等 ${number(count)} 行` : ''}`;
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

function faultText(fault: Exclude<ProblemSetFault, { readonly kind: 'bad-lines' }>): string {
  switch (fault.kind) {
    case 'empty':
      return '里面没有题目。';
    case 'too-big':
      return `它超过 ${bytes(fault.most)}。请分成几个小文件。`;
    case 'too-many':
      return `它有超过 ${number(fault.most)} 道题。请分成几个小文件。`;
    case 'not-text':
      return noTextText(fault.looksLike, fault.line);
    case 'one-object':
      return `它是一个 JSON 对象（${quoted(fault.fields)}）。请只保存其中的题目列表：写成数组，或每行一个对象。`;
    case 'no-header':
      return '它看起来是 CSV，但第一行就是题目。上面需要一行表头：“question,answer”。';
    case 'no-column':
      return fault.columns.length === 0
        ? '它既不是 JSON，也不是带表头的 CSV。'
        : `它不是 JSON；作为 CSV，第一行里没有一列说明问的是什么：列名应当是“question”、“problem”、“prompt”或“input”。现有的列是${quoted(fault.columns)}。如果第一行已经是题目，上面就需要一行表头：“question,answer”。`;
  }
}

function noTextText(looksLike: NoText, line: number | null): string {
  switch (looksLike) {
    case 'utf-16':
      return '它是 UTF-16 文本。请存成 UTF-8。';
    case 'other-encoding':
      return line === null
        ? '它不是 UTF-8 文本。请存成 UTF-8。'
        : `第 ${number(line)} 行不是 UTF-8 文本。请把文件存成 UTF-8。`;
    case 'parquet':
      return '它是 Parquet 文件。请把各行存成 JSON Lines 或 CSV。';
    case 'zip':
      return '它是 ZIP 文件或电子表格。请解压缩，或存成 CSV。';
    case 'gzip':
      return '它是用 gzip 压缩的。请先解压缩。';
    case 'pdf':
      return '它是 PDF。题集要用文本：JSON Lines、JSON 或 CSV。';
    case 'binary':
      return '它不是文本。题集要用 JSON Lines、JSON 或 CSV。';
  }
}

function lineFaultText(fault: LineFault): string {
  switch (fault.kind) {
    case 'not-json':
      return '不是有效的 JSON，或被截断了。';
    case 'not-an-object':
      return '不是含有问题的对象。';
    case 'columns':
      return `有 ${number(fault.found)} 个字段，而表头有 ${number(fault.wanted)} 个。`;
    case 'open-quote':
      return '这里开始的引号一直没有结束。';
    case 'no-question':
      return fault.fields.length === 0 ? '没有问题。' : `没有问题，只有${quoted(fault.fields)}。`;
    case 'question-not-text':
      return '问题不是文本。';
    case 'answer-not-text':
      return '答案既不是文本，也不是数。';
    case 'question-too-long':
      return `问题有 ${number(fault.length)} 个字符；最多 ${number(fault.most)} 个。`;
    case 'answer-too-long':
      return `答案有 ${number(fault.length)} 个字符；最多 ${number(fault.most)} 个。`;
    case 'no-final-answer':
      return '从解答里看不出答案：既不在“####”之后，也不在 \\boxed 方框里。';
    case 'unknown-family':
      return `“${fault.family}”不是这里认识的题目类型。`;
    case 'not-of-family':
      return fault.puzzle ? puzzleWords.fault(fault.puzzle) : familyFault(fault.family);
    case 'other-answer':
      return `答案是 ${fault.right}，而不是 ${fault.given}。`;
    case 'not-typed':
      return `“${fault.text}”不是能读懂的题目。`;
  }
}

const familyFault = (family: Family): string =>
  `不能作为${problems.several[family]}。${problems.wanted[family]}`;
