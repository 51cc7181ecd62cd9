import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonR1Zero: Words['lessonR1Zero'] = {
  pages: {
    base: {
      title: '會思考卻不思考的模型',
      text: '在這個基礎模型的訓練文字裡，只有少數算式寫出了過程，多數只有答案。它作答之前可以思考，但不是必須。',
      task: '執行基礎模型。',
      after: ({ answer, spent }) =>
        `它馬上結束思考，猜了一個：<data>${answer}</data>，${number(spent)} 個 token，錯了。`,
    },
    after: {
      title: '只靠獎勵',
      text: '接著，它為許多題目各寫 16 條軌跡。格式對、答案也正確的，由規則給獎勵。沒有人給它看怎樣思考。得到獎勵的，一步一步變得更可能。',
      guess: {
        asks: '它變成了什麼？',
        options: { copy: '更會猜的模型', think: '會一步步算的模型' },
      },
      setups: { base: '之前', zero: '之後' },
      task: '並排執行之前和之後。',
      after: (_, of) =>
        `之前：${number(of('base').spent)} 個 token，<data>${of('base').answer}</data>。之後：${number(of('zero').spent)} 個 token，一步步算出 <data>${of('zero').answer}</data>，對了。它學會思考，是因為思考比猜更常得到獎勵。`,
    },
    curve: {
      title: '頓悟曲線',
      text: 'R1-Zero 的思考在訓練中變長，裡面出現「Wait」；作者稱之為頓悟時刻（aha moment）。這裡的思考也變長。但看「Wait」：它先跟著上升，等步驟變得可靠，就消失了。',
      task: '移動滑桿：思考從什麼時候開始變長？',
      readOn: '自己訓練一次，就在這個分頁裡',
    },
    wait: {
      title: '「Wait」留下的地方',
      text: '在 24 點裡，沒有哪一步十拿九穩，但可以再試一次。同一類獎勵，用在一個失敗之後知道怎樣繼續的模型上：',
      setups: { journey: '之前', rl: '之後' },
      task: '並排執行之前和之後。',
      after: (_, of) =>
        `之前，它放棄了：${number(of('journey').said)} 個「Wait」，${number(of('journey').spent)} 個 token，錯了。之後：${number(of('rl').said)} 個「Wait」，${number(of('rl').spent)} 個 token，對了。這並不神秘：在長軌跡上得到獎勵的，會變得更常見。`,
      readOn: '獎勵讓思考變長，300 道題的結果',
    },
    measured: {
      title: '提高了多少',
      text: 'DeepSeek 報告，R1-Zero 在 AIME 2024 上從 15.6% 提高到 71.0%。這裡是我們的小模型，做的是沒訓練過的保留算式。它行得通，是因為基礎模型有時會成功：一次也不成功，就沒有可獎勵的。',
      task: '比較這兩個長條。',
      readOn: '實驗室裡的這條論點',
    },
  },
};
