import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonChainOfThought: Words['lessonChainOfThought'] = {
  pages: {
    direct: {
      title: '不思考',
      text: '用 4、9、10 和 13 得到 24。模型必須馬上寫出算式，一個 token 一個 token 地寫，除了這幾個數沒有別的可讀。',
      task: '執行它。',
      after: ({ answer, tokens }) => `用了 ${number(tokens)} 個 token，得到 <data>${answer}</data>，是錯的。`,
    },
    thinking: {
      title: '先寫步驟',
      text: '現在同一個模型可以寫中間結果。每個結果只算一次，後面的所有 token 都能讀到。答案根據問題和思考來抽取。',
      guess: { asks: '這樣夠了嗎？', options: { right: '夠了', wrong: '不夠' } },
      setups: { direct: '馬上作答', chain: '先思考' },
      task: '選「先思考」，然後執行。',
      after: ({ answer, thought }) =>
        `思考了 ${number(thought)} 個 token，然後是 <data>${answer}</data>：對了。`,
      letters: '先有關於題目 x 的思考 z，再根據兩者寫出答案 y。',
    },
    examples: {
      title: '從例題學',
      text: '零樣本：只有問題。少樣本：前面有幾道解好的題，模型照著它們的方式寫下去。大模型不用訓練就會；這一個是學會的。',
      setups: { zero: '零樣本', few: '少樣本' },
      task: '選少樣本，然後執行。',
      after: ({ answer }) =>
        `有例題時它說 <data>${answer}</data>，是對的；沒有例題，它失誤了。在別的題上，例題會誤導：一道題證明不了什麼。`,
    },
    weak: {
      title: '弱的模型',
      text: '這個基礎模型能背出小的乘積，卻幾乎沒見過怎樣思考。思維鏈喚起已有的能力，不會造出能力。',
      guess: {
        asks: '馬上作答，它在這裡是對的。可以思考時呢？',
        options: { right: '還是對', wrong: '錯' },
      },
      setups: { direct: '馬上作答', chain: '可以思考' },
      task: '讓它思考，然後執行。',
      after: ({ answer, thought }) =>
        `它可以思考，思考了 ${number(thought)} 個 token，答案 <data>${answer}</data> 卻是錯的。單單請它思考，反而變差了。`,
    },
    often: {
      title: '它總是這樣嗎？',
      text: '一道題證明不了什麼。那就問這個基礎模型 300 道保留測試題：直接回答，以及允許思考。Wei（2022）看到小模型會變差。',
      guess: {
        asks: '允許思考時，它解出的題……',
        options: { worse: '更少', same: '差不多', better: '更多' },
      },
      task: '先猜，再看測量的結果。',
      after:
        '差不多：有的題做對了，有的題做錯了。就算允許思考，它也幾乎不想，所以也沒什麼能損害它。思考要先學會，才談得上有用或有害。',
      readOn: '在實驗室裡看每一道題',
    },
    trained: {
      title: '學會思考',
      text: '同一個基礎模型，在解好的題上微調之後：監督式的思維鏈。R1 和它的蒸餾模型就是這樣學會的，或只靠獎勵學會。',
      setups: { base: '基礎模型', taught: '微調之後' },
      task: '選微調之後的模型，然後執行。',
      after: ({ answer, thought }) => `思考了 ${number(thought)} 個 token，<data>${answer}</data> 是對的。`,
    },
    measured: {
      title: '不是一道，而是許多道',
      text: '保留測試題，同一個模型，同樣的種子：一種馬上作答，一種先思考。橫線是 95% 信賴區間。',
      task: '看測量的結果。',
      readOn: '每一道題，在實驗室裡',
    },
  },
};
