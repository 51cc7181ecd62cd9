import type { ChoiceRule } from '#run/events.ts';
import type { Words } from '../rooms.ts';
import { duration, fixed, number, percent } from './format.ts';

function choice(by: ChoiceRule): string {
  switch (by.rule) {
    case 'only-trace':
      return '唯一的軌跡';
    case 'majority':
      return by.of === 1 ? '唯一的一票' : `${number(by.of)} 票中的 ${number(by.votes)} 票`;
    case 'majority-tie-first':
      return `${number(by.of)} 票中的 ${number(by.votes)} 票：${number(by.tied.length)} 個答案平手，取最先的軌跡`;
    case 'best-score':
      return `得分最高，${fixed(by.score, 2)}`;
    case 'weighted-vote':
      return `得分總和 ${fixed(by.total, 2)} 中的 ${fixed(by.weight, 2)}`;
    case 'last-round':
      return `經過 ${number(by.round)} 次「Wait」`;
    case 'decided-early':
      return `${number(by.of)} 票中的 ${number(by.votes)} 票，沒抽滿 ${number(by.limit)} 票就定了`;
    case 'best-node':
      return `最好的節點，${fixed(by.score, 2)}`;
    case 'most-visited':
      return `造訪最多的節點，${number(by.visits)} 次`;
    case 'confirmed-answer':
      return by.found === by.confirmed && by.confirmed === by.ofConfirmed
        ? `找到 ${number(by.found)} 次，每次都得到確認`
        : `找到 ${number(by.found)} 次，其中 ${number(by.confirmed)} 次得到確認（總共確認 ${number(by.ofConfirmed)} 次）`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? '唯一找到的答案'
        : `${number(by.of)} 次中找到 ${number(by.found)} 次；${by.because === 'unchecked' ? '沒有剩餘的 token 來複核' : '沒有一次得到確認'}`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `獎勵 ${fixed(by.reward, 2)}；沒有剩餘的 token 來複核`
        : `${percent(by.agreement)} 的二次取樣一致`;
    case 'no-answer':
      return '沒有答案';
  }
}

export const result: Words['result'] = {
  title: '結果',
  notAtEnd: '這一步的狀態',
  choice,
  numbers: '數字：',
  tokens: 'token',
  cached: '快取',
  speed: 'token/秒',
  perSecond: (tokens) => (tokens < 10 ? fixed(tokens, 1) : number(tokens)),
  count: (tokens) => number(tokens),
  time: '時間',
  seconds: (seconds) => duration(seconds, ['秒', '分鐘', '小時']),
  percent: (share) => percent(share),
  noReference: '沒有參考答案',
  noReferenceHelp: '沒有給出正確答案，所以這個答案無法評分。',
  nothingToCompare: '沒有可以對照的',
  loading: '正在載入模型',
  none: '還沒有結果',
  notFound: '沒有找到答案',
  leading: '領先：<answer>…</answer> · <count>…</count>',
  of: (votes, all) => `${number(all)} 票中的 ${number(votes)} 票`,
  answering: '作答中',
  thinking: '思考中',
  brokeOff: '在這裡中斷了',
  cancelled: '已取消；到那時為止發生的都保留著',
  failed: (why) => `失敗：${why}`,
  noAnswer: (why) => `沒有答案：${why}。`,
  noAnswerFound: '沒有找到答案。',
  aloud: {
    cancelled: '執行已取消。',
    failed: (why) => `執行失敗。${why}`,
    none: (why, next) => `執行結束。${why}${next}`,
    answer: ({ answer, verdict, tokens }) =>
      `執行結束。答案 ${answer}，${verdict}。${number(tokens)} 個 token。`,
  },
  line: {
    edited: (strategy) => `從修改過的想法開始：${strategy}`,
    judgedBy: (model, judge) => `${model}，由 ${judge} 評判`,
    short: ({ strategy, model, seed }) => `${strategy} · ${model} · 種子 ${seed}`,
    whole: ({ strategy, model, temperature, seed }) =>
      `${strategy} · ${model} · 溫度 ${temperature} · 種子 ${seed}`,
  },
};
