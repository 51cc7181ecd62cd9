import type { Words } from '../language.ts';

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
  unlisted: (model) => `頁面沒有叫 ${model} 的模型。請另選一個。`,
};
