import type { Words } from '../rooms.ts';

export const knobs: Words['knobs'] = {
  effort: {
    name: '思考力度',
    does: '低：只试一次，尽量短。高：试几次，中间有“Wait”或检查。',
    options: {
      low: { name: '低', does: '只试一次，尽量短。' },
      high: { name: '高', does: '试几次，中间有“Wait”或检查。' },
    },
  },
  samples: { name: '样本数', does: '抽取多少条轨迹。' },
  verifier: { name: '验证器', does: '由谁给轨迹和步骤打分。' },
  aggregation: {
    name: '合成方式',
    does: '怎样把各步的得分合成轨迹的一个得分。',
    idle: '这个验证器给整条轨迹一个得分。',
    options: {
      last: { name: '最后一步', does: '最后一步的得分：验证器怎么看轨迹走到的地方。' },
      min: { name: '最低', does: '最弱一步的得分：链条的强度取决于最弱的一环。' },
      prod: { name: '连乘', does: '所有步骤得分相乘：假如各步独立，就是每一步都对的概率。' },
      mean: { name: '平均', does: '各步得分的平均。' },
    },
  },
  choose: {
    name: '选择方式',
    does: '最佳轨迹的答案，或得分总和最高的答案。',
    options: {
      best: { name: '最佳轨迹', does: '得分最高的轨迹的答案。' },
      'weighted-vote': { name: '加权投票', does: '轨迹得分总和最高的答案。' },
    },
  },
  expansion: { name: '扩展', does: '从每一个抽取多少个下一步。' },
  maxSteps: { name: '步数上限', does: '走了这么多步的轨迹会被截断。' },
  exploration: { name: '探索', does: '探索常数：没试过的步骤算多少分量。' },
  parallel: { name: '并排数', does: '同时进行多少个。' },
  threshold: { name: '阈值', does: '得分低于它的不再继续。' },
  temperature: {
    name: '温度',
    does: '0 总是取概率最大的 token；越高越愿意冒险。',
    paper: '投票用 0.5 到 0.7',
  },
  topK: { name: 'Top-k', does: '只能抽取概率最大的 k 个 token；0 表示全部。', paper: '10' },
  topP: { name: 'Top-p', does: '只能抽取概率加起来达到 p 的最大几个 token；1 表示全部。', paper: '0.95' },
  minP: {
    name: 'Min-p',
    does: '概率低于最大者的这个份额的 token 永不抽取；0 表示全部。',
    paper: '0.05 到 0.1',
  },
  maxTokens: { name: 'token 上限', does: '写了这么多 token 的轨迹会被截断。' },
  seed: { name: '种子', does: '随机种子：同样的种子得到同样的运行。' },
  budget: { name: 'token 预算', does: '整次运行最多可以抽取这么多 token；0 表示不限。' },
};

export const knobNotes: Words['knobNotes'] = {
  paper: ({ value, authors }) => `论文：${value}（${authors}）。`,
  blank: '不能为空：至少写一个字或符号，例如“Wait”',
  idle: '按其他设置，这里改了也没有区别。',
  itself: { name: '模型自己', does: '同一个模型，重新抽取：它只会怀疑自己不会再写一次的东西。' },
  ownHead: { name: '模型自己的价值头', does: '模型用训练时带上的价值头给自己的想法估价。' },
};
