import type { Family } from '#experiment/families.ts';
import type { LineFault, NoText, ProblemSetFault } from '#experiment/problem-set-faults.ts';
import type { Words } from '../rooms.ts';
import { bytes, list, number } from './format.ts';
import { problems } from './problems.ts';
import { puzzleWords } from './puzzles.ts';

const counted = (count: number) => `${number(count)} 道題`;

/** Problem sets: which a sweep runs on, how a file of one's own was read, and what is wrong with it. */
export const problemSets: Words['problemSets'] = {
  from: '題目來自',
  sources: { 'held-out': '頁面', own: '你的檔案' },
  family: '題目類型',
  set: '題集',
  sets: { usual: '和訓練時一樣', harder: '更難', bigger: '數更大' },
  setHelp: {
    usual: '和模型學過的題目相似，但不含那些題目。',
    harder: '比模型學過的任何題目都長，或是另一種類型。',
    bigger: '數比模型學過的任何題目都大。',
  },
  count: '題數',
  ofSet: (size) => `共 ${number(size)} 道`,
  fetching: '正在取回題目。',

  drop: '把檔案拖到這裡',
  choose: '選擇檔案',
  another: '換一個檔案',
  stays: (most) =>
    `含問題和答案的 JSON Lines、JSON 或 CSV；最大 ${bytes(most.bytes)}、${number(most.problems)} 道題。檔案留在你的裝置上。`,
  paste: '或貼上題目',
  pasted: '貼上的題目',
  readPasted: '讀取',
  forms: '能讀的格式',
  formHelp: {
    jsonl: 'JSON Lines，或由這樣的物件組成的 JSON 陣列。第二行是 GSM8K 的格式，第三行是 MATH 的格式。',
    csv: '帶標題列的 CSV。用分號或定位字元分隔也可以。',
    typed: '每行一道題，照你輸入時的寫法。',
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
  reading: (name) => `正在讀取 ${name}。`,

  readAs: {
    jsonl: (count) => `${counted(count)}，按 JSON Lines 讀取。`,
    json: (count) => `${counted(count)}，按 JSON 陣列讀取。`,
    csv: (count) => `${counted(count)}，按 CSV 讀取。`,
    typed: (count) => `${counted(count)}，按輸入時的寫法讀取。`,
  },
  counted,
  kinds: (families) =>
    families.length === 1
      ? `全部是${list(families.map(({ family }) => problems.several[family]))}。`
      : `按類型：${families.map(({ family, count }) => `${problems.several[family]}（${number(count)}）`).join('、')}。`,
  hashes: (count) => `${number(count)} 個答案取自「####」之後。`,
  boxed: (count) => `${number(count)} 個答案取自 \\boxed 方框。`,
  withoutAnswer: (count) => `${number(count)} 道題沒有答案：沒有人知道模型答得對不對。`,
  repeated: ({ count, lines }) => `${number(count)} 道題重複出現，都保留：${someLines(lines, count)}。`,
  differs: (lines) => `重複出現，但答案不同：${someLines(lines, lines.length)}。`,
  leftOut: ({ count, lines }) => `略去了 ${number(count)} 行：${someLines(lines, count)}。`,
  needsReader: '只有能讀文字的模型才能作答；它們在你的 GPU 上執行，沒有一個隨頁面附帶。',

  preview: {
    heldOut: '最前面的幾道題',
    own: '最前面的幾道題，按讀到的樣子',
    problem: '題目',
    answer: '正確答案',
  },
  noAnswer: '不知道',

  cannotUse: '這個檔案不能用：',
  fault: (fault) => faultText(fault),
  badLines: (count) => `有 ${number(count)} 行讀不出來。`,
  badLine: ({ line, fault }) => `第 ${number(line)} 行：${lineFaultText(fault)}`,
  moreBad: (count) => `還有 ${number(count)} 行。`,
  noneReadable: '除去它們就沒有題目了。',
  leaveOut: ({ count, readable }) => `略去這 ${number(count)} 行，用其餘 ${number(readable)} 道題繼續`,
};

/** `第 3、7、9 行`, `第 1、2 行等 32 行`: where all are not known, how many there are. */
function someLines(lines: readonly { readonly line: number }[], count: number): string {
  const shown = lines.slice(0, 6).map(({ line }) => number(line));
  return `第 ${shown.join('、')} 行${count > shown.length ? `等 ${number(count)} 行` : ''}`;
}

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('、');

function faultText(fault: Exclude<ProblemSetFault, { readonly kind: 'bad-lines' }>): string {
  switch (fault.kind) {
    case 'empty':
      return '裡面沒有題目。';
    case 'too-big':
      return `它超過 ${bytes(fault.most)}。請分成幾個小檔案。`;
    case 'too-many':
      return `它有超過 ${number(fault.most)} 道題。請分成幾個小檔案。`;
    case 'not-text':
      return noTextText(fault.looksLike, fault.line);
    case 'one-object':
      return `它是一個 JSON 物件（${quoted(fault.fields)}）。請只儲存其中的題目清單：寫成陣列，或每行一個物件。`;
    case 'no-header':
      return '它看起來是 CSV，但第一行就是題目。上面需要一行標題列：「question,answer」。';
    case 'no-column':
      return fault.columns.length === 0
        ? '它既不是 JSON，也不是帶標題列的 CSV。'
        : `它不是 JSON；作為 CSV，第一行裡沒有一欄說明問的是什麼：欄名應當是「question」、「problem」、「prompt」或「input」。現有的欄是${quoted(fault.columns)}。如果第一行已經是題目，上面就需要一行標題列：「question,answer」。`;
  }
}

function noTextText(looksLike: NoText, line: number | null): string {
  switch (looksLike) {
    case 'utf-16':
      return '它是 UTF-16 文字。請存成 UTF-8。';
    case 'other-encoding':
      return line === null
        ? '它不是 UTF-8 文字。請存成 UTF-8。'
        : `第 ${number(line)} 行不是 UTF-8 文字。請把檔案存成 UTF-8。`;
    case 'parquet':
      return '它是 Parquet 檔案。請把各列存成 JSON Lines 或 CSV。';
    case 'zip':
      return '它是 ZIP 檔案或試算表。請解壓縮，或存成 CSV。';
    case 'gzip':
      return '它是用 gzip 壓縮的。請先解壓縮。';
    case 'pdf':
      return '它是 PDF。題集要用文字：JSON Lines、JSON 或 CSV。';
    case 'binary':
      return '它不是文字。題集要用 JSON Lines、JSON 或 CSV。';
  }
}

function lineFaultText(fault: LineFault): string {
  switch (fault.kind) {
    case 'not-json':
      return '不是有效的 JSON，或被截斷了。';
    case 'not-an-object':
      return '不是含有問題的物件。';
    case 'columns':
      return `有 ${number(fault.found)} 個欄位，而標題列有 ${number(fault.wanted)} 個。`;
    case 'open-quote':
      return '這裡開始的引號一直沒有結束。';
    case 'no-question':
      return fault.fields.length === 0 ? '沒有問題。' : `沒有問題，只有${quoted(fault.fields)}。`;
    case 'question-not-text':
      return '問題不是文字。';
    case 'answer-not-text':
      return '答案既不是文字，也不是數。';
    case 'question-too-long':
      return `問題有 ${number(fault.length)} 個字元；最多 ${number(fault.most)} 個。`;
    case 'answer-too-long':
      return `答案有 ${number(fault.length)} 個字元；最多 ${number(fault.most)} 個。`;
    case 'no-final-answer':
      return '從解答裡看不出答案：既不在「####」之後，也不在 \\boxed 方框裡。';
    case 'unknown-family':
      return `「${fault.family}」不是這裡認識的題目類型。`;
    case 'not-of-family':
      return fault.puzzle ? puzzleWords.fault(fault.puzzle) : familyFault(fault.family);
    case 'other-answer':
      return `答案是 ${fault.right}，而不是 ${fault.given}。`;
    case 'not-typed':
      return `「${fault.text}」不是能讀懂的題目。`;
  }
}

const familyFault = (family: Family): string =>
  `不能作為${problems.several[family]}。${problems.wanted[family]}`;
