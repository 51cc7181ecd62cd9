import type { Words } from '../rooms.ts';

export const topicWords: Words['topicWords'] = {
  names: {
    'one-chain': '一条思维链',
    voting: '投票',
    judging: '评判',
    searching: '搜索',
    'thinking-longer': '想得更久',
    training: '训练',
  },
  ideas: {
    'one-chain': '先写下步骤再作答的模型，比必须马上作答的模型有更多依据。',
    voting: '失误每次不同，正确答案每次相同：让许多次尝试来投票。',
    judging: '验证器给尝试或步骤打分，好在许多错的当中找到对的那一个。',
    searching: '一步一步地想，留下有希望的，丢掉其余的：用树代替链。',
    'thinking-longer': '被要求“Wait”的模型会检查写过的内容，再从头开始。',
    training: '模型是怎样学会思考的：答对得到奖励，或模仿自己最好的尝试。',
  },
};
