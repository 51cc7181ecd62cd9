import type { OtherTool } from '#run/facts/logged-elsewhere.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const made = {
  'tree-of-thought-llm': '《思維樹》的程式碼（Yao 等 2023）',
  'llm-reasoners': ' LLM Reasoners（Hao 等 2024）',
} satisfies Record<OtherTool, string>;

export const elsewhereWords: Words['elsewhereWords'] = {
  title: '來自別的程式',
  from: ({ tool }) => `這棵樹來自${made[tool]}，不是在這裡生成的。其中的數照紀錄顯示。`,
  outputs: ({ right, of }) => `${number(of)} 個輸出，按紀錄有 ${number(right)} 個正確。`,
  notThere: '紀錄沒有說是哪個模型，也沒有機率、時間和種子，所以都不顯示。',
  scale: '顏色從這個紀錄裡最低的數到最高的數。',
  near: '要在這裡執行類似的，請按「執行」：同一道題，用左邊的設定。',
  nearInWords: '紀錄沒有說問的是什麼。左邊把第一個狀態當作問題，給會聽從指令的模型。',
  loggedBy: (tool) => `出自 ${tool} 的紀錄`,
  nothingRun: '別的程式的樹：這裡什麼也沒有執行。',
  tree: '這個檔案裡的樹',
  option: ({ at, text, right }) =>
    right
      ? `${number(at)}. ${text}：${number(right.of)} 個中有 ${number(right.right)} 個正確`
      : `${number(at)}. ${text}`,
};
