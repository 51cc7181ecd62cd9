import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const transport: Words['transport'] = {
  title: '时间线',
  play: '播放',
  pause: '暂停',
  replay: '重播',
  playKey: (name) => `${name}（空格键）`,
  toStart: '到开头',
  toStartKey: '到开头（Home）',
  back: '后退一步',
  backKey: '后退一步（,）',
  on: '前进一步',
  onKey: '前进一步（.）',
  toEnd: '到结尾',
  toEndKey: '到结尾（End）',
  before: '第一步之前。',
  nothing: '还什么都没发生。',
  count: (cursor, length) => `${number(cursor)} / ${number(length)}`,
  step: '运行的步骤',
  stepIs: ({ cursor, length, sentence }) => `第 ${cursor} 步，共 ${length} 步：${sentence}`,
  speed: '速度',
  perSecond: (steps) => `每秒 ${number(steps)} 步`,
  speeds: { 'in-five-seconds': '5 秒播完', 'as-it-happened': '原速' },
};
