import type { Words } from '../rooms.ts';
import { number } from './format.ts';

type Change = Parameters<Words['training']['came']['always']>[0];

/** What came of a training, by how the model started and whether it thinks more now. */
function came({ thinking: [before, after], right, steps }: Change, could: string, changed: string): string {
  const start = steps ? `最初 ${number(steps[0])} 步` : '第一轮之前';
  const end = steps ? `最后 ${number(steps[1])} 步` : '最后一轮之后';
  return `${could}：${start}，${before} 的轨迹在思考；${changed}${end}，${after} 在思考。正确答案从 ${right[0]} 变成 ${right[1]}。`;
}
const rarely = '它本来就会思考，但很少这样做';
const always = '它一开始就思考';
const paid = '思考有回报，';

export const training: Words['training'] = {
  how: {
    reinforcement: (traces) =>
      `在这个阶段，没有人给模型看过解题过程。它为每道题写 ${number(traces)} 条轨迹，由两条规则给奖励：答案正确，格式也对（先一段思考，再一个答案）。比同组 ${number(traces)} 条里其余的更好的，以后就更可能写出。`,
    'self-evolution': () =>
      '在这个阶段，没有人给模型看过解题过程。每一轮，它为两千道题各写八条轨迹。在得到正确答案的轨迹里，它模仿自己的价值头最喜欢的两条，每次都从最初的模型开始；一轮的模型写下一轮的轨迹。它的价值头从同样的轨迹学习，只看结果：轨迹和对轨迹的评判都变好了。',
  },
  note: {
    reinforcement:
      '指向一步，或移动滑块。细线：一步里采样的轨迹的平均，用训练题目。粗线：相邻几步的平均。距离：估计的 KL 散度。',
    'self-evolution':
      '指向一轮，或移动滑块。第 0 轮是它最初的模型。用训练时没见过的题目测量；最佳：16 条轨迹里它自己的价值头最喜欢的那条。',
  },
  came: {
    rarelyThenMore: (change) => came(change, rarely, paid),
    rarely: (change) => came(change, rarely, ''),
    alwaysThenMore: (change) => came(change, always, paid),
    always: (change) => came(change, always, ''),
  },
  yourself: '自己训练一次，就在这个标签页里',
  fetching: '正在取曲线。',
  sameProblem: '两者做同一道题',
  yourProblem: '做你的题目',
  settings: '一条思维链，高思考力度，总是取概率最大的 token。',
  busy: '有一次运行正在进行。结束后就可以按这些。',
  before: '运行训练前的模型 <model>…</model>',
  after: '运行训练后的模型 <model>…</model>',
  both: '两者并排',
  noBefore: '它最初的模型没有随页面附带。',
};
