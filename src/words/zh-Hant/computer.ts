import type { Words } from '../rooms.ts';
import { bytes } from './format.ts';

/** This computer: what it offers to models on the graphics processor, and what to do where it offers nothing. */
export const computer: Words['computer'] = {
  title: '這台裝置',
  gpu: 'GPU',
  noWebGpu: '這個頁面用不了',
  noAdapter: '沒有能用的',
  noAnswer: '瀏覽器沒有回應',
  software: (name) => `${name}（由處理器計算，非常慢）`,
  halfFloats: '16 位元浮點數',
  yes: '支援',
  onlyFullFloats: '不支援，所以用 f32 版本',
  free: '可給這個頁面的空間',
  freeBytes: (count) => bytes(count),
  unknown: '不知道',
  kept: '下載的內容保留到',
  keptUntilRemoved: '你刪除為止',
  keptWhileSpace: '空間不夠為止',

  noneHere: '沒有 GPU',
  lacksWebGpu:
    '<b>這個瀏覽器不提供 WebGPU，而這些模型需要它。</b>其他一切照常：隨頁面附帶的模型不需要 GPU，別的模型的執行也可以匯入，一步一步地看。',
  findsNoAdapter:
    '<b>瀏覽器找不到能用的 GPU，而這些模型需要它。</b>其他一切照常：隨頁面附帶的模型不需要 GPU，別的模型的執行也可以匯入，一步一步地看。',
  didNotAnswer:
    '<b>這些模型需要 GPU，而瀏覽器被問到時沒有回應。</b>可能是驅動程式卡住了。再問一次，或重新啟動瀏覽器。其他一切照常：隨頁面附帶的模型不需要 GPU。',
  wordsNeed: {
    'no-webgpu': '文字題需要 GPU，而這個瀏覽器沒有把它提供給這個頁面（沒有 WebGPU）。',
    'no-adapter': '文字題需要 GPU，而瀏覽器找不到能用的。',
    'no-answer': '文字題需要 GPU，而瀏覽器被問到時沒有回應。',
  },
  instead: {
    title: '任何裝置都能執行：',
    'word-problem': '簡單的應用題',
    'knights-and-knaves': '騎士與無賴',
    'vote-of-8': '算術投票',
  },
  getOne: '怎樣取得',
  askAgain: '再問一次',
  asking: '正在詢問',
  howTo: '怎樣得到',
  versions:
    'Windows、macOS 和 ChromeOS 上的 Chrome 或 Edge 113 及以上；Safari 26 起；Firefox 在 Windows 上從 141 起，在 macOS 上從 145 起。',
  flags:
    '在 Linux 上，或者顯示卡驅動程式在瀏覽器的可疑名單上時：開啟 <c>chrome://flags</c>，把 <c>Unsafe WebGPU Support</c> 和 <c>Vulkan</c> 設為 Enabled，再重新啟動瀏覽器。',
  settings:
    '瀏覽器設定裡的 <q>在可用情況下使用圖形加速功能</q> 必須開啟。更新顯示卡驅動程式；<c>chrome://gpu</c> 會說明哪裡有問題。',
  secure: '頁面必須透過 https 或從 localhost 開啟。',
};
