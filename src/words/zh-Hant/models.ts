import type { Words } from '../language.ts';
import { bytes, list } from './format.ts';

export const models: Words['models'] = {
  about: {
    countdown: '從符號老師那裡學會了 24 點和 Countdown。',
    'countdown-early': '同一個模型，只訓練了三分之一：思維鏈更弱，所以搜尋更值得。',
    'countdown-journey':
      '從旅程中學習：「Wait」讓它在失敗處重新開始，在沒失敗處再確認一遍。它能評判一個步驟。',
    'countdown-rl': '旅程模型經過強化學習：答對才有獎勵，於是想得更久，「Wait」也更多。',
    'countdown-small': '三分之一大小，單獨用很弱：和大模型並排，看搜尋能讓它做到什麼。',
    'countdown-large': '是小模型的十五倍：和搜尋的收益並排，看規模值多少。',
    arithmetic: '學會了乘積之和，會出錯，會檢查，也會說「Wait」。',
    'arithmetic-base': '會思考，但大多像語料那樣馬上作答；多數是錯的。',
    'arithmetic-zero': '基礎模型只經過強化學習：答對才有獎勵，於是它思考。',
    'arithmetic-evolved': '基礎模型模仿自己做對的軌跡，共六輪：沒人給它看過解題過程。',
    'arithmetic-sft': '基礎模型在老師的軌跡上微調：總會思考，要求多想時還會檢查。',
    'arithmetic-r1': '微調，強化學習，在自己做對的軌跡上再微調，再強化學習。',
    'arithmetic-journey': '基礎模型在失誤、檢查和改正上微調：「Wait」越多，答案越好。',
    'arithmetic-shortcut': '基礎模型在同樣多、一次就做對的軌跡上微調：沒見過失誤，也沒見過「Wait」。',
    'arithmetic-small-distilled': '三分之一大小，在 R1-Zero 式模型做對的軌跡上微調。',
    'arithmetic-small-rl': '直接從小的基礎模型做強化學習，它幾乎得不到獎勵：幾乎什麼也沒學到。',
    puzzles: '學會了文字題、方程式、騎士與無賴，都用一種小語言寫成。',
    'countdown-prm': '從解得好和解得差的對局裡學習，每一步都有標籤。',
    'arithmetic-prm': '從 SFT 模型寫的解答裡學習，每一步都有標籤。',
    'arithmetic-orm': '從同樣的解答裡學習，只知道每個答案對不對。',
  },
  facts: '關於這個模型',
  where: { embedded: '隨頁面附帶', gpu: '在你的 GPU 上', remote: '在伺服器上' },
  runs: { embedded: '隨頁面附帶。', gpu: '在你的 GPU 上執行。', remote: '在伺服器上執行。' },
  notAgreed: (host) => `在你同意之前，不會向 ${host} 傳送任何請求。`,
  looking: '正在檢視這台電腦能執行什麼。',
  doubt: {
    software: '瀏覽器沒有用 GPU，而是用處理器來計算：結果正確，但慢幾百倍。',
    memoryUnknown: '沒有人說過它需要多少顯示記憶體。',
    muchMemory: (count) => `它需要大約 ${bytes(count)} 顯示記憶體；瀏覽器不會說一共有多少。`,
  },
  misfit: {
    noWebGpu: '這個模型需要 GPU，而瀏覽器沒有把它提供給這個頁面：這裡沒有 WebGPU。',
    noAdapter: '這個模型需要 GPU，而瀏覽器找不到能用的。',
    noAnswer: '這個模型需要 GPU。瀏覽器被問到時沒有回應；可以再問一次。',
    no16Bit: '這個 GPU 不能用 16 位元數計算（shader-f16）。換一個用 32 位元（f32）計算的模型。',
    no16BitButVariant: '這個 GPU 不能用 16 位元數計算（shader-f16）。用這個模型的 f32 版本。',
    lacksFeatures: (features) => `這個 GPU 缺少 ${list(features)}。換一個模型。`,
    weakGpu: '這個 GPU 提供的比 WebLLM 執行任何模型所需的都少。更新瀏覽器和顯示卡驅動程式，或者換一台電腦。',
    largeWeight: ({ size, most }) =>
      `它最大的一塊有 ${bytes(size)}；WebLLM 在這個 GPU 上一次最多能用 ${bytes(most)}。換小一點的模型，或權重為 4 位元（q4）的版本。`,
    noSpace: ({ needed, free }) =>
      `它在這台電腦上需要 ${bytes(needed)}；瀏覽器只再給這個頁面 ${bytes(free)}。騰出磁碟空間，或刪除一個下載過的模型。無痕視窗給的比普通視窗少。`,
  },
  unlisted: (model) => `頁面沒有叫 ${model} 的模型。請另選一個。`,
};
