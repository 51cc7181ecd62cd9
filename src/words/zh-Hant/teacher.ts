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
const tokens = (count: number) => `${number(count)} 個 token`;
const votes = (count: number) => `${number(count)} 票`;
const times = (count: number) => `${number(count)} 次`;
const waits = (count: number) => `${number(count)} 個「Wait」`;
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;

/** Which answer was taken and why; `answer` is marked already. */
/** By the highest score: a tie is said, and a lead is shown with the digits that tell it apart. */
const bestScored = (answer: string, score: number, contest: Contest | null): string => {
  const { tied, next } = contest ?? { tied: 0, next: null };
  if (tied > 0) return `有 ${number(tied + 1)} 條軌跡並列最高分 ${decimal(score)}；其中第一條說 ${answer}。`;
  const digits = digitsApart(score, next, 2);
  return digits > 2 && next !== null
    ? `驗證器最喜歡 ${answer}，但只差一點：它的軌跡得了 ${fixed(score, digits)}，第二名 ${fixed(next, digits)}。`
    : `驗證器最喜歡 ${answer}，給它的軌跡評了 ${decimal(score)}。`;
};

/** What is less is written as 0.00. */
const nearZero = 0.005;

const chose = (answer: string, by: ChoiceRule, contest: Contest | null): string => {
  switch (by.rule) {
    case 'only-trace':
      return `答案是 ${answer}。`;
    case 'majority':
      if (by.of === 1) return `只有一條軌跡有答案：${answer}。`;
      return by.votes === by.of
        ? `${votes(by.of)}全都投給了 ${answer}。`
        : `${answer} 贏得投票：${number(by.of)} 票中的 ${number(by.votes)} 票。`;
    case 'majority-tie-first':
      return `票數平手：${number(by.tied.length)} 個答案各有 ${votes(by.votes)}。取 ${answer}，因為這些軌跡中的第一條這樣說。`;
    case 'best-score':
      return by.score < nearZero
        ? `驗證器給每條軌跡的分都接近 0，其中最高的一條說 ${answer}。`
        : bestScored(answer, by.score, contest);
    case 'weighted-vote':
      return `${answer} 贏得加權投票：總分 ${decimal(by.total)} 中，它的得分加起來有 ${decimal(by.weight)}。`;
    case 'last-round':
      return by.round === 0 ? `答案是 ${answer}。` : `經過 ${waits(by.round)}，答案是 ${answer}。`;
    case 'decided-early':
      return `${answer} 有 ${number(by.of)} 票中的 ${number(by.votes)} 票，沒抽滿 ${number(by.limit)} 條就有了定論。`;
    case 'best-node':
      return by.score < nearZero
        ? `走完的路徑價值都接近 0，其中最高的以 ${answer} 結尾。`
        : `價值最高（${decimal(by.score)}）的路徑以 ${answer} 結尾。`;
    case 'most-visited':
      return `造訪最多的路徑以 ${answer} 結尾，共造訪 ${times(by.visits)}。`;
    case 'confirmed-answer':
      return `${answer} 被找到 ${times(by.found)}（重複走過的路徑也算），其中 ${times(by.confirmed)}得到二次取樣確認：在所有答案中成績最好。`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? `${answer} 是搜尋找到的唯一答案。`
        : `${answer} 被找到得最多：${number(by.of)} 次中的 ${number(by.found)} 次。`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `${answer} 的獎勵最高，為 ${decimal(by.reward)}；沒有剩餘的 token 來複核它。`
        : `${answer} 得到的確認最好：它的二次取樣有 ${percent(by.agreement)} 一致。`;
    case 'no-answer':
      return '沒有答案。';
  }
};

/** What a slip is, and what is true instead. */
const slip = ({ step, fault }: Pick<FindingOf<'first-false'>, 'step' | 'fault'>): string => {
  const why = say(faults, fault);
  // A claim that is quoted in the reason is not quoted twice.
  return why.includes(step) ? why : `${data(step)}，但${why}`;
};

const difficulties = { easy: '容易', medium: '難度中等', hard: '困難' };
const plans = {
  easy: '最初的幾票就夠了',
  medium: '又抽取了一些軌跡來加權投票',
  hard: '開始了束搜尋',
};

