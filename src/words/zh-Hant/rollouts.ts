import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** What two lenses share: which trace they look at, and how many rollouts are drawn behind its steps. */
export const rolloutWords: Words['rolloutWords'] = {
  source: '哪條軌跡',
  from: { play: '「試玩」裡的執行', own: '一道保留測試題' },
  trace: '軌跡',
  traceNamed: ({ place, answer }) => `${number(place)}：${answer}`,
  noAnswer: '沒有答案',
  model: '模型',
  previous: '上一道題',
  next: '下一道題',
  otherSeed: '換一個種子',
  seed: (seed) => `種子 ${seed}`,
  problem: (place, of) => `第 ${number(place)} 題，共 ${number(of)} 題`,
  drawing: '正在抽取一條軌跡…',
  nothing: '這條軌跡沒有分步思考就作答了：沒有什麼可以重新抽取。換一個種子、題目或模型試試。',
  leftOut: (steps) => `最後 ${number(steps)} 步在思考裡太靠後，無法從那裡開始，所以略去。`,
  right: '正確',
  wrong: '錯誤',
  answers: (answer) => `它的答案：<data>${answer}</data>`,

  drawn: ({ each, steps }) => `從 ${number(steps)} 個位置各推演 ${number(each)} 次`,
  stillDrawing: ({ done, of }) => `正在抽取：${number(done)} / ${number(of)} 份`,
  stop: '停止',
  goOn: '繼續',
  tryAgain: '再試一次',
  more: (count) => `每處再抽取 ${number(count)} 次`,
  start: (count) => `每處抽取 ${number(count)} 次`,
  notHere: '這個模型不在這台裝置上。請先在「試玩」的「模型」裡下載它。',
  onGpu: '這個模型在你的 GPU 上執行，推演一次接一次：可能要幾分鐘。',
  temperature: (value) => `這條軌跡是貪心抽取的；推演用溫度 ${value} 抽取，不然每次都會一樣。`,
  steps: { begin: '第一步之前', after: (step) => `第 ${number(step)} 步之後` },
};
