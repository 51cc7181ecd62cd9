import type { ChoiceRule } from '#run/events.ts';
import { falseReason } from '#run/facts/false-step.ts';
import type { Contest } from '#run/what-happened/contest.ts';
import type { FindingOf } from '#run/what-happened/findings.ts';
import type { Words } from '../rooms.ts';
import { digitsApart } from '../format.ts';
import { say } from '../say.ts';
import { amounts } from './amounts.ts';
import { faults } from './faults.ts';
import { fixed, number, percent } from './format.ts';
import { labels } from './labels.ts';

const decimal = (value: number) => fixed(value, 2);
const tokens = (count: number) => `${number(count)} 个 token`;
const votes = (count: number) => `${number(count)} 票`;
const times = (count: number) => `${number(count)} 次`;
const waits = (count: number) => `${number(count)} 个“Wait”`;
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;

/** Which answer was taken and why; `answer` is marked already. */
/** By the highest score: a tie is said, and a lead is shown with the digits that tell it apart. */
const bestScored = (answer: string, score: number, contest: Contest | null): string => {
  const { tied, next } = contest ?? { tied: 0, next: null };
  if (tied > 0) return `有 ${number(tied + 1)} 条轨迹并列最高分 ${decimal(score)}；其中第一条说 ${answer}。`;
  const digits = digitsApart(score, next, 2);
  return digits > 2 && next !== null
    ? `验证器最喜欢 ${answer}，但只差一点：它的轨迹得了 ${fixed(score, digits)}，第二名 ${fixed(next, digits)}。`
    : `验证器最喜欢 ${answer}，给它的轨迹打了 ${decimal(score)}。`;
};

/** What is less is written as 0.00. */
const nearZero = 0.005;

const chose = (answer: string, by: ChoiceRule, contest: Contest | null): string => {
  switch (by.rule) {
    case 'only-trace':
      return `答案是 ${answer}。`;
    case 'majority':
      if (by.of === 1) return `只有一条轨迹有答案：${answer}。`;
      return by.votes === by.of
        ? `${votes(by.of)}全都投给了 ${answer}。`
        : `${answer} 赢得投票：${number(by.of)} 票中的 ${number(by.votes)} 票。`;
    case 'majority-tie-first':
      return `投票平了：${number(by.tied.length)} 个答案各有 ${votes(by.votes)}。取 ${answer}，因为这些轨迹中的第一条这样说。`;
    case 'best-score':
      return by.score < nearZero
        ? `验证器给每条轨迹的分都接近 0，其中最高的一条说 ${answer}。`
        : bestScored(answer, by.score, contest);
    case 'weighted-vote':
      return `${answer} 赢得加权投票：总分 ${decimal(by.total)} 中，它的得分加起来有 ${decimal(by.weight)}。`;
    case 'last-round':
      return by.round === 0 ? `答案是 ${answer}。` : `经过 ${waits(by.round)}，答案是 ${answer}。`;
    case 'decided-early':
      return `${answer} 有 ${number(by.of)} 票中的 ${number(by.votes)} 票，没抽满 ${number(by.limit)} 条就有了定论。`;
    case 'best-node':
      return by.score < nearZero
        ? `走完的路径价值都接近 0，其中最高的以 ${answer} 结尾。`
        : `价值最高（${decimal(by.score)}）的路径以 ${answer} 结尾。`;
    case 'most-visited':
      return `访问最多的路径以 ${answer} 结尾，共访问 ${times(by.visits)}。`;
    case 'confirmed-answer':
      return `${answer} 被找到 ${times(by.found)}（重复走过的路径也算），其中 ${times(by.confirmed)}得到二次采样确认：在所有答案中成绩最好。`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? `${answer} 是搜索找到的唯一答案。`
        : `${answer} 被找到得最多：${number(by.of)} 次中的 ${number(by.found)} 次。`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `${answer} 的奖励最高，为 ${decimal(by.reward)}；没有剩余的 token 来复核它。`
        : `${answer} 得到的确认最好：它的二次采样有 ${percent(by.agreement)} 一致。`;
    case 'no-answer':
      return '没有答案。';
  }
};

/** What a slip is, and what is true instead. */
const slip = ({ step, fault }: Pick<FindingOf<'first-false'>, 'step' | 'fault'>): string => {
  const why = say(faults, fault);
  // A claim that is quoted in the reason is not quoted twice.
  return why.includes(step) ? why : `${data(step)}，但${why}`;
};

