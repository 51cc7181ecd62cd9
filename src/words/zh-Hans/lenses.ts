import type { Words } from '../rooms.ts';

/** The index of the lenses. What one of them says stands in a room of its own. */
export const lensWords: Words['lensWords'] = {
  title: '分析视角',
  intro: '分析视角取来“试玩”里的一次运行，显示其中的数是怎么来的，旁边附上公式。',
  all: '全部分析视角',
  closer: '在实验室里细看',
  names: {
    grpo: '一条轨迹在组里值多少',
    shepherd: '思考在哪里走错',
    anchors: '哪一步决定了答案',
  },
  ideas: {
    grpo: '同一道题的许多轨迹组成一组：按规则给出的奖励、优势，以及 GRPO 会把每个 token 往上推还是往下推。',
    shepherd: '从一条轨迹的每一步做推演：得到 Math-Shepherd 用来学习的标签，旁边是价值头的说法。',
    anchors: '轨迹的每一步都重新抽取很多次：答案变化有多大，就说明答案有多依赖这一步。',
  },
  sources: {
    grpo: 'DeepSeekMath，arXiv 2402.03300',
    shepherd: 'Math-Shepherd，arXiv 2312.08935',
    anchors: 'Thought Anchors，arXiv 2506.19143',
  },
  nothing: '还没有选任何东西。先在<play>试玩</play>里运行一次，再回到这里：分析视角看的就是那次运行。',
};