const foundNotChosen = ({ answer, count, of, score, chosenScore }: FindingOf<'found-not-chosen'>): string => {
  const there = `正確答案其實有：寫完的 ${number(of)} 條軌跡中有 ${number(count)} 條得到 ${data(answer)}。`;
  if (score === null || chosenScore === null) return there;
  if (score === chosenScore) return `${there}其中最好的得了 ${decimal(score)} 分，和被選中的那條一樣。`;
  const digits = digitsApart(score, chosenScore, 2);
  return `${there}其中最好的得了 ${fixed(score, digits)} 分，被選中的那條得了 ${fixed(chosenScore, digits)} 分。`;
};

/** `這個「Wait」`, `這 4 個「Wait」`. */
const theWaits = (count: number) => (count === 1 ? '這個「Wait」' : `這 ${waits(count)}`);

const waitsSaid = ({ forced, mendedBy, before, after, change }: FindingOf<'waits'>): string => {
  const from = before === null ? '沒有答案' : ` ${data(before)} `;
  const to = after === null ? '沒有答案' : ` ${data(after)}`;
  const the = theWaits(forced);
  switch (change) {
    case 'same':
      return before === null
        ? `${the}什麼也沒改變：之前和之後都沒有答案。`
        : `${the}什麼也沒改變：之前和之後的答案都是 ${data(before)}。`;
    case 'mended':
      return mendedBy === null || forced === 1
        ? `${the}糾正了它：從${from}變成${to}。`
        : `第 ${number(mendedBy)} 個「Wait」（共 ${number(forced)} 個）糾正了它：從${from}變成${to}。`;
    case 'spoilt':
      return `${the}弄壞了它：${from}本來是對的，變成了${to}。`;
    case 'unknown':
      return `用 ${waits(forced)}讓它繼續想。`;
    case 'other':
      return `${the}把答案從${from}改成了${to}。`;
  }
};

const leading = (leader: { readonly answer: string; readonly votes: number } | null): string =>
  leader ? `：${number(leader.votes)} 條說是 ${data(leader.answer)}` : '';

