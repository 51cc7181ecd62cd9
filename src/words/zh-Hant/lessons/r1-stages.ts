import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonR1Stages: Words['lessonR1Stages'] = {
  pages: {
    cold: {
      title: '第一階段：冷啟動',
      text: 'R1-Zero 很會思考，但它的思考很難讀。所以 R1 從監督式微調開始：模仿幾千條好的軌跡。它們教的是思考的形式：步驟、檢查、答案。',
      task: '執行這個階段之後的模型。',
      after: ({ answer, said }) =>
        `形式有了：步驟，還有 ${number(said)} 次檢查。但答案是 <data>${answer}</data>，錯了。讀第一次檢查：它得到另一個數，說「ok」，什麼也不改。它只是在模仿檢查。`,
    },
    reward: {
      title: '第二階段：獎勵',
      text: '接著是強化學習，和 R1-Zero 一樣。現在算數的是答案，而不是思考的樣子。',
      guess: {
        asks: '它的思考會變成什麼樣？',
        options: { longer: '更長，檢查更多', shorter: '更短，步驟更好' },
      },
      setups: { sft: '模仿', r1: '獎勵' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `現在對了：<data>${of('r1').answer}</data>，檢查從 ${number(of('sft').said)} 次變成 ${number(of('r1').said)} 次，token 從 ${number(of('sft').spent)} 個變成 ${number(of('r1').spent)} 個。在這些算式裡，把步驟做可靠更划算。`,
      readOn: '模仿之後的獎勵，300 道題的結果',
    },
    form: {
      title: '第三階段：自己最好的軌跡',
      text: 'R1 的第三階段又是模仿：模型自己寫的、正確又好讀的軌跡，加上數學以外的資料，一共 80 萬條。我們的只有幾百條，正確率反而下降了。模仿保住的是聽話：要它少想就少想，要它檢查就檢查。',
      setups: { low: '少想', high: '檢查' },
      task: '用兩種方式執行最後的模型。',
      after: (_, of) =>
        `少想：${number(of('low').spent)} 個 token，沒有檢查。檢查：${number(of('high').spent)} 個 token，檢查 ${number(of('high').said)} 次。對 R1-Zero 式的模型，這兩種提示是一回事。`,
    },
    all: {
      title: '第四階段：再次獎勵',
      text: '最後是在各種情境下做強化學習：答案能檢查的用規則，其餘的用學來的評判者，看有沒有用、有沒有害。這裡只有算式。四個模型做同一道題：',
      setups: { base: '基礎', zero: '只靠獎勵', sft: '模仿', r1: '全部階段' },
      task: '四個都執行。',
      after: (_, of) =>
        `基礎模型用 ${number(of('base').spent)} 個 token 來猜。模仿的檢查很多（${number(of('sft').spent)} 個 token），卻是錯的。只靠獎勵的（${number(of('zero').spent)} 個）和全部階段的（${number(of('r1').spent)} 個）是對的。`,
    },
    measured: {
      title: '各有什麼用',
      text: '模仿給出形式，獎勵讓它正確，自己的軌跡讓它好讀、面廣，最後的獎勵讓它合乎人的要求。DeepSeek 報告的 AIME 2024 成績：R1 為 79.8%，R1-Zero 為 71.0%。在我們的小世界裡，兩者持平。',
      task: '比較「模仿」和「全部階段」。',
      readOn: '實驗室裡的這條論點',
    },
  },
};
