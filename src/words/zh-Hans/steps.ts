import type { Aggregation } from '#experiment/verifier.ts';
import type { NodeEnd } from '#run/search-events.ts';
import type { Words } from '../rooms.ts';
import { amounts } from './amounts.ts';
import { clauses, fixed, number, percent } from './format.ts';

const votes = (count: number) => `${number(count)} 票`;
const tokens = (count: number) => `${number(count)} 个 token`;
const decimal = (value: number) => fixed(value, 2);
const whole = (value: number) => (Number.isInteger(value) ? number(value) : decimal(value));

const ways = {
  min: '最低分',
  prod: '乘积',
  mean: '平均分',
  last: '最后一个',
} satisfies Record<Aggregation, string>;

const nodeEnds = {
  open: null,
  terminal: '是一条轨迹的结尾',
  dead: '没到结尾就被截断',
} satisfies Record<NodeEnd, string | null>;

/** A node of the tree; the first one is the problem itself. */
const place = (node: number): string => (node === 0 ? '起点' : `节点 ${number(node)}`);

export const steps: Words['steps'] = {
  before: '运行开始之前',
  asked: (model, problem) => `问 ${model}：${problem}`,
  askedAndScored: (model, problem, other) => `问 ${model}：${problem}；由 ${other} 给它写的内容打分`,
  askedAndChecked: (model, problem, other) => `问 ${model}：${problem}；由 ${other} 把它的轨迹再续写一次`,
  started: (name, prompt) =>
    prompt === 0 ? `${name}开始：接着已有的文本写` : `${name}开始，提示有 ${tokens(prompt)}`,
  ended: {
    'end-of-text': (name) => `${name}写到了结尾`,
    stop: (name) => `${name}写到了应当停下的文本`,
    length: (name) => `${name}被截断：已写到允许的 token 上限`,
    context: (name) => `${name}被截断：模型容不下更多 token`,
    cancelled: (name) => `${name}被停止了`,
  },
  wrote: ({ name, text, probability }) =>
    probability === null
      ? `${name}写了“${text}”`
      : `${name}写了“${text}”（概率 ${amounts.likely(probability)}）`,
  wroteTag: ({ name, text, probability }) =>
    probability === null
      ? `${name}写了 ${text}`
      : `${name}写了 ${text}（概率 ${amounts.likely(probability)}）`,
  wroteDigit: ({ name, text, probability }, makes) =>
    probability === null
      ? `${name}写了数字 ${text}，成了 ${makes}`
      : `${name}写了数字 ${text}（概率 ${amounts.likely(probability)}），成了 ${makes}`,
  wait: ({ name, text, probability }) =>
    probability === null
      ? `${name}写了“${text}”：它再想一遍`
      : `${name}写了“${text}”（概率 ${amounts.likely(probability)}）：它再想一遍`,
  closed: ({ name, probability }) =>
    probability === null ? `${name}结束了思考` : `${name}结束了思考（概率 ${amounts.likely(probability)}）`,
  forced: ({ name, text, probability }) =>
    probability === null
      ? `把“${text}”放进了${name}`
      : `把“${text}”放进了${name}（概率 ${amounts.likely(probability)}）`,
  answered: (name, answer) => `${name}的答案是 ${answer}`,
  noAnswer: (name) => `${name}没有给出答案`,
  right: (name, reason) => `${name}的答案正确。${reason}`,
  wrong: (name, reason) => `${name}的答案错误。${reason}`,
  ungraded: (name, reason) => `${name}的答案没有判分。${reason}`,
  finished: '运行结束',
  finishedRight: (reason) => `运行结束；答案正确。${reason}`,
  finishedWrong: (reason) => `运行结束；答案错误。${reason}`,
  finishedUngraded: (reason) => `运行结束；答案没有判分。${reason}`,
  cancelled: '运行被停止了；到这里为止的一切都保留着',
  failed: (message) => `运行失败：${message}`,
  spent: ({ prefilledTokens, cachedTokens, decodedTokens, forwards, takenBackTokens = 0 }) =>
    `到目前为止：写了 ${tokens(decodedTokens)}，提示 ${tokens(prefilledTokens + cachedTokens)}（${number(cachedTokens)} 个来自缓存），调用模型 ${number(forwards)} 次${takenBackTokens > 0 ? `，提前抽取后撤回 ${tokens(takenBackTokens)}` : ''}`,
  voted: {
    first: (name, answer) => `${name}投给 ${answer}，这是第一票`,
    new: (name, answer) => `${name}投给 ${answer}，之前没有人投过它`,
    agreeing: (name, answer, count) => `${name}投给 ${answer}：${votes(count)}全都一致`,
    among: (name, answer, counts) => `${name}投给 ${answer}：现在是 ${counts}`,
  },
  none: '无',
  chose: {
    'only-trace': (answer) => `答案是 ${answer}，唯一的轨迹这样说`,
    majority: (answer, by) =>
      by.of === 1
        ? `答案是 ${answer}，得到唯一的一票`
        : `答案是 ${answer}，得到 ${number(by.of)} 票中的 ${votes(by.votes)}`,
    'majority-tie-first': (answer, by) =>
      `答案是 ${answer}：${number(by.tied.length)} 个答案各有 ${votes(by.votes)}，而它最先出自编号最小的轨迹`,
    'best-score': (answer, by) => `答案是 ${answer}：它的轨迹得分最高，为 ${decimal(by.score)}`,
    'weighted-vote': (answer, by) =>
      `答案是 ${answer}，得分总和 ${decimal(by.total)} 中有 ${decimal(by.weight)}`,
    'last-round': (answer, by) => `答案是 ${answer}，轨迹在 ${number(by.round)} 次“Wait”之后这样说`,
    'decided-early': (answer, by) =>
      `答案是 ${answer}，得到 ${number(by.of)} 票中的 ${votes(by.votes)}：没抽满 ${number(by.limit)} 个样本就有了定论`,
    'best-node': (answer, by) =>
      `答案是 ${answer}：在所有写完的节点里，节点 ${number(by.node)} 价值最高，为 ${decimal(by.score)}`,
    'most-visited': (answer, by) =>
      `答案是 ${answer}：访问最多的路径止于节点 ${number(by.node)}，访问 ${number(by.visits)} 次`,
    'confirmed-answer': (answer, by) =>
      `答案是 ${answer}：它被找到 ${number(by.found)} 次，二次采样确认了其中 ${number(by.confirmed)} 次；所有答案一共确认 ${number(by.ofConfirmed)} 次`,
    'most-found-answer': (answer, { because, of, found }) =>
      ({
        'only-answer': `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：没有找到别的答案，所以不用复核`,
        'none-confirmed': `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：没有轨迹得到二次采样确认，所以按找到的次数决定`,
        unchecked: `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：没有剩余的 token 做二次采样，所以按找到的次数决定`,
      })[because],
    'mutual-consistency': (answer, by) =>
      by.agreement === null
        ? `答案是 ${answer}：没有剩余的 token 做二次采样，而节点 ${number(by.node)} 的奖励最高，为 ${decimal(by.reward)}`
        : `答案是 ${answer}：${percent(by.agreement)} 的二次采样与节点 ${number(by.node)} 一致，它的奖励是 ${decimal(by.reward)}`,
    'no-answer': () => '没有轨迹给出答案，所以没有答案',
  },
  root: '搜索树有了树根：提示，还没有任何步骤',
  made: (made) =>
    clauses(
      made.text === null
        ? `在${place(made.parent)}下面生成了节点 ${number(made.node)}`
        : `在${place(made.parent)}下面生成了节点 ${number(made.node)}：${made.text}`,
      nodeEnds[made.end],
      made.prior === null ? null : `先验为 ${decimal(made.prior)}`,
    ),
  dropped: (node) => `又抽到了与${node}相同的步骤，丢弃`,
  node: (node, text) => (text === null || node === 0 ? place(node) : `节点 ${number(node)}（${text}）`),
  nodeAtStart: (node, text) =>
    text === null || node === 0 ? place(node) : `节点 ${number(node)}（${text}）`,
  scored: (name, verifier, score, why) => `${name}得分 ${decimal(score)}，由${verifier}验证器给出：${why}`,
  logged: (name, values) =>
    `${name}，日志中：${values.map(({ name: what, value }) => `${what} ${value ?? '不是数字'}`).join('，')}`,
  importedFrom: ({ tool, tree, of }) =>
    of > 1 ? `${tool} 的日志，第 ${number(tree)} 棵树，共 ${number(of)} 棵` : `${tool} 日志中的一棵树`,
  logEnds: '日志到此结束',
  scoredOf: (name, scored) =>
    `${name}得分 ${decimal(scored.score)}，是它 ${number(scored.steps)} 个步骤得分的${ways[scored.aggregation]}，由${scored.verifier}验证器给出：${scored.why}`,
  unscored: (name, verifier, why) => `${verifier}验证器没有给${name}打分；${why}`,
  kept: (kept, of, why) => `${number(of)} 个步骤中留下 ${number(kept)} 个：${why}`,
  selectedLeaf: (simulation, leaf) =>
    leaf === 0
      ? `第 ${number(simulation)} 次模拟停在起点，那里还没有子节点`
      : `第 ${number(simulation)} 次模拟往下走到${place(leaf)}，那里还没有子节点`,
  selected: (simulation, leaf, choices, all) =>
    all
      ? `第 ${number(simulation)} 次模拟往下走到${place(leaf)}：${choices.join('，')}`
      : `第 ${number(simulation)} 次模拟往下走到${place(leaf)}：最后，${choices.join('，')}`,
  choice: (parent, chosen, score) =>
    score === null
      ? `在${place(parent)}选了${chosen}`
      : `在${place(parent)}选了${chosen}，得分 ${decimal(score)}`,
  backedUp: ({ simulation, value, nodes, again }) =>
    again
      ? `第 ${number(simulation)} 次模拟沿 ${number(nodes)} 个节点回传 ${decimal(value)}，来自以前访问过的节点`
      : `第 ${number(simulation)} 次模拟沿 ${number(nodes)} 个节点回传 ${decimal(value)}`,
  backtracked: (from, to, why) => `从${from}退回到${to}：${why}`,
  waitForced: (name, word, round) =>
    `${name}本要停止思考：结束标记换成了“${word}”，这是第 ${number(round)} 次`,
  interim: (name, thought, round, answer) => {
    if (round === 0)
      return answer === null
        ? `如果${name}在这里停下（想了 ${tokens(thought)}），就没有答案`
        : `如果${name}在这里停下（想了 ${tokens(thought)}），答案会是 ${answer}`;
    return answer === null
      ? `如果${name}在这里停下（想了 ${tokens(thought)}、强制了 ${number(round)} 次），就没有答案`
      : `如果${name}在这里停下（想了 ${tokens(thought)}、强制了 ${number(round)} 次），答案会是 ${answer}`;
  },
  decided: (what, evidence) =>
    evidence.length === 0
      ? what
      : `${what}（${evidence.map(({ name, value }) => `${name} ${whole(value)}`).join('，')}）`,
};
