import type { Words } from '../rooms.ts';
import { list, number } from './format.ts';

export const landscapeWords: Words['landscapeWords'] = {
  title: '系统概览',
  intro: (date) =>
    `人们谈论的推理系统，每个都附出处，以及这个页面里能运行的最相近的模型。截至 ${date}；无法核实的没有写。相近的是思路，不是能力：这里的要小一百万倍。`,
  parts: '系统概览的各个部分',
  partNames: { systems: '系统', task: '按任务选择', budget: '按预算选择' },

  caption: '推理系统',
  columns: {
    system: '系统',
    when: '首次公布',
    training: '训练',
    control: '怎样控制思考',
    open: '开放',
    relative: '这里最相近的',
  },
  order: '排序',
  orders: { newest: '新的在前', oldest: '旧的在前' },
  onlyOpen: '只看开放权重的',
  found: (count) => `${number(count)} 个系统`,
  openness: { all: '权重、数据、代码', weights: '权重', part: '部分', none: '否' },
  openOne: ({ relative, system }) => `在“试玩”里打开：${relative}，与 ${system} 相近`,
  relatives: {
    'long-thought': '会从头再来的长思考',
    'many-samples': '64 选最佳，用奖励模型',
    zero: '从基础模型起，只靠奖励',
    'four-stages': '训练的全部四个阶段',
    distilled: '蒸馏的小模型',
    'distilled-sampled': '蒸馏的小模型，8 选最佳',
    budget: '用“Wait”的预算强制',
    adaptive: '计算最优：按难度花 token',
    evolved: '自我演化的模型做 MCTS',
    rstar: 'rStar：多种动作和相互一致',
    'checked-steps': '十六次尝试，按规则检查',
    vote: '短的思维链投票',
  },

  systems: {
    rstar: {
      training: '没有训练：模型原样使用。五种动作生成一棵树，由第二个模型来确认。',
      control: 'MCTS 的推演次数',
    },
    o1: {
      training: '在隐藏的思维链上做强化学习；细节未公布。',
      control: '思考力度低、中、高；只返回推理 token 的数量',
    },
    o3: {
      training: 'o1 的后继；细节未公布。ARC-AGI-1：75.7%，用 172 倍计算时为 87.5%。',
      control: '思考力度；在那次测试里，每题 6 或 1,024 个样本',
    },
    'rstar-math': {
      training: '四轮自我演化，用 MCTS 和过程偏好模型；Qwen2.5-Math-7B 在 MATH 上从 58.8% 到 90.0%。',
      control: '推理时用 MCTS',
    },
    'r1-zero': {
      training: '只用强化学习：GRPO，按规则奖励正确和格式。AIME 2024 从 15.6% 到 71.0%。',
      control: '自己结束',
    },
    r1: {
      training: '四个阶段：冷启动微调、推理的强化学习、拒绝采样加微调、各种情境的强化学习。',
      control: '自己结束',
    },
    'r1-distill': {
      training: '用 R1 的 80 万个样本微调，没有强化学习。32B：AIME 2024 上 72.6%，直接做强化学习是 47.0%。',
      control: '自己结束',
    },
    'kimi-k1-5': {
      training: '在长上下文上做强化学习，不用树搜索、价值函数和过程奖励。',
      control: '长短两种版本',
    },
    s1: {
      training: '用 1,000 段长思考微调；加上“Wait”，AIME 2024 从 50% 到 57%。',
      control: '预算强制：强制结束，或“Wait”',
    },
    'claude-3-7': {
      training: '混合模型：马上作答，或在显示出来的延长思考之后作答；细节未公布。',
      control: '以 token 计的预算，最多 128,000',
    },
    'gemini-2-5': {
      training: '用强化学习学会先思考再作答；细节未公布。',
      control: '以 token 计的预算，或由它自己决定',
    },
    qwen3: {
      training: '四个阶段，把思考和马上作答融合在一个模型里；小模型由蒸馏得到。',
      control: '思考开或关；以 token 计的预算',
    },
    'prover-v2': {
      training: '把定理拆成子目标，再做强化学习，由 Lean 4 评判；miniF2F 上 88.9%。',
      control: '样本数；由证明检查器决定',
    },
    'gpt-oss': {
      training: '大规模的蒸馏和强化学习；混合专家模型。',
      control: '思考力度低、中、高',
    },
    'gpt-5': {
      training: '细节未公布。由路由机制在快的模型和会思考的模型之间选择。',
      control: '路由机制；思考力度从最低到高',
    },
    'kimi-k2-thinking': {
      training: '一万亿参数的混合专家模型，训练它在调用工具之间思考。',
      control: '自己结束，历经几百次调用',
    },
    'gemini-3': {
      training: '细节未公布。思考无法关闭。',
      control: '级别低或高',
    },
    'olmo-3': {
      training:
        '微调、偏好优化，再做奖励可检查的强化学习；也有直接从基础模型起的强化学习。每个阶段都公布了。',
      control: '自己结束',
    },
    'deepseek-v3-2': {
      training: '扩大规模的 GRPO，配上把思考和工具结合起来的合成任务。',
      control: '思考开或关；还有一个想得更久的版本',
    },
    'claude-opus-4-6': {
      training: '细节未公布。自己决定什么时候思考、思考多少。',
      control: '自适应，由思考力度引导',
    },
    'deepseek-v4': {
      training: '混合专家模型，上下文达一百万个 token；见报告。',
      control: '思考力度，最高为“Max”',
    },
  },

  beginWith: (names) => `从 ${list(names, 'disjunction')} 开始。`,
  noneNeeded: '不需要推理模型。',
  tryIdea: '在这里试试这个思路：',
  honest: '这些是起点，不是排名。定下来之前，请在自己的题目上、花费相同时测两三个。',
  task: {
    title: '哪种任务用哪个？',
    asks: '是什么任务？',
    options: {
      competition: '竞赛数学',
      proof: '形式化证明',
      code: '代码',
      chains: '一长串任务，使用工具',
      'own-machine': '什么都行，在自己的设备上',
      abstract: '抽象谜题',
      research: '研究推理是怎样学会的',
      'one-step': '短问题，一步就能答',
    },
    why: {
      competition: '答案可以检查，长思考有回报。开放的模型在这里表现很好。',
      proof: '证明检查器要么接受，要么拒绝：不需要别的评判者，样本可以放心地花。',
      code: '测试就是验证器。改动牵涉许多地方时，思考最有用。',
      chains: '要紧的是在调用工具之间思考，以及按难度花费。',
      'own-machine': '15 亿到 300 亿参数的蒸馏模型；越小，多抽样本越有帮助。',
      abstract: '已知的成功，都是在每道谜题上用大量计算抽取许多样本。',
      research: '每个阶段的权重、数据和代码都可以查看。',
      'one-step': '普通的模型马上就能答；几条短链投票是便宜的检查。',
    },
  },
  budget: {
    title: '多少预算用哪个？',
    asks: '一道题可以想多久？',
    options: {
      none: '不想：必须马上作答',
      little: '几百个 token',
      some: '一两千个 token',
      thousands: '好几千个 token',
      open: '需要多少就多少，不多花',
      huge: '多少都行',
    },
    why: {
      none: '同时抽取几个短的回答来投票：等待的时间和一个一样。',
      little: '15 亿参数的蒸馏模型，用验证器做 N 选最佳。',
      some: '微调或蒸馏的模型，加上强制结束：预算强制能守住承诺。',
      thousands: '自己结束的模型，或接受以 token 计的预算、思考力度的模型。',
      open: '按难度决定思考多少的模型。',
      huge: '许多长的样本，加上从中选择的方法。收益早就放缓，账单却不会。',
    },
  },
};
