import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonComputeOptimal: Words['lessonComputeOptimal'] = {
  pages: {
    waste: {
      title: '不分難易一樣花，是浪費',
      text: '32 票表決對難題有幫助。這道算式很容易。投票不知道這一點，照樣花那麼多。',
      task: '執行 32 票表決。',
      after: ({ votes, voters, spent }) =>
        `${number(voters)} 個樣本中有 ${number(votes)} 個一致。第一個就夠了；${number(spent)} 個 token 大多花在其餘的樣本上。`,
    },
    probe: {
      title: '先問有多難',
      text: '運算最佳先抽取 4 個樣本。它們一致嗎？驗證器喜歡它們嗎？兩者的平均，就是題目看起來有多容易。達到 0.75，它就停下來，採用投票的結果。',
      task: '在同一道算式上執行。',
      after: ({ spent, ease }) =>
        `容易程度 ${fixed(ease, 2)}：容易。花了 ${number(spent)} 個 token 就停下來，答案一樣。`,
      letters: 's̄ 是樣本的平均得分。兩個數都在 0 到 1 之間。',
    },
    hard: {
      title: '一道難的',
      text: '現在是一道 24 點，一條鏈很少解得出。容易程度低於 0.35 的，算難題。',
      guess: {
        asks: '它會怎麼做？',
        options: { stop: '採用 4 個樣本的投票', search: '多花一些，去搜尋' },
      },
      task: '在這道 24 點上執行。',
      after: ({ spent, ease, nodes }) =>
        `容易程度 ${fixed(ease, 2)}：難。於是它一步一步地搜尋了 ${number(nodes)} 個節點，花了 ${number(spent)} 個 token 找到答案。`,
      letters: 's̄ 是樣本的平均得分。在 0.35 和 0.75 之間，它再抽取一些樣本來投票。',
    },
    luck: {
      title: '四個樣本可能誤導',
      text: '難度是估計出來的，依據很少。Snell 等（2024）為了知道一道題有多難，每題用 2048 個樣本。這裡只有 4 個。同一道 24 點，兩個隨機種子：',
      setups: { one: '種子 1', two: '種子 2' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `種子 1 時看起來難（容易程度 ${fixed(of('one').ease, 2)}，${number(of('one').spent)} 個 token），種子 2 時看起來容易（${fixed(of('two').ease, 2)}，${number(of('two').spent)} 個 token）。問要花代價，問得太少則是碰運氣。`,
    },
    limit: {
      title: '運算買不到的',
      text: '這個模型學過的算式，最多三個乘積相加。這裡有五個。超出模型有時做得到的範圍，就要靠更大的模型或更多訓練，而不是更多樣本。',
      guess: {
        asks: '32 個樣本裡會有多少個對？',
        options: { helps: '有幾個，這就夠了', never: '一個也沒有' },
      },
      task: '執行 32 票表決。',
      after: ({ right, traces, spent }) =>
        `${number(traces)} 個樣本中有 ${number(right)} 個是對的，花了 ${number(spent)} 個 token。測試時運算是在已有的能力上做乘法，而零乘以多少還是零。`,
      readOn: '帶搜尋的小模型，對大 14 倍的模型',
    },
  },
};
