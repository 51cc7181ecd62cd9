import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonDistillation: Words['lessonDistillation'] = {
  pages: {
    direct: {
      title: '獎勵一個小模型',
      text: '強化學習讓一個模型學會了思考。換成不到它一半大、只有 30 萬參數的模型，行嗎？這個模型得到同樣的獎勵，訓練的步數還更多。',
      task: '執行強化學習之後的小模型。',
      after: ({ answer, spent }) =>
        `${number(spent)} 個 token，沒有思考，答案是 <data>${answer}</data>，錯了。和訓練之前一樣。`,
    },
    nothing: {
      title: '沒有可獎勵的',
      text: '為什麼？看看獎勵看到的是什麼：一組 16 條軌跡，像訓練時那樣抽取。一條軌跡比同組的好還是差，只看獎勵。',
      task: '抽取一組 16 條。',
      after: ({ right, traces }) =>
        `${number(traces)} 條中有 ${number(right)} 條是對的。全都一樣，所以每個優勢都是 0。強化學習強化的，是偶爾出現的東西。這裡沒有。`,
    },
    teacher: {
      title: '模仿老師',
      text: '蒸餾走另一條路：讓會思考的大模型寫軌跡，留下對的，再讓小模型模仿。沒有獎勵，只有文字。DeepSeek 就這樣用了 R1 的 80 萬個樣本。',
      guess: {
        asks: '哪個小模型會對？',
        options: { direct: '得到獎勵的', distilled: '模仿的' },
      },
      setups: { teacher: '老師', distilled: '蒸餾', direct: '獎勵' },
      task: '執行老師和兩個小模型。',
      after: (_, of) =>
        `老師用 ${number(of('teacher').spent)} 個 token 得到 <data>${of('teacher').answer}</data>。蒸餾的像它一樣思考，用了 ${number(of('distilled').spent)} 個 token，對了。得到獎勵的說 <data>${of('direct').answer}</data>。`,
    },
    measured: {
      title: '並不總是贏',
      text: '「強化學習總是贏」是常見的誤解：從弱的基礎出發就不是。在 320 億參數上，R1 的作者在 AIME 2024 上測得：蒸餾 72.6%，直接做強化學習 47.0%。但要超過老師，總得有人去探索。',
      task: '比較這兩個長條。',
      readOn: '實驗室裡的這條論點',
    },
  },
};
