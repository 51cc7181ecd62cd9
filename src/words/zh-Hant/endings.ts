import type { Cut, Ended, NoPath } from '#run/no-answer.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const tokens = (count: number) => `${number(count)} 個 token`;

const cutAt: Readonly<Record<Cut['by'], (tokens: string) => string>> = {
  limit: (at) => `在 ${at} 處被截斷`,
  budget: (at) => `在 ${at} 處被截斷，預算到此用完`,
  context: (at) => `在 ${at} 處被截斷，模型最多能容納這麼多`,
};
const cutText = ({ by, tokens: at }: Cut) => cutAt[by](tokens(at));

const ended = (one: Ended, count: string): string => {
  switch (one.kind) {
    case 'cut':
      return `${count}${cutText(one.cut)}`;
    case 'unreadable':
      return `${count}結束了，但沒有能讀出的答案`;
    case 'stopped':
      return `${count}停止了`;
  }
};

const noPath = {
  unknown: (path: string) => path,
  spent: (path: string, { spent, budget }) =>
    `${path}，預算的 ${tokens(budget)} 已經用了 ${number(spent)} 個`,
  depth: (path: string, { steps }) => `${path}：最多只能走 ${number(steps)} 步`,
  cut: (path: string, { count, byBudget }) =>
    `${path}：${number(count)} 個被截斷${byBudget ? '，預算到此用完' : ''}`,
} satisfies {
  readonly [Kind in NoPath['kind']]: (
    path: string,
    because: Extract<NoPath, { readonly kind: Kind }>,
  ) => string;
};

export const endings: Words['endings'] = {
  noAnswer: {
    'small-budget': ({ tokens: budget }) => `${tokens(budget)} 的預算不夠寫出第一條軌跡`,
    'nothing-drawn': () => '什麼也沒有抽取',
    'only-cut': (reason) => `${reason.in === 'thought' ? '思考' : '答案'}${cutText(reason.cut)}`,
    'only-unreadable': () => '模型結束了，但沒有能讀出的答案',
    'only-stopped': () => '模型停止了',
    traces: (reason) =>
      `${number(reason.of)} 條軌跡都沒有答案：${reason.ended
        .map((one) => ended(one, reason.ended.length === 1 ? '全部' : `${number(one.count)} 條`))
        .join('，')}`,
    'paths-unreadable': ({ finished }) =>
      finished === 1
        ? '唯一走完的路徑沒有能讀出的答案'
        : `走完的 ${number(finished)} 條路徑都沒有能讀出的答案`,
    'no-path': ({ steps, because }) => {
      if (steps === 1 && because.kind === 'cut')
        return because.byBudget ? '唯一的一步被截斷，預算到此用完' : '唯一的一步被截斷了';
      const path = steps === 1 ? '唯一的一步沒有走完任何路徑' : `${number(steps)} 步中沒有一步走完一條路徑`;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sentence under a kind takes facts of this kind
      const sentence = noPath[because.kind] as (path: string, because: NoPath) => string;
      return sentence(path, because);
    },
  },
  next: {
    limit: '提高 token 上限，或降低思考力度。',
    budget: '提高 token 預算，或少抽取一些。',
    context: '降低思考力度，或換一個能容納更多的模型。',
    ended: '換一個種子，或讓更多軌跡投票。',
    stopped: '再執行一次。',
    depth: '讓路徑可以走更多步。',
    wider: '換一個種子，或搜尋得更寬。',
  },
  cut: cutText,
  cutTraces: (cut) => `${number(cut.of)} 條軌跡中有 ${number(cut.count)} 條${cutText(cut.cut)}`,
};
