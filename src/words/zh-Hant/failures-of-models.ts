import { number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const runAgain = '到那時為止發生的都保留著。再執行一次：頁面會重新啟動它。';
const loadAgain = '到那時為止發生的都保留著。再執行一次：模型會重新載入。';
const runOrChoose = '再執行一次。如果又出現，就重新載入頁面，或換一個模型。';
const fetchAgain = '重新載入頁面，再取回一次模型。如果沒有用，就要重新匯出它的檔案。';
const downloadAgain = '刪除模型，再下載一次。如果沒有用，說明它不是為 WebLLM 製作的。';
const simdBrowser = '請用支援 WebAssembly SIMD 的瀏覽器：Chrome 91、Firefox 89、Safari 16.4 或更新的版本。';
const securePage = '請透過 https 或從 localhost 開啟頁面。';
const connection = '檢查網路連線，然後再試一次。';
const judgeBroken = '評判的模型不正常。再執行一次，或換一個驗證器或模型。';

/** Models that do not open, or break. */
export const modelFailures = {
  'model-not-found': {
    file: {
      message: ({ path }) => `沒能取到模型的一個檔案（${path}）。`,
      advice: connection,
    },
    unlisted: {
      message: ({ model }) => `這個頁面沒有叫 ${model} 的模型。`,
      advice: '從清單裡選一個模型，或把它新增為自訂模型。',
    },
    'no-such-judge': {
      message: ({ model }) => `這個頁面沒有叫「${model}」的模型可以來評判。`,
      advice: '換一個驗證器。',
    },
  },
  'model-damaged': {
    'manifest-not-json': {
      message: ({ model }) => `模型「${model}」的說明檔案不能作為 JSON 讀取。`,
      advice: fetchAgain,
    },
    'manifest-invalid': {
      message: ({ model, at, detail }) => `模型「${model}」的說明檔案無效：${at}：${detail}。`,
      advice: fetchAgain,
    },
    'manifest-of-another': {
      message: ({ model, other }) => `模型「${model}」的說明檔案其實是「${other}」的。`,
      advice: fetchAgain,
    },
    'token-missing': {
      message: ({ token }) => `模型的詞彙表裡缺少 token「${token}」。`,
      advice: fetchAgain,
    },
    'tensor-missing': {
      message: ({ model, tensor }) => `模型「${model}」缺少張量「${tensor}」。`,
      advice: fetchAgain,
    },
    'tensor-shape': {
      message: ({ model, tensor, found, needed }) =>
        `「${model}」的張量「${tensor}」是 ${found}，需要的是 ${needed}。`,
      advice: fetchAgain,
    },
    'tensor-outside': {
      message: ({ model, tensor }) => `「${model}」的張量「${tensor}」超出了權重檔案的範圍。`,
      advice: fetchAgain,
    },
    'weights-length': {
      message: ({ model, bytes: found, expected }) =>
        `「${model}」的權重有 ${number(found)} 位元組；應有 ${number(expected)} 位元組。`,
      advice: fetchAgain,
    },
    'weights-hash': {
      message: ({ model }) => `「${model}」的權重不是說明檔案所寫的那一份：雜湊不同。`,
      advice: fetchAgain,
    },
    'weights-not-finite': {
      message: ({ model }) => `「${model}」的權重裡有一個數不是有限數。`,
      advice: fetchAgain,
    },
    'file-too-long': {
      message: ({ file }) => `模型的檔案 ${file} 超過了允許的長度。`,
      advice: '換一個模型，或改正它的位址。',
    },
    'file-not-json': {
      message: ({ file }) => `模型的檔案 ${file} 不能作為 JSON 讀取。`,
      advice: downloadAgain,
    },
    'file-invalid': {
      message: ({ file, at, detail }) => `模型的檔案 ${file} 無效：${at}：${detail}。`,
      advice: downloadAgain,
    },
    'file-hash': {
      message: ({ file }) =>
        file === null
          ? '模型有一個檔案不是應有的那一份：雜湊不同。'
          : `${file} 不是應有的那個檔案：雜湊不同。`,
      advice: ({ file }) =>
        file === null ? '刪除模型，再下載一次。' : '不要使用它，或改正自訂模型裡的雜湊。',
    },
    'weights-list': {
      message: ({ model }) => `WebLLM 用不了 ${model} 的權重清單。`,
      advice: '換一個模型，或改正權重的位址。',
    },
    'no-tokeniser': {
      message: '模型的檔案 tokenizer.json 裡沒有分詞器的說明。',
      advice: downloadAgain,
    },
    'tokeniser-unknown': {
      message: '模型的分詞器是這個頁面不認識的類型。',
      advice: downloadAgain,
    },
    'tokeniser-unreadable': {
      message: ({ detail }) => `模型的檔案 tokenizer.json 所說明的分詞器，這個頁面執行不了：${detail}`,
      advice: downloadAgain,
    },
    'no-reply-end': {
      message: '模型的對話設定沒有說明回覆在哪裡結束。',
      advice: downloadAgain,
    },
    'not-a-model': {
      message: ({ detail }) => `按模型自己的檔案，它不是 WebLLM 能執行的模型：${detail}`,
      advice: downloadAgain,
    },
  },
  'kernel-failed': {
    threw: { message: ({ detail }) => `模型執行時出錯：${detail}`, advice: runOrChoose },
    'no-probabilities': {
      message: '模型輸出的數不是機率。',
      advice: runOrChoose,
    },
    'bad-value': {
      message: ({ model, value }) => `${model} 的價值頭給出的價值是 ${value}，而只有 0 到 1 的數才有意義。`,
      advice: judgeBroken,
    },
    'bad-logprob': {
      message: ({ model, value }) => `${model} 給出的機率對數是 ${value}。`,
      advice: judgeBroken,
    },
    'no-hashes': {
      message: '這裡無法核對模型的權重：瀏覽器只在安全的頁面上計算雜湊。',
      advice: securePage,
    },
    'not-compiled': {
      message: '執行模型的 WebAssembly 核心沒能編譯。',
      advice: simdBrowser,
    },
    'not-started': {
      message: '執行模型的 WebAssembly 核心沒能啟動。',
      advice: simdBrowser,
    },
    'not-built': {
      message: 'WebAssembly 核心還沒有建置。',
      advice: '請執行：node src/policy/embedded/kernel/build.mjs',
    },
    'no-memory': {
      message: '記憶體不夠，放不下模型。',
      advice: '關閉其他頁面，再執行一次。',
    },
    stopped: {
      message: '執行模型的 WebAssembly 核心停止了。',
      advice: '再執行一次：頁面會重新啟動它。',
    },
    'webllm-threw': {
      message: ({ detail }) => `模型執行時出錯：${detail}`,
      advice: `${loadAgain}如果又出現，就換一個模型。`,
    },
    'webllm-stopped': {
      message: 'WebLLM 的執行環境停止了，沒有說明原因。',
      advice: `${loadAgain}如果又出現，就換一個模型。`,
    },
    'worker-stopped': {
      message: ({ detail }) =>
        detail === null ? '頁面裡執行模型的部分停止了。' : `頁面裡執行模型的部分停止了：${detail}。`,
      advice: runAgain,
    },
    'worker-silent': {
      message: '頁面裡執行模型的部分不再回應。',
      advice: runAgain,
    },
  },
} satisfies Partial<FailureWords>;
