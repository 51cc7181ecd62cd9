import type { Aggregation } from '#experiment/verifier.ts';
import type { NodeEnd } from '#run/search-events.ts';
import type { Words } from '../rooms.ts';
import { amounts } from './amounts.ts';
import { clauses, fixed, number, percent } from './format.ts';

const votes = (count: number) => `${number(count)} 票`;
const tokens = (count: number) => `${number(count)} 個 token`;
const decimal = (value: number) => fixed(value, 2);
const whole = (value: number) => (Number.isInteger(value) ? number(value) : decimal(value));

const ways = {
  min: '最低分',
  prod: '乘積',
  mean: '平均分',
  last: '最後一個',
} satisfies Record<Aggregation, string>;

const nodeEnds = {
  open: null,
  terminal: '是一條軌跡的結尾',
  dead: '沒到結尾就被截斷',
} satisfies Record<NodeEnd, string | null>;

/** A node of the tree; the first one is the problem itself. */
const place = (node: number): string => (node === 0 ? '起點' : `節點 ${number(node)}`);

export const steps: Words['steps'] = {
  before: '執行開始之前',
  asked: (model, problem) => `問 ${model}：${problem}`,
  askedAndScored: (model, problem, other) => `問 ${model}：${problem}；由 ${other} 給它寫的內容評分`,
  askedAndChecked: (model, problem, other) => `問 ${model}：${problem}；由 ${other} 把它的軌跡再續寫一次`,
  started: (name, prompt) =>
    prompt === 0 ? `${name}開始：接著已有的文字寫` : `${name}開始，提示有 ${tokens(prompt)}`,
  ended: {
    'end-of-text': (name) => `${name}寫到了結尾`,
    stop: (name) => `${name}寫到了應當停下的文字`,
    length: (name) => `${name}被截斷：已寫到允許的 token 上限`,
    context: (name) => `${name}被截斷：模型容不下更多 token`,
    cancelled: (name) => `${name}被停止了`,
  },
  wrote: ({ name, text, probability }) =>
    probability === null
      ? `${name}寫了「${text}」`
      : `${name}寫了「${text}」（機率 ${amounts.likely(probability)}）`,
  wroteTag: ({ name, text, probability }) =>
    probability === null
      ? `${name}寫了 ${text}`
      : `${name}寫了 ${text}（機率 ${amounts.likely(probability)}）`,
  wroteDigit: ({ name, text, probability }, makes) =>
    probability === null
      ? `${name}寫了數字 ${text}，成了 ${makes}`
      : `${name}寫了數字 ${text}（機率 ${amounts.likely(probability)}），成了 ${makes}`,
  wait: ({ name, text, probability }) =>
    probability === null
      ? `${name}寫了「${text}」：它再想一遍`
      : `${name}寫了「${text}」（機率 ${amounts.likely(probability)}）：它再想一遍`,
  closed: ({ name, probability }) =>
    probability === null ? `${name}結束了思考` : `${name}結束了思考（機率 ${amounts.likely(probability)}）`,
  forced: ({ name, text, probability }) =>
    probability === null
      ? `把「${text}」放進了${name}`
      : `把「${text}」放進了${name}（機率 ${amounts.likely(probability)}）`,
  answered: (name, answer) => `${name}的答案是 ${answer}`,
  noAnswer: (name) => `${name}沒有給出答案`,
  right: (name, reason) => `${name}的答案正確。${reason}`,
  wrong: (name, reason) => `${name}的答案錯誤。${reason}`,
  ungraded: (name, reason) => `${name}的答案沒有評分。${reason}`,
  finished: '執行結束',
  finishedRight: (reason) => `執行結束；答案正確。${reason}`,
  finishedWrong: (reason) => `執行結束；答案錯誤。${reason}`,
  finishedUngraded: (reason) => `執行結束；答案沒有評分。${reason}`,
  cancelled: '執行被停止了；到這裡為止的一切都保留著',
  failed: (message) => `執行失敗：${message}`,
  spent: ({ prefilledTokens, cachedTokens, decodedTokens, forwards, takenBackTokens = 0 }) =>
    `到目前為止：寫了 ${tokens(decodedTokens)}，提示 ${tokens(prefilledTokens + cachedTokens)}（${number(cachedTokens)} 個來自快取），呼叫模型 ${number(forwards)} 次${takenBackTokens > 0 ? `，提前抽取後撤回 ${tokens(takenBackTokens)}` : ''}`,
  voted: {
    first: (name, answer) => `${name}投給 ${answer}，這是第一票`,
    new: (name, answer) => `${name}投給 ${answer}，之前沒有人投過它`,
    agreeing: (name, answer, count) => `${name}投給 ${answer}：${votes(count)}全都一致`,
    among: (name, answer, counts) => `${name}投給 ${answer}：現在是 ${counts}`,
  },
  none: '無',
  chose: {
    'only-trace': (answer) => `答案是 ${answer}，唯一的軌跡這樣說`,
    majority: (answer, by) =>
      by.of === 1
        ? `答案是 ${answer}，得到唯一的一票`
        : `答案是 ${answer}，得到 ${number(by.of)} 票中的 ${votes(by.votes)}`,
    'majority-tie-first': (answer, by) =>
      `答案是 ${answer}：${number(by.tied.length)} 個答案各有 ${votes(by.votes)}，而它最先出自編號最小的軌跡`,
    'best-score': (answer, by) => `答案是 ${answer}：它的軌跡得分最高，為 ${decimal(by.score)}`,
    'weighted-vote': (answer, by) =>
      `答案是 ${answer}，得分總和 ${decimal(by.total)} 中有 ${decimal(by.weight)}`,
    'last-round': (answer, by) => `答案是 ${answer}，軌跡在 ${number(by.round)} 次「Wait」之後這樣說`,
    'decided-early': (answer, by) =>
      `答案是 ${answer}，得到 ${number(by.of)} 票中的 ${votes(by.votes)}：沒抽滿 ${number(by.limit)} 個樣本就有了定論`,
    'best-node': (answer, by) =>
      `答案是 ${answer}：在所有寫完的節點裡，節點 ${number(by.node)} 價值最高，為 ${decimal(by.score)}`,
    'most-visited': (answer, by) =>
      `答案是 ${answer}：造訪最多的路徑止於節點 ${number(by.node)}，造訪 ${number(by.visits)} 次`,
    'confirmed-answer': (answer, by) =>
      `答案是 ${answer}：它被找到 ${number(by.found)} 次，二次取樣確認了其中 ${number(by.confirmed)} 次；所有答案一共確認 ${number(by.ofConfirmed)} 次`,
    'most-found-answer': (answer, { because, of, found }) =>
      ({
        'only-answer': `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：沒有找到別的答案，所以不用複核`,
        'none-confirmed': `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：沒有軌跡得到二次取樣確認，所以按找到的次數決定`,
        unchecked: `答案是 ${answer}，${number(of)} 次中找到 ${number(found)} 次：沒有剩餘的 token 做二次取樣，所以按找到的次數決定`,
      })[because],
    'mutual-consistency': (answer, by) =>
      by.agreement === null
        ? `答案是 ${answer}：沒有剩餘的 token 做二次取樣，而節點 ${number(by.node)} 的獎勵最高，為 ${decimal(by.reward)}`
        : `答案是 ${answer}：${percent(by.agreement)} 的二次取樣與節點 ${number(by.node)} 一致，它的獎勵是 ${decimal(by.reward)}`,
    'no-answer': () => '沒有軌跡給出答案，所以沒有答案',
  },
  root: '搜尋樹有了樹根：提示，還沒有任何步驟',
  made: (made) =>
    clauses(
      made.text === null
        ? `在${place(made.parent)}下面生成了節點 ${number(made.node)}`
        : `在${place(made.parent)}下面生成了節點 ${number(made.node)}：${made.text}`,
      nodeEnds[made.end],
      made.prior === null ? null : `先驗為 ${decimal(made.prior)}`,
    ),
  dropped: (node) => `又抽到了與${node}相同的步驟，丟棄`,
  node: (node, text) => (text === null || node === 0 ? place(node) : `節點 ${number(node)}（${text}）`),
  nodeAtStart: (node, text) =>
    text === null || node === 0 ? place(node) : `節點 ${number(node)}（${text}）`,
  scored: (name, verifier, score, why) => `${name}得分 ${decimal(score)}，由${verifier}驗證器給出：${why}`,
  logged: (name, values) =>
    `${name}，日誌中：${values.map(({ name: what, value }) => `${what} ${value ?? '不是數字'}`).join('，')}`,
  importedFrom: ({ tool, tree, of }) =>
    of > 1 ? `${tool} 的日誌，第 ${number(tree)} 棵樹，共 ${number(of)} 棵` : `${tool} 日誌中的一棵樹`,
  logEnds: '日誌到此結束',
  scoredOf: (name, scored) =>
    `${name}得分 ${decimal(scored.score)}，是它 ${number(scored.steps)} 個步驟得分的${ways[scored.aggregation]}，由${scored.verifier}驗證器給出：${scored.why}`,
  unscored: (name, verifier, why) => `${verifier}驗證器沒有給${name}評分；${why}`,
  kept: (kept, of, why) => `${number(of)} 個步驟中留下 ${number(kept)} 個：${why}`,
  selectedLeaf: (simulation, leaf) =>
    leaf === 0
      ? `第 ${number(simulation)} 次模擬停在起點，那裡還沒有子節點`
      : `第 ${number(simulation)} 次模擬往下走到${place(leaf)}，那裡還沒有子節點`,
  selected: (simulation, leaf, choices, all) =>
    all
      ? `第 ${number(simulation)} 次模擬往下走到${place(leaf)}：${choices.join('，')}`
      : `第 ${number(simulation)} 次模擬往下走到${place(leaf)}：最後，${choices.join('，')}`,
  choice: (parent, chosen, score) =>
    score === null
      ? `在${place(parent)}選了${chosen}`
      : `在${place(parent)}選了${chosen}，得分 ${decimal(score)}`,
  backedUp: ({ simulation, value, nodes, again }) =>
    again
      ? `第 ${number(simulation)} 次模擬沿 ${number(nodes)} 個節點回傳 ${decimal(value)}，來自以前造訪過的節點`
      : `第 ${number(simulation)} 次模擬沿 ${number(nodes)} 個節點回傳 ${decimal(value)}`,
  backtracked: (from, to, why) => `從${from}退回到${to}：${why}`,
  waitForced: (name, word, round) =>
    `${name}本要停止思考：結束標記換成了「${word}」，這是第 ${number(round)} 次`,
  interim: (name, thought, round, answer) => {
    if (round === 0)
      return answer === null
        ? `如果${name}在這裡停下（想了 ${tokens(thought)}），就沒有答案`
        : `如果${name}在這裡停下（想了 ${tokens(thought)}），答案會是 ${answer}`;
    return answer === null
      ? `如果${name}在這裡停下（想了 ${tokens(thought)}、強制了 ${number(round)} 次），就沒有答案`
      : `如果${name}在這裡停下（想了 ${tokens(thought)}、強制了 ${number(round)} 次），答案會是 ${answer}`;
  },
  decided: (what, evidence) =>
    evidence.length === 0
      ? what
      : `${what}（${evidence.map(({ name, value }) => `${name} ${whole(value)}`).join('，')}）`,
};
