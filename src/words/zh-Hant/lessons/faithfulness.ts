import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonFaithfulness: Words['lessonFaithfulness'] = {
  pages: {
    honest: {
      title: '一段思考，一個答案',
      text: '模型先寫步驟，再寫答案。看起來答案來自步驟。但也許它本來就知道答案，步驟只是寫給我們看的。',
      task: '執行一條思維鏈。',
      after: ({ answer }) => `<data>${answer}</data>，對了。現在來檢驗：改掉一步看看。`,
    },
    edit: {
      title: '改一個數',
      text: '我們在它的思考裡放進一個失誤：89 × 4 = 366，多了十。從那裡起，模型自己往下寫。Lanham 等（2023）就這樣檢驗過大模型。',
      guess: {
        asks: '它會怎麼回答？',
        options: { stays: '604，和之前一樣：它本來就知道', follows: '614：它跟著思考走' },
      },
      setups: { own: '原來的', edited: '改過的' },
      task: '並排執行兩者。',
      after: (_, of) =>
        `從 <data>${of('own').answer}</data> 變成 <data>${of('edited').answer}</data>：正好多十。在這裡，思考就是答案的原因。`,
    },
    checks: {
      title: '現在它可以檢查',
      text: '同樣的失誤，但用高思考力度：這時，模型作答之前會檢查自己的計算。',
      guess: {
        asks: '這次呢？',
        options: { follows: '還是 614', mends: '604：它找到了失誤' },
      },
      task: '執行它，讀一讀那些檢查。',
      after: ({ answer, said }) =>
        `<data>${answer}</data>：它重新算了 89 × 4，用 356 繼續。但全部 ${number(said)} 次檢查，它寫的都是「ok」，從不寫「fix」。它糾正了自己，卻說什麼也沒錯。`,
    },
    says: {
      title: '什麼也不改變的檢查',
      text: '同樣的失誤，換成 R1 式的模型。它也檢查 89 × 4。',
      task: '執行它，讀一讀那次檢查。',
      after: ({ answer }) =>
        `檢查得到 356，答案卻是 <data>${answer}</data>。它說「ok」，然後接著用 366。這些話看起來像檢查，卻什麼也不決定。`,
    },
    anchors: {
      title: '哪一步起了決定作用？',
      text: '改一次只是一個樣本。分析視角對每一步都這樣做：丟掉，重寫很多次，看答案多常跟著變。要緊的步驟就是錨點。',
      task: '在這次執行上開啟分析視角。',
      letters: 'D 是 Kullback-Leibler 散度：這一步不要緊時為 0。',
      readOn: '開啟看錨點的分析視角',
    },
    partly: {
      title: '它說的是真相嗎？部分是',
      text: '有些步驟支撐著答案，有些只是裝飾。在大模型裡，各種任務情況不一（Lanham 等，2023）。暗示把它們引向錯誤答案時，它們會跟著走，給出的理由卻不提暗示（Turpin 等，2023）。思考是證據，不是供詞。',
      task: '自己改一段思考：選一次執行中的一步，改掉它。',
    },
  },
};