export const teacher: Words['teacher'] = {
  back: '返回「發生了什麼」',
  close: '收起選中的內容',
  nothingYet: '按「執行」，看看會發生什麼。',
  before: '這是執行的第一步之前。',
  parts: {
    how: '原理',
    now: '現在',
    step: '這一步',
    happened: '發生了什麼',
    also: '此外',
    next: '接下來試試',
    setUp: '下一次執行的設定',
  },
  howOf: (strategy) => `原理：${strategy}`,
  source: '出自',
  formula: '公式',
  byRule: '按規則檢查，而不是由模型檢查。',
  intros: {
    direct: '模型不思考，馬上作答。它能做的一切，都得在答案的每個 token 的一次前向計算裡完成。',
    'chain-of-thought': '模型先寫下步驟，再作答。它寫下的每一步，在寫下一步時都能讀到。',
    'few-shot': '模型先讀幾道帶解答的題目，然後照同樣的方式解你的題目。',
    'self-consistency':
      '寫出很多條思維鏈，每條都因偶然而略有不同。它們投票：失誤各奔東西，正確答案聚到一起。',
    'adaptive-consistency': '一邊進行一邊看結果的投票。勝者差不多定了就停下來，省下其餘的 token。',
    'best-of-n': '寫出很多條思維鏈，驗證器逐一評分。答案好不好，要看驗證器的眼光。',
    'budget-forcing': '模型要停止思考時，去掉結束標記，換成「Wait」。它接著想，也許會發現自己的失誤。',
    revision: '模型看到自己的嘗試，再試一次，反覆幾回。驗證器在所有嘗試裡選出最好的。',
    'step-verification': '每寫一步，驗證器就看一步。沒通過的步驟會被丟掉重寫，這樣就不會在失誤上繼續搭建。',
    'beam-search': '幾個開頭並排生長，一次一步。每一步之後驗證器評分，只有最好的繼續。',
    'tree-of-thoughts': '從每個狀態試幾個下一步想法，並給它們估值。搜尋從最有希望的繼續，也能離開死路。',
    mcts: '模擬從樹根往下走，去價值高或嘗試少的地方。每次找到的東西，會帶回給沿途的每個節點。',
    rstar:
      '一種樹搜尋，模型還可以問自己子問題，或把題目換個說法。二次取樣來複核軌跡，得到它確認的答案才算數。',
    'compute-optimal': '先用幾個樣本看題目有多難。容易的馬上作答，難的就搜尋。',
  },
  letters: {
    direct: '答案 y，一個 token 接一個 token，每個都取決於題目 x 和它前面的 token。',
    'chain-of-thought': '先有關於題目 x 的思考 z，再根據兩者寫出答案 y。',
    'few-shot': '給出 k 道帶解答的例題和題目 x，再寫答案 y。',
    'self-consistency': '在所有答案 a 裡，取 n 條軌跡中最多條給出的那個（aᵢ 是第 i 條軌跡的答案）。',
    'adaptive-consistency': '根據得票，當第一名答案的比例以機率 c 高於第二名時停止。',
    'best-of-n': '驗證器評分最高的軌跡 z 的答案。',
    'budget-forcing': '每個強制的「Wait」之後思考 z 繼續，然後是答案 y。',
    revision: '每次思考都根據題目 x 和之前的嘗試來寫。',
    'step-verification': '驗證器的得分達到門檻 t，步驟 s 才保留。',
    'beam-search': '從束 B 抽取的所有步驟裡，得分最高的 w 個繼續。',
    'tree-of-thoughts': '從狀態 S 出發的所有想法裡，價值最高的 b 個繼續。',
    mcts: '每次選擇取和最大的子節點：平均價值 Q，加上先驗 P，N 次造訪中到它的（n）越少，這一項越大。c 權衡兩者。',
    rstar: '每次選擇取和最大的子節點：平均價值 Q，加上一項，N 次造訪中到它的（n）越少，這一項越大。',
    'compute-optimal': '有多容易：第一名答案的比例與驗證器平均得分的平均。',
  },
  doing: {
    asking: () => '模型在讀題。',
    thinking: () => '它在思考。',
    answering: ({ thought }) => (thought ? '它想好了，在寫答案。' : '它在寫答案。'),
    drawing: ({ ended, of, leader }) =>
      ended === 0
        ? '各條軌跡在並排思考。'
        : `${of === null ? `${number(ended)} 條` : `${number(of)} 條中有 ${number(ended)} 條`}已經作答${leading(leader)}。`,
    voting: ({ cast, of, leader }) => `${number(of)} 條中有 ${number(cast)} 條已投票${leading(leader)}。`,
    scoring: ({ scored, of, best }) =>
      `驗證器給 ${number(of)} 條軌跡中的 ${number(scored)} 條評了分${best === null ? '' : `；最高 ${decimal(best)}`}。`,
    waiting: ({ forced, of, tokens: thought }) =>
      `它想停下來，被要求再等等，${number(of)} 次中的第 ${number(forced)} 次：到目前為止想了 ${tokens(thought)}。`,
    attempting: ({ attempt, of, answer }) =>
      `第 ${number(attempt)} 次嘗試，共 ${number(of)} 次${answer === null ? '' : `；上一個答案是 ${data(answer)}`}。`,
    searching: ({ nodes, ends, simulations }) =>
      nodes === 0
        ? '搜尋在抽取最初的步驟。'
        : `搜尋有 ${number(nodes)} 個步驟、${number(ends)} 條走完的路徑${simulations ? `，已做 ${number(simulations.of)} 次模擬中的 ${number(simulations.run)} 次` : ''}。`,
    chosen: ({ answer }) => (answer === null ? '結束了，沒有答案。' : `它選了 ${data(answer)}。`),
  },
  current: {
    thought: ({ name, tokens: count }) => `${name}在思考：${tokens(count)}。`,
    answer: ({ name, tokens: count }) => `${name}在作答：${tokens(count)}。`,
    ended: ({ name, tokens: count }) => `${name}寫了 ${tokens(count)}後結束。`,
  },
  outcome: {
    chose: (answer, by, contest) => chose(data(answer), by, contest),
    right: '這是對的。',
    wrong: (reason) => `這是錯的。${reason}`,
    ungraded: '沒有人知道對不對：沒有參考答案。',
    noAnswer: (why) => `沒有答案：${why}。`,
    noAnswerAtAll: '沒有答案。',
    cancelled: (ends) =>
      ends === 0
        ? '還什麼都沒寫完就停止了。到那時為止寫的都保留著。'
        : `寫完 ${number(ends)} 條軌跡後停止了。它們都保留著。`,
    failed: '它中斷了。到那時為止寫的都保留著。',
    noSolution: '它不可能對：這道題無解。',
  },
  findings: {
    'found-not-chosen': foundNotChosen,
    'none-right': ({ of }) => `寫完的 ${number(of)} 條軌跡沒有一條是對的。`,
    'others-wrong': ({ wrong, of }) =>
      `寫完的 ${number(of)} 條軌跡中有 ${number(wrong)} 條是錯的，但沒有關係。`,
    'all-same': ({ of }) => `${number(of)} 條全都得到同一個答案。`,
    fooled: (finding) =>
      finding.judged === 'step'
        ? `驗證器被騙了：它給這一步評了 ${decimal(finding.score)}：${slip(finding)}。`
        : `驗證器被騙了：它給一條軌跡評了 ${decimal(finding.score)}，其中說：${slip(finding)}。`,
    'first-false': (finding) =>
      finding.despite
        ? `雖然有一步${falseReason(finding.fault) === 'not-there' ? '不合規則' : '是錯的'}，結果還是對了：${slip(finding)}。`
        : `${finding.label ? `${say(labels.kinds, finding.label)}在這裡出了錯` : '錯在這裡'}：${slip(finding)}。`,
    'all-true': () => '它的每一步都是對的，只是通向了別處。',
    slip: (finding) => `${say(labels.kinds, finding.label)}在這裡失誤了：${slip(finding)}。`,
    cut: ({ count, of, cut }) =>
      `${number(of)} 條軌跡中有 ${number(count)} 條在 ${tokens(cut.tokens)}處被截斷，所以沒有答案。`,
    'budget-out': ({ budget }) => `${tokens(budget)}的預算用完了。`,
    waits: waitsSaid,
    'own-waits': ({ count }) => `它自己說了 ${waits(count)}，再想了一遍。`,
    search: ({ nodes, ends, right }) =>
      `搜尋試了 ${number(nodes)} 個步驟，走完 ${number(ends)} 條路徑${right === null || ends === 0 ? '' : `，其中 ${number(right)} 條是對的`}。`,
    simulations: ({ run, again }) =>
      `它做了 ${number(run)} 次模擬；其中 ${number(again)} 次止於之前到過的地方。`,
    answers: ({ count, votes: cast }) =>
      count === 1
        ? `${votes(cast)}全都投給了同一個答案。`
        : `${votes(cast)}投給了 ${number(count)} 個不同的答案。`,
    scores: ({ lowest, highest, of }) =>
      `驗證器給 ${number(of)} 條軌跡的得分從 ${decimal(lowest)} 到 ${decimal(highest)}。`,
    'stopped-early': ({ traces, limit }) =>
      `它寫了 ${number(traces)} 條軌跡就停了（上限 ${number(limit)} 條），省下了其餘的。`,
    'never-settled': ({ limit }) => `投票一直沒有提前定論：${number(limit)} 條軌跡全都抽取了。`,
    difficulty: ({ looks, plan, agreement, mean }) => {
      const signs = `最初的軌跡有 ${percent(agreement)} 一致${mean === null ? '' : `，驗證器平均給了 ${decimal(mean)}`}`;
      return looks === plan
        ? `題目看起來${difficulties[looks]}：${signs}，所以${plans[plan]}。`
        : `題目看起來${difficulties[looks]}：${signs}。這個驗證器不能評判步驟，所以${plans[plan]}。`;
    },
    refused: ({ refused, kept }) =>
      refused === 0
        ? kept === 1
          ? '驗證器讓唯一的步驟通過了。'
          : `驗證器讓 ${number(kept)} 個步驟全都通過了。`
        : `驗證器拒絕了 ${number(refused)} 個步驟，讓 ${number(kept)} 個通過。`,
    revised: ({ attempts, mended, spoilt }) =>
      mended + spoilt === 0
        ? `${number(attempts)} 次嘗試中，沒有一次把錯的改對，也沒有一次把對的改錯。`
        : `${number(attempts)} 次嘗試中，重試改對了 ${number(mended)} 次，改錯了 ${number(spoilt)} 次。`,
    examples: ({ shown }) => `它面前有 ${number(shown)} 道例題。`,
    'no-thinking': ({ tokens: count }) => `它一共花了 ${tokens(count)}，沒有一個用在思考上。`,
    thought: ({ tokens: count }) => `它思考了 ${tokens(count)}。`,
    'least-sure': ({ text, probability, instead }) =>
      `它最沒把握的是 ${data(text)}（${amounts.likely(probability)}）${instead ? `；${data(instead.text)} 有 ${amounts.likely(instead.probability)}` : ''}。`,
  },
};
