import type { ChoiceRule } from '#run/events.ts';
import type { Words } from '../rooms.ts';
import { duration, fixed, number, percent } from './format.ts';

function choice(by: ChoiceRule): string {
  switch (by.rule) {
    case 'only-trace':
      return '唯一的轨迹';
    case 'majority':
      return by.of === 1 ? '唯一的一票' : `${number(by.of)} 票中的 ${number(by.votes)} 票`;
    case 'majority-tie-first':
      return `${number(by.of)} 票中的 ${number(by.votes)} 票：${number(by.tied.length)} 个答案平票，取最先的轨迹`;
    case 'best-score':
      return `得分最高，${fixed(by.score, 2)}`;
    case 'weighted-vote':
      return `得分总和 ${fixed(by.total, 2)} 中的 ${fixed(by.weight, 2)}`;
    case 'last-round':
      return `经过 ${number(by.round)} 次“Wait”`;
    case 'decided-early':
      return `${number(by.of)} 票中的 ${number(by.votes)} 票，没抽满 ${number(by.limit)} 票就定了`;
    case 'best-node':
      return `最好的节点，${fixed(by.score, 2)}`;
    case 'most-visited':
      return `访问最多的节点，${number(by.visits)} 次`;
    case 'confirmed-answer':
      return by.found === by.confirmed && by.confirmed === by.ofConfirmed
        ? `找到 ${number(by.found)} 次，每次都得到确认`
        : `找到 ${number(by.found)} 次，其中 ${number(by.confirmed)} 次得到确认（总共确认 ${number(by.ofConfirmed)} 次）`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? '唯一找到的答案'
        : `${number(by.of)} 次中找到 ${number(by.found)} 次；${by.because === 'unchecked' ? '没有剩余的 token 来复核' : '没有一次得到确认'}`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `奖励 ${fixed(by.reward, 2)}；没有剩余的 token 来复核`
        : `${percent(by.agreement)} 的二次采样一致`;
    case 'no-answer':
      return '没有答案';
  }
}

export const result: Words['result'] = {
  title: '结果',
  notAtEnd: '这一步的状态',
  choice,
  numbers: '数字：',
  tokens: 'token',
  cached: '缓存',
  speed: 'token/秒',
  perSecond: (tokens) => (tokens < 10 ? fixed(tokens, 1) : number(tokens)),
  count: (tokens) => number(tokens),
  time: '时间',
  seconds: (seconds) => duration(seconds, ['秒', '分钟', '小时']),
  percent: (share) => percent(share),
  noReference: '没有参考答案',
  noReferenceHelp: '没有给出正确答案，所以这个答案无法判分。',
  nothingToCompare: '没有可以对照的',
  loading: '正在加载模型',
  none: '还没有结果',
  notFound: '没有找到答案',
  leading: '领先：<answer>…</answer> · <count>…</count>',
  of: (votes, all) => `${number(all)} 票中的 ${number(votes)} 票`,
  answering: '作答中',
  thinking: '思考中',
  brokeOff: '在这里中断了',
  cancelled: '已取消；到那时为止发生的都保留着',
  failed: (why) => `失败：${why}`,
  noAnswer: (why) => `没有答案：${why}。`,
  noAnswerFound: '没有找到答案。',
  aloud: {
    cancelled: '运行已取消。',
    failed: (why) => `运行失败。${why}`,
    none: (why, next) => `运行结束。${why}${next}`,
    answer: ({ answer, verdict, tokens }) =>
      `运行结束。答案 ${answer}，${verdict}。${number(tokens)} 个 token。`,
  },
  line: {
    edited: (strategy) => `从修改过的想法开始：${strategy}`,
    judgedBy: (model, judge) => `${model}，由 ${judge} 评判`,
    short: ({ strategy, model, seed }) => `${strategy} · ${model} · 种子 ${seed}`,
    whole: ({ strategy, model, temperature, seed }) =>
      `${strategy} · ${model} · 温度 ${temperature} · 种子 ${seed}`,
  },
};
