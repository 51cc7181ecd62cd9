import type { Words } from '../rooms.ts';

export const menu: Words['menu'] = {
  present: '簡報',
  models: '模型',
  history: '歷史紀錄',
  compare: '比較推理方法',
  exportRun: '匯出執行',
  importRun: '匯入執行',
  theme: '主題',
  themes: { auto: '系統', light: '淺色', dark: '深色' },
};
