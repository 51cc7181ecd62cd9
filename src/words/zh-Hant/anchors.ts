import type { Words } from '../rooms.ts';
import { fixed, number, roughPercent } from './format.ts';

const nats = (value: number) => fixed(value, 2);

/** The lens that asks which step decided the answer. */
export const anchorWords: Words['anchorWords'] = {
  how: '每一步都丟掉再重寫很多次，每次都讓軌跡繼續寫到答案。保留這一步和換掉這一步，得到的答案差別多大，這一步就有多重要。',
  formula: 'D<sub>KL</sub>( 換成別的步驟時的答案 ‖ 保留這一步時的答案 )，以 nat 計',
  smoothing:
    '每個答案的次數都加上半次推演，這樣沒出現過的答案只算少見，而不是不可能。點是數值，線是它的 95% 信賴區間（拔靴法）；短直線是純屬偶然時 100 次裡有 95 次不會超過的值。低於它的畫成空心。',
  sameMeans:
    '論文用句子嵌入來判斷步驟的意思是否不同。這些模型的步驟是精確的：文字不同就是不同的步驟，只有 4 + 9 和 9 + 4 算相同。',
  measure: '重要性',
  measures: {
    counterfactual: '反事實',
    resampling: '重取樣',
  },
  measuresAre: {
    counterfactual: '只看寫成了別的步驟的情況。',
    resampling: '不管寫成什麼都算，包括同樣的步驟。',
  },
  steps: '軌跡的步驟，以及每一步起了多大作用',
  heads: { step: '步驟', interval: '95% 區間', rollouts: '推演裡的情況' },
  interval: ({ low, high }) => `從 ${nats(low)} 到 ${nats(high)}`,
  stepSpoken: ({ place, text, said }) => `第 ${number(place)} 步：${text}。${said}`,
  importance: (value) => nats(value),
  spoken: {
    clear: (value) => `重要性 ${nats(value)}`,
    chance: (value) => `重要性 ${nats(value)}，沒有超出偶然`,
    none: '重要性還不知道',
  },
  anchor: '作用最大',
  byChance: '在偶然範圍內',
  hardlyAny: ({ different, of }) =>
    different === 0
      ? `每次都這樣寫（${number(of)} 次中的 ${number(of)} 次）`
      : `${number(of)} 次中只有 ${number(different)} 次寫得不同`,
  otherwise: ({ different, of }) => `${number(of)} 次中有 ${number(different)} 次不同`,
  waiting: '…',
  differ: ({ different, of }) => `${number(of)} 次中有 ${number(different)} 次寫了別的步驟`,
  rightBy: (change) =>
    `正確率 ${change > 0 ? '+' : change < 0 ? '−' : '±'}${number(Math.abs(change) * 100)} 個百分點`,
  summary: ({ step, text, from, to }) =>
    `第 ${number(step)} 步 <data>${text}</data> 作用最大：在它之前，${roughPercent(from)} 的推演結果正確；在它之後，${roughPercent(to)}。`,
  noAnchor: '沒有一步超出偶然：無論從哪裡重新接著寫，答案都差不多。',

  answers: '從每個位置得到的答案',
  answersAre: '每一欄：軌跡從那裡接著寫會怎樣。線是結果正確的比例，帶 Wilson 區間。',
  groups: {
    right: '任何正確答案',
    rare: (answers) => `另外 ${number(answers)} 個答案`,
    none: '沒有答案',
  },
  column: { begin: '起點', after: (step) => number(step) },
  numbers: '資料',
  place: '位置',
  right: '正確',
  share: ({ share, low, high }) => `${roughPercent(share)}（${number(low * 100)}–${number(high * 100)}）`,
  count: (count) => number(count),

  instead: (step) => `第 ${number(step)} 步寫成了什麼`,
  insteadCaption: '按寫出的次數排列的步驟，以及它們的結果',
  columns: { written: '寫成', times: '次數', right: '正確', answer: '最常見的答案', open: '在「試玩」裡' },
  ended: '結束了思考',
  ownStep: '這條軌跡',
  outOf: (count, of) => `${number(count)} / ${number(of)}`,
  mostly: ({ answer, count }) => `${answer}（${number(count)}）`,
  open: '從它接著寫',
  openOne: (text) => `在「試玩」裡從「${text}」接著寫`,
  more: (count) => (count === 1 ? '另外 1 個步驟，只寫出過一次' : `另外 ${number(count)} 個步驟，更少寫出`),
};
