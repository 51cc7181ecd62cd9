import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

const time = (seconds: number): string => {
  if (seconds < 1.5) return '1 秒';
  if (seconds < 90) return `${number(seconds)} 秒`;
  return seconds < 5400 ? `${number(seconds / 60)} 分鐘` : `${number(seconds / 3600)} 小時`;
};
const steps = (count: number) => `${number(count)} 步`;
const cores = (count: number) => `${number(count)} 個核心`;
const minus = (text: string) => text.replace('-', '−');
const signed = (value: number) => `${value > 0 ? '+' : ''}${minus(fixed(value, 2))}`;
const tokens = (count: number) => `${number(Math.round(count))} 個 token`;
const moment = new Intl.DateTimeFormat('zh-Hant', { dateStyle: 'medium', timeStyle: 'short' });
const date = new Intl.DateTimeFormat('zh-Hant', { dateStyle: 'medium' });

/** Reinforcement learning in the page: set up, watched, and what was made of it. */
export const trainerWords: Words['trainerWords'] = {
  title: '自己訓練',
  intro:
    '就在這個分頁裡，對一個真正的模型做強化學習。模型寫出軌跡，一條規則獎勵其中一些，得到獎勵的以後就更可能寫出。沒有人教它怎樣思考：看思考怎樣出現。',
  all: '全部訓練',
  trainIt: '自己訓練',
  trainItIs: (count) => `用這台裝置的 ${cores(count)}，分頁隱藏時也在進行。什麼都不會離開它，到時自己結束。`,
  what: ({ model, steps: count, traces }) => `${model}：${steps(count)}，每步 ${number(traces)} 條軌跡`,
  machine: (count) => (count === null ? '另一台裝置' : `另一台裝置（${cores(count)}）`),
  oneGoes: '有一次訓練正在進行。去看看。',
  recorded: ({ when, machine, seconds }) => `${when}在${machine}上錄製，用了 ${time(seconds)}。`,
  recordedChip: '錄製',
  liveChip: '即時',
  notKept: '這個瀏覽器不為這個頁面保留任何東西，所以頁面一關，訓練就沒有了。想留下的請匯出。',
  when: (at) => moment.format(at),
  day: (at) => date.format(at),

  panels: {
    accuracy: '正確答案',
    reward: '每條軌跡的獎勵',
    length: '軌跡的長度',
    thinking: '會思考的軌跡',
    kl: '離起點的距離（KL）',
    silent: '沒有訊號的組',
  },
  panelValues: {
    accuracy: (share) => percent(share),
    reward: (value) => minus(fixed(value, 2)),
    length: tokens,
    thinking: (share) => percent(share),
    kl: (nats) => `${minus(fixed(nats, 3))} nat`,
    silent: (share) => percent(share),
  },
  lineNames: { measured: '保留測試題', sampled: '取樣' },
  notMeasured: '沒有測量：β 是 0',
  share: (share) => percent(share),
  tick: (value) => minus(number(value, 3)),
  panelsAre:
    '綠色粗線：保留測試題，每道都取機率最大的 token 來作答。其餘：每一步抽取的軌跡的平均；細線是原樣，較粗的線平均掉了雜訊。沒有訊號：一組軌跡的獎勵全都一樣，什麼也教不了。',
  atStep: ({ step, of, clauses }) =>
    `第 ${number(step)} 步，共 ${number(of)} 步${clauses.length > 0 ? `：${clauses.join('，')}` : ''}。`,
  clauses: {
    accuracy: (share) => `保留測試題正確 ${percent(share)}`,
    sampled: (share) => `取樣的軌跡正確 ${percent(share)}`,
    reward: (value) => `獎勵 ${minus(fixed(value, 2))}`,
    length: (count) => `每條軌跡 ${tokens(count)}`,
    thinking: (share) => `會思考的軌跡 ${percent(share)}`,
    kl: (nats) => `每個 token 離起點 ${minus(fixed(nats, 3))} nat`,
    silent: (share) => `沒有訊號的組 ${percent(share)}`,
  },
  step: (step, of) => `第 ${number(step)} / ${number(of)} 步`,
  play: '播放',
  pausePlay: '暫停播放',
  latest: '最新一步',
  cursor: '正在看的步',

  watched: '同一道題，一再作答',
  watchedIs: '每一步之後，模型都再做一遍這道題，總是取機率最大的 token。',
  watchedAt: (step) => (step === 0 ? '訓練之前' : `第 ${number(step)} 步之後`),
  noThought: '沒有思考：直接作答。',
  right: '正確',
  wrong: '錯誤',
  watchedLater: '第一次作答馬上就來。',

  group: '這一步的一組',
  groupOf: (step) => `第 ${number(step)} 步的一組`,
  groupIs:
    '這一步的一道題，和模型為它寫的軌跡。一條軌跡的價值，是它的獎勵比其他軌跡的平均高多少或低多少：這就是它的優勢。',
  noGroup: '這一步沒有保留一組軌跡。',
  columns: { reward: '獎勵', advantage: '優勢', text: '它寫了什麼' },
  reward: (value) => minus(fixed(value, 2)),
  advantage: signed,
  silentGroup: '獎勵全都一樣，所以每個優勢都是 0：這一組什麼也教不了。',
  moreTraces: (count) => `全部 ${number(count)} 條軌跡`,
  fewerTraces: '少看幾條',

  phases: {
    starting: '正在取模型。',
    training: '正在訓練',
    yielding: '正在等「試玩」裡的執行，處理器核心先給它用',
    pausing: '正在暫停：等這一步做完',
    stopping: '正在暫停',
  },
  progress: (done, of) => `${number(done)} / ${steps(of)}`,
  left: (seconds) => `大約還要 ${time(seconds)}`,
  took: (seconds, count) =>
    count === null ? `用了 ${time(seconds)}` : `用 ${cores(count)}做了 ${time(seconds)}`,
  hiddenTitle: (step, of, page) => `${number(step)}/${number(of)} · ${page}`,
  pause: '暫停',
  pauseNow: '立即暫停',
  goOn: '繼續',
  goOnMore: (count) => `繼續：再做 ${steps(count)}`,
  paused: '已暫停。會從這裡繼續。',
  brokeOff: (step) =>
    step === 0 ? '它中斷了，還沒有保留過狀態：會重新開始。' : `它中斷了。會從第 ${number(step)} 步繼續。`,
  finished: (count) => `完成：${steps(count)}。`,
  diverged: (step) =>
    `第 ${number(step)} 步之後的梯度不是數，所以模型保持原樣。請用更小的學習率，或更大的標準差下限，重新訓練。`,
  elsewhere: '這個瀏覽器的另一個分頁正在做它。那個分頁關閉或暫停之後，可以在這裡繼續。',
  gone: '這個瀏覽器裡沒有這次訓練：它被刪除了，或者保留在另一個瀏覽器裡。',
  kept: '已經做出來的都還在：曲線，還有最後一步的模型。',
  milestones: {
    accuracy: (share, step) => `第 ${number(step)} 步之後，保留測試題正確 ${percent(share)}。`,
    thinking: (step) => `從第 ${number(step)} 步起，多數軌跡先思考再作答。`,
    finished: (count) => `訓練完成：${steps(count)}。`,
    paused: (step) => `訓練在第 ${number(step)} 步之後暫停。`,
  },
  fromTo: (from, to) => `保留測試題正確 ${percent(from)} → ${percent(to)}`,

  modelOf: (step) => (step === 0 ? '最初的模型' : `第 ${number(step)} 步之後的模型`),
  modelNearest: (step) =>
    step === 0
      ? '這一步的模型已經不在手邊：這是訓練開始時的模型。'
      : `這一步沒有保留模型：這是第 ${number(step)} 步之後的。`,
  noModel: '錄製的訓練不保留模型。自己訓練一次，任何一步的模型都可以拿來用。',
  modelName: (name, step) => `${name}，第 ${number(step)} 步`,
  modelDescription: (name, step) => `在頁面裡從 ${name} 訓練了 ${steps(step)}。`,
  use: '在「試玩」裡使用',
  compare: '與第 0 步比較',
  sweep: '用一百道題比較',
  sweepTitle: (step) => `訓練到第 ${number(step)} 步，與最初相比`,
  keepModel: '保留這個模型',
  modelIsKept: (name) => `「${name}」已保留。它在「模型」裡，也可以在「試玩」裡選用。`,
  exportModel: '匯出為資料夾',
  branch: '從這裡繼續訓練',
  branchIs: '另一次訓練，從這個模型開始，可以用別的設定。',
  busy: '「試玩」裡有一次執行正在進行。結束後就可以按這些。',
  opening: '正在準備模型。',

  setUp: '設定',
  allSettings: '全部設定',
  titled: (preset, model) => `${preset}：${model}`,
  preset: '開始於',
  presetOwn: '自己的設定',
  groups: { from: '從什麼學習', reward: '獎勵', objective: '目標函數' },
  changed: (count) => `改動了 ${number(count)} 項設定。`,
  reset: '還原',
  copyLink: '複製連結',
  copied: '連結已複製。它帶著全部設定：同樣的設定在任何裝置上都給出同樣的曲線。',
  notCopied: '瀏覽器不讓頁面複製。現在這個頁面的網址就是連結。',
  linkFailed: '這個訓練連結讀不了：它被截短了、損壞了，或者來自更新版本的頁面。',
  fromLink: '這些設定來自連結。在你同意之前什麼都不會執行。',
  seed: (seed) => `種子 ${seed}`,
  freshSeed: '換一個種子',
  sameCurve: '同樣的設定和種子，在任何裝置上都給出同樣的曲線。',
  amount: (value) => minus(number(value, 5)),
  on: '是',
  off: '否',

  yours: '你的訓練',
  noneYet: '還沒有。按上面的按鈕；做出來的會留在這裡，直到你刪除。',
  fleeting: '沒有保留',
  rename: '重新命名',
  name: '名稱',
  keep: '保留',
  delete: '刪除',
  exportTraining: '匯出',
  exportTrainingIs: '曲線，以及可以繼續的狀態，在一個檔案裡',
  again: '改動設定',
  actionOn: (action, title) => `${action}：${title}`,
  deleted: (title) => `「${title}」已刪除。`,
  undo: '復原',
  dismiss: '知道了',
  openFile: '開啟檔案',
  fileFailed: '這個檔案不是在這裡匯出的訓練，或者損壞了。',
  modelFailed: '模型沒有準備好。請再試一次，或換一步。',
};
