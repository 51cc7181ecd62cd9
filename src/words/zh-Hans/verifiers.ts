import type { Words } from '../rooms.ts';

export const verifiers: Words['verifiers'] = {
  rule: { name: '规则', does: '像证明检查器那样精确检查每一步：全对为 1，否则为 0。', knobs: {} },
  outcome: {
    name: '结果',
    does: '价值头看一次写完的轨迹。',
    knobs: {
      model: { name: '验证模型', does: '读谁的价值头。', paper: '一个单独的、按结果训练的验证器' },
    },
  },
  process: {
    name: '过程',
    does: '每一步之后，价值头说正确答案还有多大可能。',
    knobs: {
      model: { name: '验证模型', does: '读谁的价值头。', paper: '一个单独的、按步骤训练的奖励模型' },
    },
  },
  rollouts: {
    name: '推演',
    does: '从每一步把轨迹续写几次，数一数有多少次结果正确。',
    knobs: {
      rollouts: { name: '推演次数', does: '每一步续写多少次。', paper: '8' },
      estimate: {
        name: '估计',
        does: '软：结果正确的续写所占的份额。硬：有没有一次正确。',
        paper: '训练用硬估计',
        options: {
          soft: { name: '软', does: '结果正确的续写所占的份额。' },
          hard: { name: '硬', does: '有任何一次续写结果正确就是 1。' },
        },
      },
    },
  },
  majority: { name: '多数', does: '有多大份额的轨迹同意这个答案。', knobs: {} },
  generative: { name: '生成式', does: '问模型这对不对，读它说“yes”的概率。', knobs: {} },
  'self-evaluation': {
    name: '自我评估',
    does: '让模型用一个词评价每个状态：sure、likely 或 impossible（肯定、可能、不可能）。',
    knobs: {
      evaluations: { name: '评估次数', does: '每个状态问模型多少次。', paper: '3' },
    },
  },
  oracle: {
    name: '神谕（oracle）',
    does: '它知道答案。不算验证器，而是完美验证器能达到的上限。',
    knobs: {},
  },
};
