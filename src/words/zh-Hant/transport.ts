import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const transport: Words['transport'] = {
  title: '時間軸',
  play: '播放',
  pause: '暫停',
  replay: '重播',
  playKey: (name) => `${name}（空白鍵）`,
  toStart: '到開頭',
  toStartKey: '到開頭（Home）',
  back: '後退一步',
  backKey: '後退一步（,）',
  on: '前進一步',
  onKey: '前進一步（.）',
  toEnd: '到結尾',
  toEndKey: '到結尾（End）',
  before: '第一步之前。',
  nothing: '還什麼都沒發生。',
  count: (cursor, length) => `${number(cursor)} / ${number(length)}`,
  step: '執行的步驟',
  stepIs: ({ cursor, length, sentence }) => `第 ${cursor} 步，共 ${length} 步：${sentence}`,
  speed: '速度',
  perSecond: (steps) => `每秒 ${number(steps)} 步`,
  speeds: { 'in-five-seconds': '5 秒播完', 'as-it-happened': '原速' },
};
