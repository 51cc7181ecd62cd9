import type { FailureOf } from '#run/failure.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import { verifiers } from './verifiers.ts';
import type { FailureWords } from '../failure-words.ts';

const loadAgain = '到那時為止發生的都保留著。再執行一次：模型會重新載入。';
const securePage = '請透過 https 或從 localhost 開啟頁面。';
const otherVerifier = '換一個驗證器或模型。';
const otherStrategy = '換一種推理方法或一個模型。';
const lackings: Readonly<Record<FailureOf<'gpu-too-small'>['lacks'], string>> = {
  f16: '這個模型用 16 位元浮點數計算，而這個 GPU 或它的驅動程式做不到。',
  limits: '這個 GPU 滿足不了模型的要求。',
  commands: 'GPU 拒絕執行模型的一個步驟，這樣算出的數會是錯的。',
};

/** A verifier as it is called here; one that is not known by its own name. */
const verifierName = (kind: string) =>
  Object.entries(verifiers).find(([known]) => known === kind)?.[1].name ?? kind;

/** What a model or a graphics processor cannot do. */
export const useFailures = {
  unsupported: {
    'no-value-head': {
      message: ({ model }) => `${model} 沒有價值頭。`,
      advice: '換一個驗證器，或換一個帶價值頭的模型。',
    },
    'no-scoring': {
      message: ({ model }) => `${model} 不說給定文字的機率有多大。`,
      advice: otherVerifier,
    },
    'empty-prompt': {
      message: '沒有任何開頭，模型無從寫起。',
      advice: '讓提示以一個 token 開頭，例如文字的起始標記。',
    },
    problem: {
      message: ({ model, problem }) => `${model} 沒有在「${problem}」這類題目上訓練過。`,
      advice: '換一個會這類題目的模型。',
    },
    'leading-minus': {
      message: ({ model }) => `${model} 讀不了以減號開頭的題目。`,
      advice: '把一個要加的乘積放在最前面。',
    },
    examples: {
      message: ({ model }) => `例題幫不了 ${model}：它訓練時一次只看一道題。`,
      advice: '換一種推理方法，或換一個會讀例題的模型。',
    },
    instructions: {
      message: ({ model }) => `不能用文字向 ${model} 提問：它只會訓練時見過的題型。`,
      advice: '換一種推理方法，或換一個會聽從指令的模型。',
    },
    judging: {
      message: ({ model }) => `${model} 沒有學過評判步驟。`,
      advice: '換一個驗證器，或換一個會評判的模型。',
    },
    valuing: {
      message: ({ model }) => `${model} 沒有學過用詞語給想法估值。`,
      advice: '換一個驗證器，或換一個學過的模型。',
    },
    'verdict-words': {
      message: ({ model }) => `${model} 沒有用來評判的詞。`,
      advice: otherVerifier,
    },
    'thinking-end': {
      message: ({ model }) => `${model} 不標出思考在哪裡結束，所以無法讓它繼續想。`,
      advice: otherStrategy,
    },
    'going-on': {
      message: ({ model }) => `${model} 的伺服器不會接著已開頭的文字寫下去。`,
      advice: '換一種推理方法，或換一個支援文字續寫（text completions）的伺服器：vLLM、SGLang 或 llama.cpp。',
    },
    'start-with-tag': {
      message: ({ tag }) => `思考的開頭不能含有「${tag}」。`,
      advice: '去掉從那裡開始的全部內容：模型會自己結束思考。',
    },
    'tokens-not-shared': {
      message: ({ model, other }) => `${model} 和 ${other} 的 token 不同，所以讀不懂後者寫的內容。`,
      advice: ({ other }) => `換掉這個模型，或把 ${other} 換成 token 相同的模型。`,
    },
    'token-not-shared': {
      message: ({ model, other, token }) =>
        `${model} 不認識 ${other} 的 token「${token}」，所以讀不懂後者寫的內容。`,
      advice: ({ other }) => `換掉這個模型，或把 ${other} 換成 token 相同的模型。`,
    },
    'no-file-storage': { message: '這個瀏覽器不讓這個頁面儲存檔案。', advice: securePage },
    'no-second-model': {
      message: ({ model }) => `這裡不能再開啟別的模型，所以「${model}」不能來評判。`,
      advice: '換一個驗證器，或讓模型評判自己。',
    },
    'no-rule': {
      message: '沒有規則可以用來檢查文字題。',
      advice: '換一個驗證器。',
    },
    'no-reference': {
      message: '沒有給神諭提供參考答案。',
      advice: '換一個驗證器。',
    },
    'whole-traces-only': {
      message: ({ verifier }) =>
        `${verifierName(verifier)}驗證器只評判寫完的軌跡，所以不能一步一步引導搜尋。`,
      advice: '選一個給步驟評分的驗證器：規則、過程或推演。',
    },
    verifier: {
      message: ({ reason }) => `驗證器不適用。${fit.verifier[reason]}`,
      advice: otherVerifier,
    },
    discriminator: {
      message: ({ reason }) => fit.discriminator[reason],
      advice: '換一個模型來做二次取樣，或讓模型自己來做。',
    },
  },
  'unknown-token': {
    id: {
      message: ({ token, model }) =>
        model === null ? `模型沒有 token ${token}。` : `${model} 沒有 token ${token}。`,
      advice: '請選產生這些 token 的模型。',
    },
    text: { message: '模型沒有 token 可以寫出這段文字。', advice: '請換用別的詞或符號。' },
    word: {
      message: ({ text }) => `模型沒有 token 可以寫出「${text}」。`,
      advice: '只能用題目裡會出現的數和符號。',
    },
    number: {
      message: ({ written }) => `數 ${written} 超出了這個模型能寫的範圍。`,
      advice: '只能用題目裡會出現的數和符號。',
    },
  },
  'prompt-too-long': {
    message: ({ model, tokens, context }) =>
      model === null
        ? `整段會有 ${number(tokens)} 個 token；這個模型最多讀 ${number(context)} 個。`
        : `提示有 ${number(tokens)} 個 token；${model} 最多容納 ${number(context)} 個。`,
    advice: ({ model }) =>
      model === null ? '請用短一點的提示，或讓一條鏈少嘗試幾次。' : '請縮短提示，或換一個上下文更長的模型。',
  },
  'example-too-long': {
    message: ({ model, context }) =>
      `${model} 最多讀 ${number(context)} 個 token，放下題目和一道例題之後，沒有地方思考了。`,
    advice: '換一種推理方法，或換一道短一點的題目。',
  },
  'out-of-slots': {
    message: ({ slots }) =>
      slots === null
        ? '模型沒有記憶體容納再多一個序列。'
        : `模型快取的 ${number(slots)} 個序列位置全都在用。`,
    advice: '等一個正在執行的結束，或減少同時抽取的樣本。',
  },
  'no-webgpu': {
    message: '這個瀏覽器不提供 WebGPU。',
    advice: '請用新版的 Chrome、Edge、Safari 或 Firefox，透過 https 或從 localhost 開啟。',
  },
  'no-adapter': {
    message: '瀏覽器沒有找到可以用的 GPU。',
    advice: '請檢查瀏覽器設定裡是否開啟了硬體加速，顯示卡驅動程式是否為最新。',
  },
  'gpu-too-small': {
    message: ({ lacks }) => lackings[lacks],
    advice: ({ lacks }) =>
      lacks === 'f16'
        ? '請選名稱裡有 f32 的模型：如果這個模型有這樣的版本，就選它。'
        : '換一個小一點的模型，或換一台裝置。',
  },
  'device-lost': { message: '與 GPU 的連線斷開了。', advice: loadAgain },
  'out-of-memory': {
    message: 'GPU 的可用顯示記憶體不夠執行這個模型。',
    advice: '關閉其他使用 GPU 的頁面和程式，或換一個小一點的模型。',
  },
  'library-mismatch': {
    versions: {
      message: '模型的程式庫和這個版本的 WebLLM 不相容。',
      advice: '選 WebLLM 自己清單裡的模型，或換用按頁面所用版本建置的程式庫。',
    },
    logits: {
      message: ({ found, tokens }) => `模型輸出了 ${number(found)} 個數，而它有 ${number(tokens)} 個 token。`,
      advice: '刪除模型，再下載一次。',
    },
  },
} satisfies Partial<FailureWords>;
