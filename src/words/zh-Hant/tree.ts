import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

const statuses = { live: '', kept: '留下', pruned: '被剪掉' };
const outcomes = { right: '正確', wrong: '錯誤' };

/** A number of another program, which may be small. */
const logged = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-6 ? String(value) : number(value, 6);

export const tree: Words['tree'] = {
  picture: '搜尋樹的圖。方向鍵在節點之間移動，Enter 收合一個節點或開啟一條柱。',
  outline: '搜尋樹',
  start: '起點',
  node: (node) => `節點 ${node}`,
  noAnswer: '沒有答案',
  hidden: (nodes) => `+${number(nodes)}`,
  bar: ({ count, values }) =>
    `再顯示 ${number(count)} 個節點${
      values === null
        ? '，未估值'
        : values.logged
          ? ''
          : values.low === values.high
            ? `，價值 ${fixed(values.low, 2)}`
            : `，價值 ${fixed(values.low, 2)} 到 ${fixed(values.high, 2)}`
    }`,
  overview: (nodes) => `全部 ${number(nodes)} 個節點的概覽。方向鍵在裡面移動，點選就到那裡。`,
  overviewHelp: '整棵樹：每個節點一條，每一步一列；長度和顏色表示價值。方框是你看到的部分；點一下就到那裡',
  drawn: ({ drawn, all }) => `抽取了 ${number(all)} 個下一步中的 ${number(drawn)} 個`,
  drawing: '抽取的下一步',
  times: (count) => `×${number(count)}`,
  otherSteps: (steps) => `還有 ${number(steps)} 個步驟`,
  falseByRule: { 'not-so': '按規則是錯的', 'not-there': '用了手邊沒有的數', 'other-left': '剩下的數寫錯了' },
  acted: (action, text) => (text === '' ? action : `${action}：${text}`),
  actions: { rest: '餘下', 'sub-question': '提問', 're-answer': '重答', rephrase: '換說法' },
  asked: (question) => `問題 ${number(question)}`,
  decimal: (value) => fixed(value, 2),
  logged,
  inLog: (value) => `日誌中為 ${logged(value)}`,
  value: (value) => `價值 ${fixed(value, 2)}`,
  score: (score) => `得分 ${fixed(score, 2)}`,
  notJudged: '未評判',
  spoken: ({ name, depth, answer, outcome, valued, visits, cutOff, status }) =>
    [
      name,
      depth === 0 ? '提示，還沒有任何步驟' : `第 ${number(depth)} 步`,
      answer === null ? '' : `答案 ${answer}`,
      outcome === null ? '' : outcomes[outcome],
      valued ?? '',
      visits === 0 ? '' : `造訪 ${number(visits)} 次`,
      cutOff ? '被截斷' : '',
      statuses[status],
    ]
      .filter((part) => part !== '')
      .join('，'),
  tip: {
    answer: (answer) => `答案 <answer>${answer}</answer>`,
    notValued: '還沒有估值',
    visits: (visits) => `造訪 ${number(visits)}`,
    prior: (prior) => `先驗 ${fixed(prior, 2)}`,
    pruned: '被剪掉',
  },
  legend: {
    label: '樹的圖例',
    tick: (value) => number(value),
    value: '價值',
    score: '得分',
    logged: '日誌中的數字',
    lowest: '最低',
    highest: '最高',
    visits: '造訪',
    right: '正確',
    wrong: '錯誤',
    pruned: '剪掉',
    cutOff: '截斷',
    more: '更多節點',
    strip: '概覽：每個節點一條；方框是你看到的部分',
  },
};
