import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** What two lenses share: which trace they look at, and how many rollouts are drawn behind its steps. */
export const rolloutWords: Words['rolloutWords'] = {
  source: '哪条轨迹',
  from: { play: '“试玩”里的运行', own: '一道保留测试题' },
  trace: '轨迹',
  traceNamed: ({ place, answer }) => `${number(place)}：${answer}`,
  noAnswer: '没有答案',
  model: '模型',
  previous: '上一道题',
  next: '下一道题',
  otherSeed: '换一个种子',
  seed: (seed) => `种子 ${seed}`,
  problem: (place, of) => `第 ${number(place)} 题，共 ${number(of)} 题`,
  drawing: '正在抽取一条轨迹…',
  nothing: '这条轨迹没有分步思考就作答了：没有什么可以重新抽取。换一个种子、题目或模型试试。',
  leftOut: (steps) => `最后 ${number(steps)} 步在思考里太靠后，无法从那里开始，所以略去。`,
  right: '正确',
  wrong: '错误',
  answers: (answer) => `它的答案：<data>${answer}</data>`,

  drawn: ({ each, steps }) => `从 ${number(steps)} 个位置各推演 ${number(each)} 次`,
  stillDrawing: ({ done, of }) => `正在抽取：${number(done)} / ${number(of)} 份`,
  stop: '停止',
  goOn: '继续',
  tryAgain: '再试一次',
  more: (count) => `每处再抽取 ${number(count)} 次`,
  start: (count) => `每处抽取 ${number(count)} 次`,
  notHere: '这个模型不在这台设备上。请先在“试玩”的“模型”里下载它。',
  onGpu: '这个模型在你的 GPU 上运行，推演一次接一次：可能要几分钟。',
  temperature: (value) => `这条轨迹是贪心抽取的；推演用温度 ${value} 抽取，不然每次都会一样。`,
  steps: { begin: '第一步之前', after: (step) => `第 ${number(step)} 步之后` },
};
