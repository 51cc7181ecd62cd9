import type { Words } from '../rooms.ts';

export const places: Words['places'] = {
  nav: '頁面的各個區域',
  names: { play: '試玩', lab: '實驗室', learn: '學習' },
  titled: (area, page) => `${area} · ${page}`,
  skip: '跳到正文',
  unknown: (instead) => `沒有這個頁面，現在顯示的是「${instead}」。`,
  runGoesOn: '有一次執行正在進行',
  labGoesOn: { sweep: '有一次掃描正在進行', training: '有一次訓練正在進行' },
};
