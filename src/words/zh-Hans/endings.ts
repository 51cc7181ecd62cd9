import type { Cut, Ended, NoPath } from '#run/no-answer.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const tokens = (count: number) => `${number(count)} 个 token`;

const cutAt: Readonly<Record<Cut['by'], (tokens: string) => string>> = {
  limit: (at) => `在 ${at} 处被截断`,
  budget: (at) => `在 ${at} 处被截断，预算到此用完`,
  context: (at) => `在 ${at} 处被截断，模型最多能容纳这么多`,
};
const cutText = ({ by, tokens: at }: Cut) => cutAt[by](tokens(at));

const ended = (one: Ended, count: string): string => {
  switch (one.kind) {
    case 'cut':
      return `${count}${cutText(one.cut)}`;
    case 'unreadable':
      return `${count}结束了，但没有能读出的答案`;
    case 'stopped':
      return `${count}停止了`;
  }
};

const noPath = {
  unknown: (path: string) => path,
  spent: (path: string, { spent, budget }) =>
    `${path}，预算的 ${tokens(budget)} 已经用了 ${number(spent)} 个`,
  depth: (path: string, { steps }) => `${path}：最多只能走 ${number(steps)} 步`,
  cut: (path: string, { count, byBudget }) =>
    `${path}：${number(count)} 个被截断${byBudget ? '，预算到此用完' : ''}`,
} satisfies {
  readonly [Kind in NoPath['kind']]: (
    path: string,
    because: Extract<NoPath, { readonly kind: Kind }>,
  ) => string;
};

export const endings: Words['endings'] = {
  noAnswer: {
    'small-budget': ({ tokens: budget }) => `${tokens(budget)} 的预算不够写出第一条轨迹`,
    'nothing-drawn': () => '什么也没有抽取',
    'only-cut': (reason) => `${reason.in === 'thought' ? '思考' : '答案'}${cutText(reason.cut)}`,
    'only-unreadable': () => '模型结束了，但没有能读出的答案',
    'only-stopped': () => '模型停止了',
    traces: (reason) =>
      `${number(reason.of)} 条轨迹都没有答案：${reason.ended
        .map((one) => ended(one, reason.ended.length === 1 ? '全部' : `${number(one.count)} 条`))
        .join('，')}`,
    'paths-unreadable': ({ finished }) =>
      finished === 1
        ? '唯一走完的路径没有能读出的答案'
        : `走完的 ${number(finished)} 条路径都没有能读出的答案`,
    'no-path': ({ steps, because }) => {
      if (steps === 1 && because.kind === 'cut')
        return because.byBudget ? '唯一的一步被截断，预算到此用完' : '唯一的一步被截断了';
      const path = steps === 1 ? '唯一的一步没有走完任何路径' : `${number(steps)} 步中没有一步走完一条路径`;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sentence under a kind takes facts of this kind
      const sentence = noPath[because.kind] as (path: string, because: NoPath) => string;
      return sentence(path, because);
    },
  },
  next: {
    limit: '提高 token 上限，或降低思考力度。',
    budget: '提高 token 预算，或少抽取一些。',
    context: '降低思考力度，或换一个能容纳更多的模型。',
    ended: '换一个种子，或让更多轨迹投票。',
    stopped: '再运行一次。',
    depth: '让路径可以走更多步。',
    wider: '换一个种子，或搜索得更宽。',
  },
  cut: cutText,
  cutTraces: (cut) => `${number(cut.of)} 条轨迹中有 ${number(cut.count)} 条${cutText(cut.cut)}`,
};
