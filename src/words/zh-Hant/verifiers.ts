import type { Words } from '../rooms.ts';

export const verifiers: Words['verifiers'] = {
  rule: { name: '規則', does: '像證明檢查器那樣精確檢查每一步：全對為 1，否則為 0。', knobs: {} },
  outcome: {
    name: '結果',
    does: '價值頭看一次寫完的軌跡。',
    knobs: {
      model: { name: '驗證模型', does: '讀誰的價值頭。', paper: '一個單獨的、按結果訓練的驗證器' },
    },
  },
  process: {
    name: '過程',
    does: '每一步之後，價值頭說正確答案還有多大可能。',
    knobs: {
      model: { name: '驗證模型', does: '讀誰的價值頭。', paper: '一個單獨的、按步驟訓練的獎勵模型' },
    },
  },
  rollouts: {
    name: '推演',
    does: '從每一步把軌跡續寫幾次，數一數有多少次結果正確。',
    knobs: {
      rollouts: { name: '推演次數', does: '每一步續寫多少次。', paper: '8' },
      estimate: {
        name: '估計',
        does: '軟：結果正確的續寫所佔的比例。硬：有沒有一次正確。',
        paper: '訓練用硬估計',
        options: {
          soft: { name: '軟', does: '結果正確的續寫所佔的比例。' },
          hard: { name: '硬', does: '有任何一次續寫結果正確就是 1。' },
        },
      },
    },
  },
  majority: { name: '多數', does: '有多大比例的軌跡同意這個答案。', knobs: {} },
  generative: { name: '生成式', does: '問模型這對不對，讀它說「yes」的機率。', knobs: {} },
  'self-evaluation': {
    name: '自我評估',
    does: '讓模型用一個詞評價每個狀態：sure、likely 或 impossible（肯定、可能、不可能）。',
    knobs: {
      evaluations: { name: '評估次數', does: '每個狀態問模型多少次。', paper: '3' },
    },
  },
  oracle: {
    name: '神諭（oracle）',
    does: '它知道答案。不算驗證器，而是完美驗證器能達到的上限。',
    knobs: {},
  },
};
