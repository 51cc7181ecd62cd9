import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const questionForm: Words['questionForm'] = {
  text: '文字題',
  count: (length, most) => `${number(length)} / ${number(most)} 個字元`,
  answer: '正確答案',
  answerHelp: '如果你知道就填上。只用來評分：模型看不到它。',
  answerUnread: '這裡讀不出任何東西，所以沒有答案會算作正確。',
  readAs: {
    number: '讀作數 <answer>it</answer>',
    letter: '讀作字母 <answer>it</answer>',
    expression: '讀作運算式 <answer>it</answer>',
    both: '讀作兩個值 <answer>it</answer>',
    quantity: '讀作帶單位的量 <answer>it</answer>',
    numeral: '讀作數字寫法 <answer>it</answer>',
    group: '讀作按此順序的值：<answer>it</answer>',
    list: '讀作不分順序的值：<answer>it</answer>',
    sets: '讀作集合 <answer>it</answer>',
    matrix: '讀作矩陣 <answer>it</answer>',
    relation: '讀作命題 <answer>it</answer>',
    ratio: '讀作比 <answer>it</answer>',
    words: '讀作詞語 <answer>it</answer>',
    dots: '讀作點 <answer>it</answer>',
    interval: '讀作區間 <answer>it</answer>',
    time: '讀作時間 <answer>it</answer>',
    text: '讀作逐字比較的文字：<answer>it</answer>',
  },
  embeddedCannot: '隨頁面附帶的模型讀不懂句子。',
  seeModels: '檢視模型',
  chooseModel: '選一個能讀的模型',
};
