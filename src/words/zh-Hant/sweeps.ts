import type { Words } from '../rooms.ts';
import { fixed, list, number, percent } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return '1 秒';
  if (seconds < 90) return `${number(seconds)} 秒`;
  if (seconds < 5400) return `${number(seconds / 60)} 分鐘`;
  return seconds < 172_800 ? `${number(seconds / 3600)} 小時` : `${number(seconds / 86_400)} 天`;
};
const cores = (count: number) => `${number(count)} 個核心`;
const moment = new Intl.DateTimeFormat('zh-Hant', { dateStyle: 'medium', timeStyle: 'short' });

/** Sweeps: many runs, and what they say together. */
export const sweepWords: Words['sweepWords'] = {
  title: '掃描',
  intro: '掃描用幾種作答方式做同一批題，並統計結果。它用上你裝置的所有處理器核心，你做別的事時也在執行。',
  all: '全部掃描',
  notKept: '這個瀏覽器不為這個頁面保留任何東西，所以頁面一關，掃描就沒有了。想留下的請儲存。',
  questions: '可以從這些問題開始',
  presets: {
    'accuracy-against-n': {
      title: '四種推理方法：正確率隨 N 的變化',
      does: '在 24 點上比較多數決、N 選最佳、加權投票和束搜尋：樣本更多有什麼好處，旁邊是知道哪個樣本正確的神諭。束搜尋抽取自己的步驟，所以可能高於神諭。',
    },
    voting: {
      title: '投票有用嗎？',
      does: '在算術上，用最多 32 個樣本投票，與抽取一條思維鏈、一條貪心的思維鏈比較。',
    },
    'equal-tokens': {
      title: '花同樣的 token：投票、N 選最佳，還是搜尋？',
      does: '在 24 點上，最多 64 個樣本的投票與挑選、思維樹和蒙地卡羅樹搜尋，放在同一條 token 軸上。',
    },
    verifiers: {
      title: '用哪個驗證器？',
      does: '同一批樣本，分別由過程獎勵模型、結果獎勵模型、模型自己的價值頭和規則來挑選。',
    },
    waits: {
      title: '該等多久？',
      does: '最多強制四次「Wait」，一個模型從彎路中學習，另一個從捷徑中學習。',
    },
  },
  presetArms: { sampledChain: '抽取一條思維鏈', greedyChain: '一條貪心的思維鏈', vote: '32 票表決' },
  run: '執行',
  runOne: (title) => `執行：${title}`,
  change: '先改一改',
  changeOne: (title) => `先改一改：${title}`,
  byHand: '自己設定一次掃描',
  size: ({ arms, problems, runs }) =>
    `${number(arms)} 種方式 × ${number(problems)} 道題：${number(runs)} 次執行`,
  roughly: (seconds, count) => `用 ${cores(count)}大約 ${time(seconds)}`,

  openFile: '開啟檔案',
  dropHere: '把結果檔案拖到這裡',
  files: '可以是在這裡或用命令列儲存的掃描；測量內容相同的，會併入已有的結果。',
  cut: '檔案的最後一行沒有寫完，已略去。',
  fileFailure: {
    'no-results-file': '這不是掃描的檔案：第一行應當是一次掃描。',
    'results-too-big': '這個檔案太大，在這裡讀不了。',
    'results-unreadable': '這個檔案不能作為文字讀取，或者壓縮部分損壞了。',
    'results-newer': '這個檔案由更新版本的頁面寫成。請重新載入頁面，再試一次。',
  },
  fileLine: (line, why) =>
    ({
      'no-json': `檔案的第 ${number(line)} 行不是 JSON。`,
      'not-as-written': `檔案的第 ${number(line)} 行不是這種檔案裡該有的內容。`,
      'no-such-run': `檔案的第 ${number(line)} 行屬於一次執行，而它的掃描裡沒有這次執行。`,
    })[why],
  linkFailed: '這個掃描的連結讀不出來：它被截短了、損壞了，或由更新版本的頁面製作。',

  kept: '你的掃描',
  noneKept: '還沒有。執行上面的一個問題；它會留在這裡，直到你刪除。',
  columns: { sweep: '掃描', runs: '執行', when: '上次改動', actions: '操作' },
  progress: (done, of) => `${number(done)} / ${number(of)}`,
  untitled: ({ arms, problems }) => `${number(arms)} 種方式，${problems}`,
  fleeting: '不保留',
  when: (at) => moment.format(at),
  open: '開啟',
  rename: '重新命名',
  name: '名稱',
  keep: '保留',
  duplicate: '建立複本',
  delete: '刪除',
  actionOn: (action, title) => `${action}：${title}`,
  deleted: (title) => `「${title}」已刪除。`,
  undo: '復原',
  dismiss: '知道了',

  setUp: '設定掃描',
  opened: '這次掃描來自連結。你開始之前，什麼都不會執行。',
  problems: '題目',
  arms: '作答方式',
  armsAre: '每種方式都做每一道題，用同樣的種子。',
  remove: '刪除',
  addFromPlay: '加入「試玩」裡的設定',
  addFromPlayIs: (what) => `${what}：任何設定都可以在那裡改。`,
  onlyJudges: '「試玩」裡的設定已經在裡面了。',
  axes: '用幾條軸來生成',
  axesAre: '你所選內容的每一種組合；其他設定都取第一種方式的。結果相同的會略去。',
  models: '模型',
  strategiesAxis: '推理方法',
  vary: '變化一項設定',
  noSetting: '無',
  values: '取值，用逗號分隔',
  makes: (count) => `這樣得到 ${number(count)} 種方式。`,
  leftOut: (count) => `略去了 ${number(count)} 種組合`,
  leftOutWhy: {
    same: '和另一種完全相同',
    unfit: '不適用於模型或題目',
    invalid: '超出設定的範圍',
    'no-setting': '這裡沒有推理方法有這項設定',
    'too-many': '超過一次掃描的上限',
  },
  takeThese: '使用這些',
  repeats: '重複次數',
  repeatsAre: '每道題作答幾次，每次用不同的種子。',
  budget: '每次執行的 token',
  budgetIs: '0 表示不限。',
  model: '模型',
  strategy: '推理方法',
  value: (value) => number(value, 3),
  comma: '，',
  settingIs: (name, value) => `${name} ${value}`,
  budgetOf: (tokens) => (tokens === 0 ? '不限' : `${number(tokens)} 個 token`),
  ownHead: (kind) => `自己的價值頭（${kind}）`,
  by: (way, judge) => `${way}（評判：${judge}）`,
  cannot: {
    'no-problems': '沒有題目可做。',
    'too-many-runs': '執行次數超過一次掃描的上限。',
    arm: (name, why) => `「${name}」做不了這些題：${why}`,
    'same-arms': (name, other) => `「${name}」和「${other}」的計算完全相同：比較它們毫無意義。`,
  },
  instead: (model) => `改用 ${model}`,
  armCannot: {
    'unknown-model': '沒有這樣的模型。',
    'only-judges': '它的模型是訓練來評判的，自己不會寫。',
    'other-family': '它的模型沒有在這類題目上訓練過。',
  },

  phases: {
    starting: '正在取回模型。',
    running: '正在執行',
    yielding: '「試玩」裡的執行佔用著核心，正在等待',
    pausing: '正在暫停：等已經開始的做完',
  },
  rate: (runs) => `每秒 ${runs < 10 ? fixed(runs, 1) : number(runs)} 次執行`,
  left: (seconds) => `大約還剩 ${time(seconds)}`,
  done: (runs) => `完成：${number(runs)} 次執行`,
  brokeOff: '它沒有做完。',
  cancelled: '已取消。之前的結果都保留著。',
  pause: '暫停',
  goOn: '繼續',
  cancel: '取消',
  elsewhere: '這個瀏覽器的另一個分頁正在執行它。等那邊關閉或暫停之後，就可以在這裡繼續。',
  gone: '這個瀏覽器裡沒有這次掃描：它被刪除了，或保留在另一個瀏覽器裡。',
  copyLink: '複製連結',
  copied: '連結已複製。它包含這次掃描，不含結果。',
  notCopied: '瀏覽器不讓頁面複製。連結就是這個頁面現在的網址。',
  linkTooBig: '它太大，放不進連結：請儲存為檔案。',
  save: '儲存',
  saveIs: '全部結果，每行一個 JSON',
  moreProblems: (count) => `增加到 ${number(count)} 道題`,
  moreRepeats: (count) => `重複到 ${number(count)} 次`,
  duplicated: '改一個複本',
  failedRuns: (count) => `${number(count)} 次執行失敗，既不算正確也不算錯誤。`,
  again: (problems) => `在這裡執行 ${number(problems)} 道題`,
  againIs: '用已公布表格裡的題目、種子和設定，在這台裝置上執行。',
  published: '已公布',
  here: '這裡',
  ofProblems: (count) => `${number(count)} 道題`,
  sameAsPublished: (same, of) =>
    same === of
      ? `${number(of)} 次執行的結果全部和已公布的相同。`
      : `${number(of)} 次執行中有 ${number(same)} 次的結果和已公布的相同。`,
  openSweep: '這次掃描的全部內容',
  luck: '這樣答對的機會有多大？',
  luckIs: (how) => `${how}，做 50 道保留測試題，每道題用自己的種子。`,
  luckOnOne: (how) => `${how}，在這道題上做 50 次，每次換一個種子。`,
  luckTitle: (how) => `這樣答對的機會有多大？${how}`,
  lookCloser: '細看這次執行',
  ways: {
    pass: '樣本神諭（已知答案的上限，pass@N）',
    majority: '多數決',
    best: 'N 選最佳',
    weighted: '加權投票',
  },
  currencies: {
    tokens: '每題生成的 token',
    'token-parameters': '每題 token × 參數',
    forwards: '每題前向計算次數',
    seconds: '每題在一個核心上的秒數',
  },
  currency: '運算量',
  tabs: '圖',
  tabNames: { accuracy: '正確率', matrix: '題目', paired: '比較' },
  accuracyTitle: '解出的題目，按每題花的運算量',
  amountTitle: (amounts) => `解出的題目，按${list(amounts)}`,
  amountAxis: (amounts) => `${list(amounts)}（N）`,
  samples: '樣本數',
  finding: ({ first, best, others, problems, better, worse, repeated, p }) =>
    `${[best, ...others, first].map(({ name, solved }) => `${name}：${percent(solved)}`).join('；')}。${number(problems)} 道題裡，「${best.name}」和「${first.name}」相比，${
      repeated
        ? `有 ${number(better)} 道解出的次數更多，${number(worse)} 道更少`
        : `解出了對方沒解出的 ${number(better)} 道，反過來有 ${number(worse)} 道`
    }（${p}，已按 Holm 方法對所有方式校正）。`,
  withSamples: (name, samples) => `${name}，N = ${number(samples)}`,
  barsAre: '誤差線是按題目計算的 95% 信賴區間。',
  pointNote: (amount, problems) =>
    `${amount === null || !Number.isFinite(amount) ? '' : `N = ${number(amount)}，`}${number(problems)} 道題`,
  drawnFrom:
    '每個 N 的投票、N 選最佳、加權投票和神諭，都由同一次抽取的樣本算出，沒有為它們重新執行。誤差線是按題目計算的 95% 信賴區間。',
  solved: '解出',
  number: (value) => (value < 10 ? number(value, 2) : number(value)),
  onlyDiffering: '只看有差異的',
  matrixIs:
    '點一個格子，就在「試玩」裡開啟那次執行。如果上面選了另一種方式，就停在對方沒有的第一個 token 處。',
  matrixCaption: '每種方式解出了哪些題',
  part: '停在與它分開的地方',
  partNone: '無：顯示整次執行',
  partsHere: ({ against, wrote, instead }) =>
    `停在這裡，因為「${against}」在此與它分開：這次執行寫的是「${wrote}」，對方${instead === null ? '在這裡什麼也沒寫' : `寫的是「${instead}」`}。`,
  opening: '正在尋找兩者在哪裡分開。',
  against: '對照',
  comparedIs: '逐題比較，用精確的成對檢定；p 值按 Holm 方法對所有比較的方式校正。',
  betterColumn: '只有它答對',
  worseColumn: '只有對方答對',
  difference: '差異',
  points: (share) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${number(Math.abs(share * 100), 1)} 個百分點`,
  oneWay: '比較需要兩種作答方式。請改一個複本，再加一種。',
  needs:
    '掃描裡有相應內容時，這裡就會出現圖。按難度看哪種方式最好：要有兩種方式和十道題。並排嘗試與先後嘗試：要有兩者次數各不相同的方式，例如幾種寬度的束搜尋和順序修訂。「Wait」：要有預算強制。驗證器有多好：要有由它評判的樣本。',
  nothingYet: '還沒有結果。',
  unexplained: ({ code }) => `它停止了：${code}。`,
  percent: (share) => percent(share),
  names: (names) => list(names),
};
