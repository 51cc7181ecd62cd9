import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const questionForm: Words['questionForm'] = {
  text: '文字题',
  count: (length, most) => `${number(length)} / ${number(most)} 个字符`,
  answer: '正确答案',
  answerHelp: '如果你知道就填上。只用来判分：模型看不到它。',
  answerUnread: '这里读不出任何东西，所以没有答案会算作正确。',
  readAs: {
    number: '读作数 <answer>it</answer>',
    letter: '读作字母 <answer>it</answer>',
    expression: '读作表达式 <answer>it</answer>',
    both: '读作两个值 <answer>it</answer>',
    quantity: '读作带单位的量 <answer>it</answer>',
    numeral: '读作数字写法 <answer>it</answer>',
    group: '读作按此顺序的值：<answer>it</answer>',
    list: '读作不分顺序的值：<answer>it</answer>',
    sets: '读作集合 <answer>it</answer>',
    matrix: '读作矩阵 <answer>it</answer>',
    relation: '读作命题 <answer>it</answer>',
    ratio: '读作比 <answer>it</answer>',
    words: '读作词语 <answer>it</answer>',
    dots: '读作点 <answer>it</answer>',
    interval: '读作区间 <answer>it</answer>',
    time: '读作时间 <answer>it</answer>',
    text: '读作逐字比较的文本：<answer>it</answer>',
  },
  embeddedCannot: '随页面附带的模型读不懂句子。',
  seeModels: '查看模型',
  chooseModel: '选一个能读的模型',
};