const difficulties = { easy: '容易', medium: '难度中等', hard: '困难' };
const plans = {
  easy: '最初的几票就够了',
  medium: '又抽取了一些轨迹来加权投票',
  hard: '开始了束搜索',
};

const foundNotChosen = ({ answer, count, of, score, chosenScore }: FindingOf<'found-not-chosen'>): string => {
  const there = `正确答案其实有：写完的 ${number(of)} 条轨迹中有 ${number(count)} 条得到 ${data(answer)}。`;
  if (score === null || chosenScore === null) return there;
  if (score === chosenScore) return `${there}其中最好的得了 ${decimal(score)} 分，和被选中的那条一样。`;
  const digits = digitsApart(score, chosenScore, 2);
  return `${there}其中最好的得了 ${fixed(score, digits)} 分，被选中的那条得了 ${fixed(chosenScore, digits)} 分。`;
};

/** `这个“Wait”`, `这 4 个“Wait”`. */
const theWaits = (count: number) => (count === 1 ? '这个“Wait”' : `这 ${waits(count)}`);

const waitsSaid = ({ forced, mendedBy, before, after, change }: FindingOf<'waits'>): string => {
  const from = before === null ? '没有答案' : ` ${data(before)} `;
  const to = after === null ? '没有答案' : ` ${data(after)}`;
  const the = theWaits(forced);
  switch (change) {
    case 'same':
      return before === null
        ? `${the}什么也没改变：之前和之后都没有答案。`
        : `${the}什么也没改变：之前和之后的答案都是 ${data(before)}。`;
    case 'mended':
      return mendedBy === null || forced === 1
        ? `${the}纠正了它：从${from}变成${to}。`
        : `第 ${number(mendedBy)} 个“Wait”（共 ${number(forced)} 个）纠正了它：从${from}变成${to}。`;
    case 'spoilt':
      return `${the}弄坏了它：${from}本来是对的，变成了${to}。`;
    case 'unknown':
      return `用 ${waits(forced)}让它继续想。`;
    case 'other':
      return `${the}把答案从${from}改成了${to}。`;
  }
};

const leading = (leader: { readonly answer: string; readonly votes: number } | null): string =>
  leader ? `：${number(leader.votes)} 条说是 ${data(leader.answer)}` : '';

