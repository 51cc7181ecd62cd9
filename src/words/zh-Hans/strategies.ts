import type { Words } from '../rooms.ts';
import { number } from './format.ts';
import { searches } from './searches.ts';

export const strategies: Words['strategies'] = {
  direct: { name: '直接作答', does: '模型不思考，马上作答。', knobs: {} },
  'chain-of-thought': {
    name: '思维链',
    does: '模型先写下步骤，再作答。',
    brief: ({ effort }) => (effort === 'low' ? '思维链，低思考力度' : '思维链，高思考力度'),
    knobs: {},
  },
  'few-shot': {
    name: '少样本思维链',
    does: '模型在题目之前先看几道带解答的例题。',
    brief: ({ shots }) => `少样本，${number(shots)} 道例题`,
    knobs: {
      shots: {
        name: '例题',
        does: '题目之前放几道例题。随页面附带的模型最多学过读三道。',
        paper: '8',
      },
    },
  },
  'self-consistency': {
    name: '自洽性投票',
    does: '写很多条思维链；多数得到的答案获胜。',
    brief: ({ samples, effort }) =>
      `自洽性投票，${number(samples)} 条轨迹，${effort === 'low' ? '低' : '高'}思考力度`,
    knobs: { samples: { does: '抽取多少条轨迹来投票。', paper: '40' } },
  },
  'adaptive-consistency': {
    name: '自适应投票',
    does: '投票一有定论就不再抽取轨迹。',
    knobs: {
      samples: { name: '样本上限', does: '如果投票一直没有定论，最多抽取多少条轨迹。', paper: '40' },
      batch: { name: '批量', does: '每抽取多少条轨迹看一次票。', paper: '1' },
      stop: {
        name: '何时停止',
        does: '投票在什么时候算有定论。',
        paper: '有把握',
        options: {
          certain: { name: '确定', does: '剩下的样本无论怎样都改变不了胜者时。' },
          confident: { name: '有把握', does: '胜者以指定的概率领先时。' },
        },
      },
      confidence: {
        name: '把握',
        does: '提前停止所需的把握。',
        paper: '0.95',
        idle: '只在有把握就停止的投票里有用。',
      },
    },
  },
  'best-of-n': {
    name: 'N 选最佳（best-of-N）',
    does: '写很多条思维链；验证器给它们打分，最好的获胜。',
    knobs: {
      samples: { does: '抽取多少条轨迹来打分。', paper: '100' },
      aggregation: { paper: '连乘' },
      choose: { paper: '加权投票' },
    },
  },
  'budget-forcing': {
    name: '预算强制',
    does: '模型要停止思考时，去掉结束标记，换成“Wait”。',
    knobs: {
      waits: { name: '“Wait”次数', does: '去掉多少次思考的结束标记。', paper: '2 到 6' },
      word: {
        name: '用词',
        does: '用什么代替结束标记。',
        paper: 'Wait',
        idle: '只在至少去掉一次结束标记时有用。',
      },
      thinkingTokens: { name: '思考 token 上限', does: '思考写到这么多 token 就结束。', paper: '32,000' },
    },
  },
  revision: {
    name: '顺序修订',
    does: '模型看到自己之前的尝试，再试一次，几条链并排进行。',
    knobs: {
      parallel: { name: '链数', does: '并排进行多少条尝试的链。' },
      rounds: { name: '尝试次数', does: '每条链尝试多少次，包括第一次。', paper: '4 次及以上' },
      aggregation: { does: '怎样把一次尝试各步的得分合成一个。', paper: '最后一步' },
    },
  },
  'step-verification': {
    name: '逐步验证',
    does: '只有验证器通过的步骤才保留；否则重新抽取。',
    knobs: {
      threshold: { does: '一个步骤要达到多少分才保留。' },
      retries: { name: '重试次数', does: '整条轨迹里，没通过的步骤一共可以再抽取多少次。' },
    },
  },
  ...searches,
  'compute-optimal': {
    name: '计算最优',
    does: '先用几个样本看题目有多难，再相应地花 token。',
    knobs: {
      probe: { name: '试探', does: '用多少个样本看题目有多难。', paper: '2,048' },
      tokens: { name: '可花的 token', does: '一共可以花多少 token，包括试探。' },
    },
  },
};

export const strategyGroupNames: Words['strategyGroupNames'] = {
  'one-trace': '一条轨迹',
  'many-traces': '多条轨迹',
  'thinking-longer': '想得更久',
  search: '搜索',
  'by-difficulty': '按难度',
};
