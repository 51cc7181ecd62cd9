import type { Words } from '../rooms.ts';

export const menu: Words['menu'] = {
  present: '演示',
  models: '模型',
  history: '历史记录',
  compare: '比较推理方法',
  exportRun: '导出运行',
  importRun: '导入运行',
  theme: '主题',
  themes: { auto: '系统', light: '浅色', dark: '深色' },
};