export const teacher: Words['teacher'] = {
  back: '返回“发生了什么”',
  close: '收起选中的内容',
  nothingYet: '按“运行”，看看会发生什么。',
  before: '这是运行的第一步之前。',
  parts: {
    how: '原理',
    now: '现在',
    step: '这一步',
    happened: '发生了什么',
    also: '此外',
    next: '接下来试试',
    setUp: '下一次运行的设置',
  },
  howOf: (strategy) => `原理：${strategy}`,
  source: '出自',
  formula: '公式',
  byRule: '按规则检查，而不是由模型检查。',
  intros: {
    direct: '模型不思考，马上作答。它能做的一切，都得在答案的每个 token 的一次前向计算里完成。',
    'chain-of-thought': '模型先写下步骤，再作答。它写下的每一步，在写下一步时都能读到。',
    'few-shot': '模型先读几道带解答的题目，然后照同样的方式解你的题目。',
    'self-consistency':
      '写出很多条思维链，每条都因偶然而略有不同。它们投票：失误各奔东西，正确答案聚到一起。',
    'adaptive-consistency': '一边进行一边看结果的投票。胜者差不多定了就停下来，省下其余的 token。',
    'best-of-n': '写出很多条思维链，验证器逐一打分。答案好不好，要看验证器的眼光。',
    'budget-forcing': '模型要停止思考时，去掉结束标记，换成“Wait”。它接着想，也许会发现自己的失误。',
    revision: '模型看到自己的尝试，再试一次，反复几回。验证器在所有尝试里选出最好的。',
    'step-verification': '每写一步，验证器就看一步。没通过的步骤会被丢掉重写，这样就不会在失误上继续搭建。',
    'beam-search': '几个开头并排生长，一次一步。每一步之后验证器打分，只有最好的继续。',
    'tree-of-thoughts': '从每个状态试几个下一步想法，并给它们估价。搜索从最有希望的继续，也能离开死路。',
    mcts: '模拟从树根往下走，去价值高或尝试少的地方。每次找到的东西，会带回给沿途的每个节点。',
    rstar:
      '一种树搜索，模型还可以问自己子问题，或把题目换个说法。二次采样来复核轨迹，得到它确认的答案才算数。',
    'compute-optimal': '先用几个样本看题目有多难。容易的马上作答，难的就搜索。',
  },
  letters: {
    direct: '答案 y，一个 token 接一个 token，每个都取决于题目 x 和它前面的 token。',
    'chain-of-thought': '先有关于题目 x 的思考 z，再根据两者写出答案 y。',
    'few-shot': '给出 k 道带解答的例题和题目 x，再写答案 y。',
    'self-consistency': '在所有答案 a 里，取 n 条轨迹中最多条给出的那个（aᵢ 是第 i 条轨迹的答案）。',
    'adaptive-consistency': '根据得票，当第一名答案的份额以概率 c 高于第二名时停止。',
    'best-of-n': '验证器打分最高的轨迹 z 的答案。',
    'budget-forcing': '每个强制的“Wait”之后思考 z 继续，然后是答案 y。',
    revision: '每次思考都根据题目 x 和之前的尝试来写。',
    'step-verification': '验证器的得分达到阈值 t，步骤 s 才保留。',
    'beam-search': '从束 B 抽取的所有步骤里，得分最高的 w 个继续。',
    'tree-of-thoughts': '从状态 S 出发的所有想法里，价值最高的 b 个继续。',
    mcts: '每次选择取和最大的子节点：平均价值 Q，加上先验 P，N 次访问中到它的（n）越少，这一项越大。c 权衡两者。',
    rstar: '每次选择取和最大的子节点：平均价值 Q，加上一项，N 次访问中到它的（n）越少，这一项越大。',
    'compute-optimal': '有多容易：第一名答案的份额与验证器平均得分的平均。',
  },
  doing: {
    asking: () => '模型在读题。',
    thinking: () => '它在思考。',
    answering: ({ thought }) => (thought ? '它想好了，在写答案。' : '它在写答案。'),
    drawing: ({ ended, of, leader }) =>
      ended === 0
        ? '各条轨迹在并排思考。'
        : `${of === null ? `${number(ended)} 条` : `${number(of)} 条中有 ${number(ended)} 条`}已经作答${leading(leader)}。`,
    voting: ({ cast, of, leader }) => `${number(of)} 条中有 ${number(cast)} 条已投票${leading(leader)}。`,
    scoring: ({ scored, of, best }) =>
      `验证器给 ${number(of)} 条轨迹中的 ${number(scored)} 条打了分${best === null ? '' : `；最高 ${decimal(best)}`}。`,
    waiting: ({ forced, of, tokens: thought }) =>
      `它想停下来，被要求再等等，${number(of)} 次中的第 ${number(forced)} 次：到目前为止想了 ${tokens(thought)}。`,
    attempting: ({ attempt, of, answer }) =>
      `第 ${number(attempt)} 次尝试，共 ${number(of)} 次${answer === null ? '' : `；上一个答案是 ${data(answer)}`}。`,
    searching: ({ nodes, ends, simulations }) =>
      nodes === 0
        ? '搜索在抽取最初的步骤。'
        : `搜索有 ${number(nodes)} 个步骤、${number(ends)} 条走完的路径${simulations ? `，已做 ${number(simulations.of)} 次模拟中的 ${number(simulations.run)} 次` : ''}。`,
    chosen: ({ answer }) => (answer === null ? '结束了，没有答案。' : `它选了 ${data(answer)}。`),
  },
  current: {
    thought: ({ name, tokens: count }) => `${name}在思考：${tokens(count)}。`,
    answer: ({ name, tokens: count }) => `${name}在作答：${tokens(count)}。`,
    ended: ({ name, tokens: count }) => `${name}写了 ${tokens(count)}后结束。`,
  },
  outcome: {
    chose: (answer, by, contest) => chose(data(answer), by, contest),
    right: '这是对的。',
    wrong: (reason) => `这是错的。${reason}`,
    ungraded: '没有人知道对不对：没有参考答案。',
    noAnswer: (why) => `没有答案：${why}。`,
    noAnswerAtAll: '没有答案。',
    cancelled: (ends) =>
      ends === 0
        ? '还什么都没写完就停止了。到那时为止写的都保留着。'
        : `写完 ${number(ends)} 条轨迹后停止了。它们都保留着。`,
    failed: '它中断了。到那时为止写的都保留着。',
    noSolution: '它不可能对：这道题无解。',
  },
  findings: {
    'found-not-chosen': foundNotChosen,
    'none-right': ({ of }) => `写完的 ${number(of)} 条轨迹没有一条是对的。`,
    'others-wrong': ({ wrong, of }) =>
      `写完的 ${number(of)} 条轨迹中有 ${number(wrong)} 条是错的，但没有关系。`,
    'all-same': ({ of }) => `${number(of)} 条全都得到同一个答案。`,
    fooled: (finding) =>
      finding.judged === 'step'
        ? `验证器被骗了：它给这一步打了 ${decimal(finding.score)}：${slip(finding)}。`
        : `验证器被骗了：它给一条轨迹打了 ${decimal(finding.score)}，其中说：${slip(finding)}。`,
    'first-false': (finding) =>
      finding.despite
        ? `虽然有一步${falseReason(finding.fault) === 'not-there' ? '不合规则' : '是错的'}，结果还是对了：${slip(finding)}。`
        : `${finding.label ? `${say(labels.kinds, finding.label)}在这里出了错` : '错在这里'}：${slip(finding)}。`,
    'all-true': () => '它的每一步都是对的，只是通向了别处。',
    slip: (finding) => `${say(labels.kinds, finding.label)}在这里失误了：${slip(finding)}。`,
    cut: ({ count, of, cut }) =>
      `${number(of)} 条轨迹中有 ${number(count)} 条在 ${tokens(cut.tokens)}处被截断，所以没有答案。`,
    'budget-out': ({ budget }) => `${tokens(budget)}的预算用完了。`,
    waits: waitsSaid,
    'own-waits': ({ count }) => `它自己说了 ${waits(count)}，再想了一遍。`,
    search: ({ nodes, ends, right }) =>
      `搜索试了 ${number(nodes)} 个步骤，走完 ${number(ends)} 条路径${right === null || ends === 0 ? '' : `，其中 ${number(right)} 条是对的`}。`,
    simulations: ({ run, again }) =>
      `它做了 ${number(run)} 次模拟；其中 ${number(again)} 次止于之前到过的地方。`,
    answers: ({ count, votes: cast }) =>
      count === 1
        ? `${votes(cast)}全都投给了同一个答案。`
        : `${votes(cast)}投给了 ${number(count)} 个不同的答案。`,
    scores: ({ lowest, highest, of }) =>
      `验证器给 ${number(of)} 条轨迹的得分从 ${decimal(lowest)} 到 ${decimal(highest)}。`,
    'stopped-early': ({ traces, limit }) =>
      `它写了 ${number(traces)} 条轨迹就停了（上限 ${number(limit)} 条），省下了其余的。`,
    'never-settled': ({ limit }) => `投票一直没有提前定论：${number(limit)} 条轨迹全都抽取了。`,
    difficulty: ({ looks, plan, agreement, mean }) => {
      const signs = `最初的轨迹有 ${percent(agreement)} 一致${mean === null ? '' : `，验证器平均给了 ${decimal(mean)}`}`;
      return looks === plan
        ? `题目看起来${difficulties[looks]}：${signs}，所以${plans[plan]}。`
        : `题目看起来${difficulties[looks]}：${signs}。这个验证器不能评判步骤，所以${plans[plan]}。`;
    },
    refused: ({ refused, kept }) =>
      refused === 0
        ? kept === 1
          ? '验证器让唯一的步骤通过了。'
          : `验证器让 ${number(kept)} 个步骤全都通过了。`
        : `验证器拒绝了 ${number(refused)} 个步骤，让 ${number(kept)} 个通过。`,
    revised: ({ attempts, mended, spoilt }) =>
      mended + spoilt === 0
        ? `${number(attempts)} 次尝试中，没有一次把错的改对，也没有一次把对的改错。`
        : `${number(attempts)} 次尝试中，重试改对了 ${number(mended)} 次，改错了 ${number(spoilt)} 次。`,
    examples: ({ shown }) => `它面前有 ${number(shown)} 道例题。`,
    'no-thinking': ({ tokens: count }) => `它一共花了 ${tokens(count)}，没有一个用在思考上。`,
    thought: ({ tokens: count }) => `它思考了 ${tokens(count)}。`,
    'least-sure': ({ text, probability, instead }) =>
      `它最拿不准的是 ${data(text)}（${amounts.likely(probability)}）${instead ? `；${data(instead.text)} 有 ${amounts.likely(instead.probability)}` : ''}。`,
  },
};
