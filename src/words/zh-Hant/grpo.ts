import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const traces = (count: number) => `${number(count)} 條軌跡`;
const sign = (value: number, digits: number) =>
  Number.isNaN(value) ? 'NaN' : `${value > 0 ? '+' : ''}${minus(fixed(value, digits))}`;
const minus = (text: string) => text.replace('-', '−').replace(/^−(0(?:\.0*)?)$/, '$1');
const plain = (value: number, digits: number) => (Number.isNaN(value) ? 'NaN' : minus(fixed(value, digits)));

/** The GRPO lens: a group of traces, what it rewards, and how it would push each token. */
export const grpo: Words['grpo'] = {
  plain,
  signed: sign,
  sources: '公式出自：<grpo>GRPO</grpo>、<r1>DeepSeek-R1</r1>、<dapo>DAPO</dapo>、<dr>Dr. GRPO</dr>。',
  train: '用這個目標函數自己訓練一個模型',
  setup: {
    title: '一組軌跡',
    family: '題目類型',
    heldOut: (place, of) => `第 ${number(place)} 道保留測試題，共 ${number(of)} 道`,
    fromLesson: '課程裡的題目',
    fromPlay: '「試玩」裡那次執行的題目',
    previous: '上一道題',
    next: '下一道題',
    fetching: '正在取回題目。',
    effort: '思考力度',
    efforts: { low: '低', high: '高' },
    size: '組裡的軌跡數',
    sample: '取樣一組',
    again: '再取樣一組',
    stop: '停止',
    stale: '這些軌跡還是改動之前抽取的。',
    takeVote: (count) => `取「試玩」裡那次執行的 ${traces(count)}`,
    takeRun: '取「試玩」裡那次執行的題目和模型',
  },
  policies: {
    title: '三個策略模型',
    roles: {
      old: '舊：寫軌跡的',
      now: '新：被訓練的',
      reference: '參考：不能離它太遠',
    },
    short: { old: '舊', now: '新', reference: '參考' },
    model: '模型',
    temperature: '溫度',
    note: '一次訓練裡，頁面只有開頭和結尾的模型，沒有中間每次更新的模型。這裡用同一個模型配較低的溫度，代替更新之後更有把握的模型。',
  },
  rule: {
    title: '目標函數',
    variant: '按照',
    variants: {
      here: '這裡的訓練',
      grpo: 'GRPO（DeepSeekMath）',
      dapo: 'DAPO',
      'dr-grpo': 'Dr. GRPO',
    },
    ownVariant: '自己的設定',
    clipLow: 'ε，1 以下',
    clipHigh: 'ε，1 以上',
    beta: 'β，KL 項的權重',
    floor: '標準差的下限',
    noFloor: '無',
    length: '固定長度 L 取這裡最長軌跡的長度。',
    byDeviation: '除以標準差',
    averaging: '取平均的方式',
    averagings: {
      trace: '先按軌跡內的 token，再按軌跡',
      token: '所有 token 一視同仁',
      constant: '除以固定長度',
    },
  },
  busy: {
    sampling: (done, of) => `${traces(of)}中已寫完 ${number(done)} 條。`,
    opening: '正在開啟模型。',
    scoring: '各個策略模型正在讀軌跡。',
    seeking: (tried, of) => `最多試 ${number(of)} 道題，已試 ${number(tried)} 道。`,
    surveying: (done, of) => `${number(of)} 組中已抽取 ${number(done)} 組。`,
  },
  empty: '選一道題，按「取樣一組」：軌跡會即時寫出，由規則給獎勵，每條軌跡的價值就是它比其他軌跡好多少。',
  group: {
    title: '獎勵和優勢',
    rewards: ({ right, formed, of }) =>
      `${traces(of)}中 ${number(right)} 條正確，${number(formed)} 條格式正確。`,
    rewardRule: (format) =>
      `格式正確的軌跡因格式得 ${fixed(format, 1)}，答案正確再得 1，一共 ${fixed(1 + format, 1)}：沒有模型來評判，所以騙不了誰。`,
    mean: '平均',
    deviation: '標準差',
    sum: '優勢之和',
    clipped: '被裁剪的 token',
    clippedOf: (count, of) => `${number(count)} / ${number(of)}`,
    objective: '目標函數',
    kl: 'KL，每個 token 的 nat',
    floored: (floor) => `取下限 ${fixed(floor, 2)}`,
  },
  left: {
    mixed: ({ right, of }) =>
      `有訊號：${number(right)} 條正確的會變得更可能，另外 ${number(of - right)} 條變得更不可能。`,
    form: '全都是錯的，只有格式不同：這一組只教格式。',
    formFloor: '全都是錯的，只有格式不同。下限讓這個小差別保持很小。',
    kl: (of) =>
      `${number(of)} 條的獎勵全都一樣，所以每個優勢都正好是 0。只剩下 KL 項：它把新的策略模型拉回參考模型。`,
    nothing: (of) =>
      `${number(of)} 條的獎勵全都一樣，所以每個優勢都正好是 0，又沒有 KL 項，什麼都不剩：這一組白抽了。這裡的訓練會略去這樣的組。`,
    nan: (of) =>
      `${number(of)} 條的獎勵全都一樣：0 除以 0。沒有下限，優勢就不是數（NaN），只要有一組這樣，模型的所有權重都會變成 NaN。`,
    same: '新的策略模型就是舊的：每個比值都是 1，目標函數還看不出什麼，但梯度看得出：請選「推力」來顯示。',
  },
  picture: {
    title: '軌跡，一個 token 一個 token 地看',
    label: (count) => `${traces(count)}，每列一條，每格一個 token。用方向鍵在 token 之間移動。`,
    colour: '直條顯示',
    shows: {
      advantage: '優勢',
      push: '推力（梯度）',
      ratio: '比值，新比舊',
      kl: 'KL 估計',
    },
    keys: {
      push: { up: '向上：變得更可能', down: '向下：變得更不可能' },
      ratio: { up: '向上：新的策略模型認為更可能', down: '向下：更不可能' },
    },
    clipped: '底部的標記：被裁剪',
    times: (ratio) => `× ${fixed(ratio, 2)}`,
    scale: (most) => `滿高：${most}`,
    columns: { trace: '軌跡', reward: '獎勵', advantage: '優勢', tokens: 'token' },
    verdicts: { right: '正確', wrong: '錯誤', unformed: '格式不對', open: '正在寫' },
    row: (place) => `軌跡 ${number(place)}`,
  },
  token: {
    title: (token, of, trace) => `軌跡 ${number(trace)}，第 ${number(token)} 個 token，共 ${number(of)} 個`,
    previous: '上一個 token',
    next: '下一個 token',
    traceUp: '上一條軌跡',
    traceDown: '下一條軌跡',
    policy: '策略模型',
    log: 'log π',
    chance: 'π',
    ratio: '比值',
    isClipped: '被裁剪：它的收益不產生梯度',
    klPushes: '只有 KL 項',
    notClipped: '沒有被裁剪',
    gain: '收益',
    kl: 'KL（k3）',
    term: '它的一項',
    push: '對 log π 的推力',
    chanceOf: (logarithm) => percent(Math.exp(logarithm), 1),
  },
  formula: {
    objective: '目標函數，以及這一組的值',
    advantage: '這條軌跡的優勢',
    token: '這個 token：比值、收益和 KL 估計',
  },
  even: {
    title: '當結果全都一樣',
    about: '一組軌跡靠差異來教。在保留測試題裡找一道這個策略模型總能解出、或從來解不出的題。',
    seek: { 'all-right': '找全對的一組', 'all-wrong': '找全錯的一組' },
    none: {
      'all-right': (tried) =>
        `${number(tried)} 道題裡沒有一道全對。降低舊策略模型的溫度、換一個模型或題目類型，也許能找到。`,
      'all-wrong': (tried) =>
        `${number(tried)} 道題裡沒有一道全錯。提高舊策略模型的溫度、換一個模型或題目類型，也許能找到。`,
    },
  },
  survey: {
    title: '在許多題目上',
    about: (count, size) =>
      `${number(count)} 道保留測試題，每道 ${traces(size)}：有多大比例的組既有對的也有錯的，因而有訊號？DAPO 會一直取樣，直到每一組都有。`,
    start: '抽取這些組',
    measured: ({ mixed, of }) => `${number(of)} 組中有 ${percent(mixed / of)} 有訊號。`,
    ends: ({ right, wrong }) => `${number(right)} 組全對，${number(wrong)} 組全錯。`,
    expected: ({ share, expected }) =>
      `所有軌跡中有 ${percent(share)} 正確；如果每道題一樣難，那麼 1 − p^G − (1 − p)^G = ${percent(expected)} 的組會有對有錯。`,
    unequal: '題目有難有易，所以處在兩端的組比曲線所說的多。',
    form: (count) => `全錯的組裡，有 ${number(count)} 組的格式有差別。`,
    picture: '各組按其中正確軌跡的條數分布',
    axis: '組裡的正確軌跡',
    curve: '線：每道題一樣難時',
    rights: '正確',
    groups: '組數',
    equallyHard: '如果一樣難',
    table: '列成表格',
    some: (groups) => fixed(groups, 1),
  },
};
