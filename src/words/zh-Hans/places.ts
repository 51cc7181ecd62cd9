import type { Words } from '../rooms.ts';

export const places: Words['places'] = {
  nav: '页面的各个区域',
  names: { play: '试玩', lab: '实验室', learn: '学习' },
  titled: (area, page) => `${area} · ${page}`,
  skip: '跳到正文',
  unknown: (instead) => `没有这个页面，现在显示的是“${instead}”。`,
  runGoesOn: '有一次运行正在进行',
  labGoesOn: { sweep: '有一次扫描正在进行', training: '有一次训练正在进行' },
};
