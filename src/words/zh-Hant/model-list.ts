import type { Words } from '../rooms.ts';
import { bytes, number, roughPercent } from './format.ts';

/** Two digits of a difference that may be a hundredth of a thousandth. */
const shareOfSpread = (difference: number | null) =>
  difference === null ? '數字說不清的程度' : roughPercent(difference);

export const modelList: Words['modelList'] = {
  all: '全部模型',
  origins: '模型來自哪裡',
  exact: '每個人得到同樣的 token：它的計算在任何裝置上都精確到每一個位元。',
  inexact: '不同裝置的結果可能不同：GPU 上的計算不是精確到每一個位元的。',
  mayNotFit: (name) => `${name}（不適用）`,

  trainIt: '自己訓練它',
  embeddedIntro:
    '由本專案訓練，各自只會一類題目。它們在任何裝置上都能執行，馬上就能開始，每個人得到同樣的 token。',
  offline: '沒有網路時',
  keptOffline: ({ kept, of }) =>
    kept === of
      ? '這個頁面和它的所有模型不連網也能用。'
      : `這個頁面不連網也能用，它的 ${number(of)} 個模型裡用過的 ${number(kept)} 個也能用。`,
  keepAll: (size) => `全部保留（${bytes(size)}）`,
  stopKeeping: '停止',
  notKept: '沒能全部取到。取到的都保留了。',
  verifiers: '驗證器',
  verifiersWhat: '它們評判模型的思考，自己不思考。在設定的「驗證器」裡選擇。',
  parameters: (amount) => `${amount}參數`,
  hasValueHead: '會說一個想法有多大希望',
  judges: { process: '評判每一步', outcome: '評判結果' },
  use: '使用',
  takeOne: (name) => `使用 ${name}`,
  inUse: '正在使用',
  chosenInVain: '已選，無法執行',

  gpuIntro:
    '通用的語言模型，參數從五億起。它們能回答文字題，也能做這個頁面的每一種題。每個模型在你要求時下載一次；思考都在這台裝置上進行。',
  lookAgain: '再看一次',
  reload: '重新載入頁面',
  own: '自己的模型',
  sizes: {
    small: '參數不到 10 億',
    medium: '10 到 20 億',
    large: '30 到 40 億',
    largest: '70 到 90 億',
    huge: '更大',
  },
  contrast: (count) => `用來對比：${number(count)} 個聽從指令、沒有訓練過推理的模型`,
  reasons: '會推理',
  sizeUnknown: '大小未知',
  toDownload: (count) => `大約要下載 ${bytes(count)}`,
  memory: (count) => `${bytes(count)} 顯示記憶體`,
  context: (tokens) => `上下文 ${number(tokens)} 個 token`,
  stored: (count) => `在這台裝置上，${bytes(count)}`,
  storedInPart: (count) => `已有 ${bytes(count)}；其餘的還可以取回`,
  version: (name) => `${name} 的版本`,
  recommended: (precision) => `${precision}（適合這裡）`,
  precision: ({ floats, bits }) => (bits === '0' ? `f${floats}，未量化` : `f${floats}，權重 ${bits} 位元`),
  fullPrecision: '用 f32 版本',

  fits: '<b>適合這台裝置。</b>',
  mayNotWork: (why) => `<b>可能用不了。</b>${why}`,
  doesNotFit: (why) => `<b>不適用。</b>${why}`,
  cannotRun: '在這裡無法執行：沒有 GPU。',
  remove: '刪除',
  removeOne: (name) => `刪除 ${name}`,
  removing: '正在刪除',
  keep: '保留',
  askRemove: (name) => `刪除 ${name}？`,
  removeStored: ({ name, size }) => `刪除 ${name}，騰出 ${bytes(size)}？以後可以再下載。`,
  removeOwn: (name) => `把 ${name} 從清單裡去掉？以後要重新填寫表單。`,
  removeOwnStored: ({ name, size }) => `刪除 ${name}，騰出 ${bytes(size)}？以後要重新填寫表單。`,

  factNames: {
    parameters: '參數',
    size: '大小',
    context: '上下文',
    runsOn: '執行於',
    speed: '速度',
    driver: '執行方式',
    weights: '權重',
    verifier: '驗證模型',
    discriminator: '二次取樣由誰做',
  },
  contextTokens: (tokens) => `${number(tokens)} 個 token`,
  speedLater: '執行一次後才知道',
  speed: (speed) => `每秒 ${speed} 個 token，在這次執行中測得`,
  drivers: { batched: '多段文字同時', sequential: '一段接一段' },
  samplings: {
    gpu: '機率大的 token 在 GPU 上挑出，這一點也檢查過。',
    processor: 'token 在處理器上抽取。',
  },
  driverReasons: {
    checked: ({ difference }) =>
      `各個序列一起計算，共用相同的部分。載入模型時檢查過：分岔和成批計算的 logits 與單獨計算的相比，差異不超過其分布範圍的 ${shareOfSpread(difference)}。`,
    'wrong-logits': ({ difference }) =>
      `分岔和成批計算的結果與單獨計算的不同：logits 的差異最大達到其分布範圍的 ${shareOfSpread(difference)}。`,
    'running-state': () => '這個模型還帶有執行狀態，只能在末尾分岔；各個序列一個接一個計算。',
    'sliding-window': () => '這個模型會忘掉長文的開頭，所以兩個序列不能共用它。',
    'missing-functions': ({ functions }) => `模型的程式庫缺少成批計算所需的函式（${functions.join(', ')}）。`,
    'unknown-build': () => '這個版本的 WebLLM 不是成批計算所需的建置方式。',
    'step-refused': () => 'GPU 拒絕了對多個序列的一步計算。',
    'library-ended': () => '模型的程式庫在成批計算多個序列時停止了。',
    'by-choice': () => '沒有採用成批計算。',
    'as-saved': (saved) => saved.text,
  },
  secondModel: (name) => `${name}，權重 <hash></hash>`,
};
