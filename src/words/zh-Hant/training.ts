import type { Words } from '../rooms.ts';
import { number } from './format.ts';

type Change = Parameters<Words['training']['came']['always']>[0];

/** What came of a training, by how the model started and whether it thinks more now. */
function came({ thinking: [before, after], right, steps }: Change, could: string, changed: string): string {
  const start = steps ? `最初 ${number(steps[0])} 步` : '第一輪之前';
  const end = steps ? `最後 ${number(steps[1])} 步` : '最後一輪之後';
  return `${could}：${start}，${before} 的軌跡在思考；${changed}${end}，${after} 在思考。正確答案從 ${right[0]} 變成 ${right[1]}。`;
}
const rarely = '它本來就會思考，但很少這樣做';
const always = '它一開始就思考';
const paid = '思考有回報，';

export const training: Words['training'] = {
  how: {
    reinforcement: (traces) =>
      `在這個階段，沒有人給模型看過解題過程。它為每道題寫 ${number(traces)} 條軌跡，由兩條規則給獎勵：答案正確，格式也對（先一段思考，再一個答案）。比同組 ${number(traces)} 條裡其餘的更好的，以後就更可能寫出。`,
    'self-evolution': () =>
      '在這個階段，沒有人給模型看過解題過程。每一輪，它為兩千道題各寫八條軌跡。在得到正確答案的軌跡裡，它模仿自己的價值頭最喜歡的兩條，每次都從最初的模型開始；一輪的模型寫下一輪的軌跡。它的價值頭從同樣的軌跡學習，只看結果：軌跡和對軌跡的評判都變好了。',
  },
  note: {
    reinforcement:
      '指向一步，或移動滑桿。細線：一步裡取樣的軌跡的平均，用訓練題目。粗線：相鄰幾步的平均。距離：估計的 KL 散度。',
    'self-evolution':
      '指向一輪，或移動滑桿。第 0 輪是它最初的模型。用訓練時沒見過的題目測量；最佳：16 條軌跡裡它自己的價值頭最喜歡的那條。',
  },
  came: {
    rarelyThenMore: (change) => came(change, rarely, paid),
    rarely: (change) => came(change, rarely, ''),
    alwaysThenMore: (change) => came(change, always, paid),
    always: (change) => came(change, always, ''),
  },
  yourself: '自己訓練一次，就在這個分頁裡',
  fetching: '正在取曲線。',
  sameProblem: '兩者做同一道題',
  yourProblem: '做你的題目',
  settings: '一條思維鏈，高思考力度，總是取機率最大的 token。',
  busy: '有一次執行正在進行。結束後就可以按這些。',
  before: '執行訓練前的模型 <model>…</model>',
  after: '執行訓練後的模型 <model>…</model>',
  both: '兩者並排',
  noBefore: '它最初的模型沒有隨頁面附帶。',
};
