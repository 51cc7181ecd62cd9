import type { Words } from '../language.ts';
import { number } from './format.ts';

export const lessonWords: Words['lessonWords'] = {
  title: '课程',
  intro:
    '实时画面旁边的简短章节。每一页只要你做一件事：运行、猜一猜、看一看。一切都在你的浏览器里，用真实的模型。',
  chapters: {
    'first-story': {
      title: '第一个故事',
      idea: '从试一次，到投票、评判者、搜索和“Wait”，短短七页。',
    },
    'test-time-compute': {
      title: '测试时计算',
      idea: '想得更久、想得更宽，或者换更大的模型：三种花法。',
    },
    'three-parts': {
      title: '策略模型、验证器、聚合方式',
      idea: '每种推理方法都由这三部分组成。',
    },
    'chain-of-thought': {
      title: '思维链',
      idea: '零样本、用例题、经过训练；还有一个用了也没好处的弱模型。',
    },
    'best-of-n': {
      title: 'N 选最佳',
      idea: '结果验证器和过程验证器，许多步骤合成一个得分，还有被骗的评判者。',
    },
    'tree-of-thoughts': {
      title: '思维树',
      idea: '几个下一步想法，每个都估价，还有退路。',
    },
    'beam-search': {
      title: '束搜索、前瞻、DVTS',
      idea: '以固定的宽度逐步搜索，以及所有的束都相似时怎么办。',
    },
    mcts: {
      title: '蒙特卡洛树搜索',
      idea: '模拟、PUCT 和常数 c，对照一次停下来的搜索的表格。',
    },
    rstar: {
      title: 'rStar',
      idea: '没有训练过的验证器也能搜索：五种动作，加上第二种意见。',
    },
    'budget-forcing': {
      title: '预算强制',
      idea: '“Wait”：为什么帮得了一个模型，却让另一个的答案变成废话。',
    },
    'sequential-parallel': {
      title: '宽还是长',
      idea: '并排抽取许多样本，还是让一个继续想下去：哪种更值，取决于模型学过什么。',
    },
    'compute-optimal': {
      title: '花在有用的地方',
      idea: '花费之前先问题目有多难。估计起来便宜，也容易看错。',
    },
    'math-shepherd': {
      title: '不用人的标签',
      idea: '从每一步做推演，就知道轨迹在哪里走错：Math-Shepherd，以及它的假设。',
    },
    'generative-verifiers': {
      title: '问“这对不对？”',
      idea: '让模型评判自己：什么时候看得到投票看不到的，什么时候被骗。',
    },
    grpo: {
      title: '从 PPO 到 GRPO',
      idea: '用一组尝试代替评论家，用真实的数算优势，还有什么也教不了的组。',
    },
    'r1-zero': {
      title: 'R1-Zero 和顿悟曲线',
      idea: '只靠奖励就让模型思考。一路上什么在增长，什么没有。',
    },
    'r1-stages': {
      title: 'R1 的四个阶段',
      idea: '模仿、奖励、模仿自己、再奖励：每个阶段是为了什么。',
    },
    distillation: {
      title: '蒸馏',
      idea: '小模型为什么从老师那里比从奖励学得更多。',
    },
    'self-training': {
      title: '旅程，以及向自己学习',
      idea: '带弯路的轨迹，自己做对的轨迹，还有一起演化的评判者。',
    },
    'decision-process': {
      title: '推理的五个词',
      idea: '状态、动作、策略模型、奖励和价值，从搜索的节点上读出。',
    },
    faithfulness: {
      title: '思考说的是真相吗？',
      idea: '改掉思考里的一个数，看答案跟不跟着变。',
    },
    'self-consistency': {
      title: '自洽性投票',
      idea: '很多样本来投票。为什么胜过一个样本，又需要什么条件。',
    },
  },
  begin: '开始',
  goOn: (page) => `继续，第 ${number(page)} 页`,
  again: '再读一遍',
  finished: '读过',
  lesson: '课程',
  pageOf: (page, of) => `第 ${number(page)} 页，共 ${number(of)} 页`,
  back: '上一页',
  next: '下一页',
  leave: '退出课程',
  all: '全部课程',
  following: (title) => `接下来：${title}`,
  unknown: '没有这一课。',
  cameTrue: '结果如此',
  guessedRight: '你猜对了。',
  guessedWrong: (truth) => `结果不是这样：“${truth}”`,
  toDo: '要做的：',
  done: '做完了：',
  choose: '运行什么',
  run: '运行',
  running: '正在运行。',
  otherChosen: ({ shown, wanted }) => `舞台上是“${shown}”。现在选“${wanted}”。`,
  runFirst: '这一页要看的运行不在舞台上。',
  runIt: '运行它',
  runBeside: '并排运行',
  showMe: '带我去看',
  lookAt: {
    tree: '打开“树”',
    thoughts: '打开“想法”',
    votes: '打开“投票”',
    scores: '打开“得分”',
    budget: '打开“预算”',
  },
  formula: '公式，代入这次运行的数',
  code: '这种推理方法的代码',
  codeFrom: '刚才运行的就是这个文件，和项目里的一样：',
  drawCurve: '画出曲线',
  curveInLab: '在实验室里打开',
  measured: {
    tokens: (tokens) => `每题 ${tokens} 个 token`,
    of: (problems) => `${problems} 道留出题中解出的份额。标记是 95% 置信区间。`,
  },
  puct: {
    stop: '让搜索停在一次选择上，这里就会显示它的表格。',
    table: '用这个 c 做这次选择',
    step: '步骤',
    sum: '和',
    takes: (c, step) => `c = ${c}：选 ${step}`,
    same: (step) => `会选 ${step}，和搜索一样。`,
    other: (step, chosen, c) => `会选 ${step}。搜索当时 c = ${c}，选了 ${chosen}。`,
  },
  fromRun: '讲这个的课程',
  asked: '关于这个，人们会被问到什么',
  backToQuestion: '回到问题',
  lessonIs: (title) => `这一课：${title}`,
  decision: {
    label: '把选中的节点看作一次决策',
    select: '请在树里选一个节点。',
    state: '状态：题目和到目前为止的步骤',
    actions: '动作，以及策略模型给每个动作的概率',
    reward: '奖励',
    value: '价值：从这里可以期望得到多少',
    noAction: '无：路径到此结束。',
    noActionYet: '还没有从这里试过任何动作。',
    unknown: '–',
    noReward: '还没有：路径结束时才有。',
    verifierSays: (score) => `这是给你看的。搜索只看到验证器的得分：<data>${score}</data>。`,
    noValue: '还不知道。',
    valueOf: ({ value, visits }) => `<data>${value}</data>，是 ${number(visits)} 次模拟带回的平均值。`,
    scoreOf: (score) => `<data>${score}</data>，只凭验证器的得分。`,
  },
};
