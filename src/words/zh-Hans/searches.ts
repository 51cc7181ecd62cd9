import type { Words } from '../rooms.ts';

const authors = '论文作者的代码中';
const byFrequency = '然后按答案被找到的次数来选。';

/** The words of the strategies that search a tree: a part of the room `strategies`. */
export const searches: Pick<Words['strategies'], 'beam-search' | 'tree-of-thoughts' | 'mcts' | 'rstar'> = {
  'beam-search': {
    name: '束搜索',
    brief: ({ variant }) => (variant === 'dvts' ? '束搜索，多样（DVTS）' : '束搜索'),
    does: '验证器给每一步打分；只有最有希望的开头继续写下去。',
    knobs: {
      variant: {
        name: '形式',
        does: '共享名额的一个束，或互不相干的子树。',
        options: {
          beam: { name: '束', does: '所有步骤里最好的继续，不管来自哪里。' },
          dvts: { name: '多样（DVTS）', does: '互不相干的子树，各自用自己最好的一步继续。' },
        },
      },
      width: { name: '宽度', does: '每一轮之后有多少个开头继续。', paper: '4' },
      expansion: { does: '从每个束抽取多少个下一步。', paper: '4' },
      lookahead: { name: '前瞻', does: '给一步打分之前，先往后试写多少步。', paper: '1 到 3' },
      maxSteps: { paper: '40' },
      aggregation: { does: '怎样把各步的得分合成束的一个得分。', paper: '最后一步' },
      choose: { does: '最好的写完的束的答案，或得分总和最高的答案。', paper: '加权投票' },
    },
  },
  'tree-of-thoughts': {
    name: '思维树',
    does: '提出想法、估价，再一层一层地走下去，或一个一个地走，走不通就退回。',
    knobs: {
      search: {
        name: '搜索方式',
        does: '一层一层地走，或一次走一条路径、走不通就退回。',
        paper: '24 点用广度优先',
        options: {
          bfs: { name: '广度优先', does: '一层一层地走，每层留下最好的状态。' },
          dfs: { name: '深度优先', does: '先走最好的想法，没有希望就退回。' },
        },
      },
      generate: {
        name: '想法的来源',
        does: '各自独立抽取，或一直抽取到互不相同。',
        paper: '24 点用提议',
        options: {
          sample: { name: '采样', does: '各自独立抽取；相同的算一个。' },
          propose: { name: '提议', does: '一直抽取，直到有这么多个不同的。' },
        },
      },
      thoughts: { name: '想法数', does: '从每个状态得到多少个下一步想法。' },
      breadth: {
        name: '广度',
        does: '每一层之后留下多少个状态。',
        paper: '5',
        idle: '只在一层一层的搜索里有用。',
      },
      threshold: { does: '估价低于它的状态不再走下去。', idle: '只在会退回的搜索里有用。' },
      maxVisits: {
        name: '访问上限',
        does: '搜索访问这么多个状态后结束。',
        paper: '100',
        idle: '只在会退回的搜索里有用。',
      },
      evaluate: {
        name: '评估方式',
        does: '每个想法单独评估，或所有想法互相比较。',
        paper: '24 点用估价',
        options: {
          value: { name: '估价', does: '每个想法看自己的得分。' },
          vote: { name: '投票', does: '投票者按得分选出最有希望的想法。' },
        },
      },
      choose: { does: '最好的写完的轨迹的答案，或得分总和最高的答案。' },
    },
  },
  mcts: {
    name: '蒙特卡洛树搜索',
    does: '模拟走向价值与探索之和最高的地方，再把找到的带回来。',
    knobs: {
      simulations: { name: '模拟次数', does: '搜索从树根往下走多少次。', paper: '800' },
      exploration: {
        name: '探索常数 c',
        does: '在先验、访问少与价值之间权衡：Q + c · P · √N / (1 + n)。',
        paper: '1.25，作者的伪代码中',
      },
      prior: {
        name: '先验',
        does: '尝试一步之前，策略模型怎么看它。',
        paper: '每个 token',
        options: {
          'per-token': {
            name: '每个 token',
            does: '策略模型给这一步的概率，按每个 token 平均：长的步骤不会被饿死。',
          },
          sum: { name: '整个步骤', does: '策略模型给整个步骤的概率：越长越小。' },
          draws: { name: '抽取份额', does: '抽取中有多少次写出了这一步。' },
          uniform: { name: '均匀', does: '所有子节点都一样，不管策略模型怎么说。' },
        },
      },
      expansion: { does: '节点第一次被走到时有多少个子节点。', paper: '全部走法' },
      evaluation: {
        name: '叶节点价值',
        does: '新的叶节点的价值从哪里来。',
        paper: '价值',
        options: {
          value: { name: '价值', does: '验证器给叶节点的得分。' },
          rollout: { name: '推演', does: '从叶节点续写一次，给结尾打分。' },
          mix: { name: '混合', does: '两者的平均。' },
        },
      },
      parallel: { name: '同时模拟', does: '用虚拟损失把它们隔开；1 就是原本的算法。', paper: '1' },
      widening: { name: '渐进拓宽', does: '常被访问的节点多快得到更多子节点；0 表示从不。' },
      readout: {
        name: '答案取自',
        does: '怎样从树里读出答案。',
        paper: '访问最多',
        options: {
          'most-visited': { name: '访问最多', does: '在每个节点走向访问次数最多的子节点。' },
          'best-value': { name: '价值最高', does: '在每个节点走向平均价值最高的子节点。' },
          'best-terminal': { name: '最好的结尾', does: '价值最高的写完的轨迹。' },
          majority: { name: '多数', does: '所有写完的轨迹投票。' },
          'weighted-vote': { name: '加权投票', does: '各次抽取的价值总和最高的答案。' },
        },
      },
    },
  },
  rstar: {
    name: 'rStar',
    does: '在五种动作上做树搜索；在二次采样同意的轨迹里，被找到最多次的答案获胜。',
    knobs: {
      rollouts: { name: '推演次数', does: '搜索从树根走到轨迹结尾多少次。', paper: '32' },
      exploration: { name: '探索常数 c', does: '在访问少与价值之间权衡：Q + c · √(ln N / n)。' },
      steps: { name: '抽取步数', does: '在一个节点抽取多少个下一步和子问题。' },
      lastVotes: {
        name: '余下部分的抽取',
        does: '一次写完余下全部时，有多少次续写来投票。',
        paper: `32，${authors}`,
      },
      maskFrom: { name: '已知从', does: '给二次采样的轨迹份额，最少多少。', paper: '0.2' },
      maskTo: { name: '已知到', does: '给二次采样的轨迹份额，最多多少。', paper: `0.8；${authors}为 0.5` },
      checks: { name: '复核次数', does: '每个候选得到多少次二次采样。', paper: `1；${authors}为 4` },
      confirm: {
        name: '何时算确认',
        does: '选答案时哪些轨迹算数。',
        paper: `半数同意，${authors}`,
        options: {
          trace: {
            name: '最佳轨迹',
            does: '不确认答案：由奖励 × 一致度最高的那一条轨迹给出答案。',
          },
          any: { name: '任一同意', does: `只要有一次二次采样得到轨迹的答案，这条轨迹就算数；${byFrequency}` },
          half: { name: '半数同意', does: `半数二次采样得到轨迹的答案，这条轨迹才算数；${byFrequency}` },
          all: { name: '全部同意', does: `全部二次采样得到轨迹的答案，这条轨迹才算数；${byFrequency}` },
          majority: {
            name: '最常见',
            does: `轨迹的答案在它的二次采样里最常见，这条轨迹才算数；${byFrequency}`,
          },
        },
      },
      discriminator: {
        name: '二次采样由谁做',
        does: '谁来把截断的轨迹再续写一次。',
        paper: '另一个小模型',
      },
    },
  },
};
