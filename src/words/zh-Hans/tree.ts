import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

const statuses = { live: '', kept: '留下', pruned: '被剪掉' };
const outcomes = { right: '正确', wrong: '错误' };

/** A number of another program, which may be small. */
const logged = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-6 ? String(value) : number(value, 6);

export const tree: Words['tree'] = {
  picture: '搜索树的图。方向键在节点之间移动，Enter 折叠一个节点或打开一条柱。',
  outline: '搜索树',
  start: '起点',
  node: (node) => `节点 ${node}`,
  noAnswer: '没有答案',
  hidden: (nodes) => `+${number(nodes)}`,
  bar: ({ count, values }) =>
    `再显示 ${number(count)} 个节点${
      values === null
        ? '，未估价'
        : values.logged
          ? ''
          : values.low === values.high
            ? `，价值 ${fixed(values.low, 2)}`
            : `，价值 ${fixed(values.low, 2)} 到 ${fixed(values.high, 2)}`
    }`,
  overview: (nodes) => `全部 ${number(nodes)} 个节点的概览。方向键在里面移动，点击就到那里。`,
  overviewHelp: '整棵树：每个节点一条，每一步一列；长度和颜色表示价值。方框是你看到的部分；点一下就到那里',
  drawn: ({ drawn, all }) => `抽取了 ${number(all)} 个下一步中的 ${number(drawn)} 个`,
  drawing: '抽取的下一步',
  times: (count) => `×${number(count)}`,
  otherSteps: (steps) => `还有 ${number(steps)} 个步骤`,
  falseByRule: { 'not-so': '按规则是错的', 'not-there': '用了手头没有的数', 'other-left': '剩下的数写错了' },
  acted: (action, text) => (text === '' ? action : `${action}：${text}`),
  actions: { rest: '余下', 'sub-question': '提问', 're-answer': '重答', rephrase: '换说法' },
  asked: (question) => `问题 ${number(question)}`,
  decimal: (value) => fixed(value, 2),
  logged,
  inLog: (value) => `日志中为 ${logged(value)}`,
  value: (value) => `价值 ${fixed(value, 2)}`,
  score: (score) => `得分 ${fixed(score, 2)}`,
  notJudged: '未评判',
  spoken: ({ name, depth, answer, outcome, valued, visits, cutOff, status }) =>
    [
      name,
      depth === 0 ? '提示，还没有任何步骤' : `第 ${number(depth)} 步`,
      answer === null ? '' : `答案 ${answer}`,
      outcome === null ? '' : outcomes[outcome],
      valued ?? '',
      visits === 0 ? '' : `访问 ${number(visits)} 次`,
      cutOff ? '被截断' : '',
      statuses[status],
    ]
      .filter((part) => part !== '')
      .join('，'),
  tip: {
    answer: (answer) => `答案 <answer>${answer}</answer>`,
    notValued: '还没有估价',
    visits: (visits) => `访问 ${number(visits)}`,
    prior: (prior) => `先验 ${fixed(prior, 2)}`,
    pruned: '被剪掉',
  },
  legend: {
    label: '树的图例',
    tick: (value) => number(value),
    value: '价值',
    score: '得分',
    logged: '日志中的数字',
    lowest: '最低',
    highest: '最高',
    visits: '访问',
    right: '正确',
    wrong: '错误',
    pruned: '剪掉',
    cutOff: '截断',
    more: '更多节点',
    strip: '概览：每个节点一条；方框是你看到的部分',
  },
};
