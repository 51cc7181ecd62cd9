import type { CodePlanKind, CodeScoreKind } from '#experiment/code-gap.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';
import { strategies } from './strategies.ts';
import { verifiers } from './verifiers.ts';

const does: Readonly<Record<CodePlanKind, string>> = {
  one: '一條思維鏈',
  vote: '多個樣本投票',
  'vote-until-decided': '提前停止的投票',
  best: '多個樣本裡選最佳',
  wait: '預算強制',
  revise: '多條嘗試的鏈',
  search: '逐步搜尋',
};

const scoredBy: Readonly<Record<CodeScoreKind, string>> = {
  likelihood: '模型認為自己寫的內容有多大可能',
  agreement: '有多少樣本意見一致',
  'by-rule': '按規則檢查最終答案',
  'yes-or-no': '問模型對不對，回答 yes 或 no',
  'sure-or-not': '讓模型在 sure、likely、impossible 中選一個',
};

export const asCodeWords: Words['asCodeWords'] = {
  title: (strategy) => `用${strategy}解一道題，取自 Second Thought 的一個實驗。`,
  how: {
    embedded:
      '先啟動模型：npm run cli -- serve。再執行這個檔案：python3 experiment.py。只需要 Python 3.9，不需要別的。',
    instructions:
      '帶上你的伺服器的位址執行：BASE_URL=http://127.0.0.1:8000/v1 python3 experiment.py。只需要 Python 3.9，不需要別的。',
  },
  settings: '環境變數 BASE_URL、API_KEY 和 MODEL 說明向哪裡請求、用哪個金鑰和哪個模型。',
  gaps: {
    nearest: ({ strategy, does: kind }) =>
      `${strategies[strategy].name}無法透過這樣的介面表達，所以這裡用最接近的做法：${does[kind]}。`,
    'simple-search': () => '最簡單形式的搜尋：每一輪用文字要求寫出下一步，加以評判，留下最好的。',
    scored: ({ verifier, by }) => `不用「${verifiers[verifier].name}」驗證器評分，而是看：${scoredBy[by]}。`,
    'later-seeds': () => '頁面用同一個種子抽取後面的批次；這裡每一批有自己的種子。',
    'no-budget': () => '這裡不計算執行的 token 預算。',
    'no-start': () => '手動寫的思考開頭沒有包括在內。',
    'no-pruned': () => '手動剪掉的部分，這裡沒有排除。',
    'chat-template': () => '它自己寫出對話的格式，按 Qwen 模型的樣子：用別的模型時請修改 PROMPT。',
    'more-tokens': ({ tokens }) => `每次回覆最多 ${number(tokens)} 個 token，因為用文字寫的思考更長。`,
  },
  which: '複製什麼',
  ways: { python: 'Python', shell: '命令列' },
  writtenFor: '提示寫給',
  forms: { embedded: '這個模型（透過「serve」）', instructions: '任何會聽從指令的模型' },
  differs: '與頁面不同之處：',
  same: '它提問、取樣和決定的方式都和頁面一樣。',
  python: 'Python 程式',
  copyPython: '複製程式',
  save: '儲存為檔案',
  shell: '在本專案的目錄裡執行的 shell 指令',
  copyShell: '複製指令',
  shellSame: '命令列執行的是同一個實驗：同樣的種子得到同樣的 token。',
  shellOnly: (model) =>
    `${model} 不隨頁面附帶，而命令列只執行隨頁面附帶的模型。Python 程式可以向任何伺服器請求。`,
};
