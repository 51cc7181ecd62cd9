import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** The lab: what the literature claims, and what holds on the models of this page. */
export const lab: Words['lab'] = {
  parts: '實驗室的各個部分',
  partNames: { evidence: '證據', sweeps: '掃描', lenses: '分析視角', training: '訓練' },
  title: '在這些模型上，什麼成立',
  intro: ({ claims, problems }) =>
    `文獻裡的 ${number(claims)} 條論點，每一條都在隨頁面附帶的小模型上檢驗：最多 ${number(problems)} 道沒有任何模型訓練過的題，每種作答方式用同樣的題目和種子。`,
  topics: '主題',
  all: '全部主題',
  outcome: '結論',
  anyOutcome: '任何結論',
  sort: '順序',
  orders: {
    table: '按文獻的順序',
    difference: '差異大的在前',
    unlikely: 'p 值小的在前',
  },
  counted: (count) => `${number(count)} 條論點`,
  none: '這個主題裡沒有論點得出這樣的結論。換一個主題，或選任何結論。',

  howToRead: '怎樣看',
  interval95: '點是解出題目的比例；周圍的橫線是 95% 信賴區間（Wilson）。',
  costs: '每種方式的下面：平均每題抽取的 token，乘以模型的參數量（以百萬計）。',
  paired:
    '作答方式逐題比較：只有一種答對、另一種答錯的題目才能分出高下。p 值用 McNemar 精確檢定，雙尾，並按 Holm 方法對本頁全部論點校正。',
  verdicts: {
    shown: '成立：正確率逐級上升，幅度至少達到預期，而且差異明確（校正後 p 值不超過 0.05）。',
    partly:
      '部分成立：最後一種明確高於第一種，但幅度不夠，或沒有逐級上升，或論點涉及的步驟中有一步沒有上升。',
    unclear: '不明確：最後一種既沒有明確高於第一種，也沒有明確低於它。',
    opposite: '相反：最後一種明確低於第一種。',
  },
  linkTo: (claim) => `這條論點的連結：${claim}`,
  overview: '全部論點，以及第一種和最後一種方式各解出多少題',
  change: (first, last) => `${first} → ${last}`,
  columns: { way: '作答方式', right: '正確', claim: '論點', change: '第一種 → 最後一種' },
  caption: (claim) => `解出的題目：${claim}`,
  interval: (low, high) => `${number(low * 100)}–${number(high * 100)}`,
  cost: ({ tokens, parameters }) => `${number(tokens)} 個 token ×\u00a0${number(parameters / 1e6, 1)}\u00a0M`,
  compared: ({ first, second, onlyFirst, onlySecond, p }) =>
    `${number(onlySecond)} 道題只有「${second}」答對，${number(onlyFirst)} 道題只有「${first}」答對：${p}。`,
  correctedP: '校正後 p',
  of: ({ problems, date, commit }) => `n = ${number(problems)}，${date} 在 ${commit} 上測量`,

  reproduce: '在這裡重現',
  try: '在「試玩」裡試其中一道題',
  problem: (place, of) => `第 ${number(place)} 題，共 ${number(of)} 題`,
  parting: (count) =>
    count === 1
      ? '只有這道題，第一種和最後一種方式結果不同。'
      : `共 ${number(count)} 道題，第一種和最後一種方式結果不同，這是其中一道。`,
  noParting: '在每道題上，第一種和最後一種方式的結果都相同。',
  previous: '上一道題',
  next: '下一道題',
  measuredRight: '測量時答對',
  measuredWrong: '測量時答錯',
  open: '在「試玩」裡開啟',
  openOne: (way) => `在「試玩」裡開啟：${way}`,
  same: '種子就是測量時用的那個：執行它，在任何裝置上都會得到同樣的 token。',
  fetching: '正在取回題目。',

  curves: '學習曲線',
  curvesAre: '從自己的軌跡中學習的模型，在訓練中怎樣一步一步學會思考。',
};
