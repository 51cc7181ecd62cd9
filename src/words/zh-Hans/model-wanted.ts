import type { Words } from '../rooms.ts';

export const modelWanted: Words['modelWanted'] = {
  downloadAndRun: '下载并运行',
  switchTo: (name) => `用 ${name}`,
  switchInstead: (name) => `改用 ${name}`,
  link: {
    uses: (name) => `这个链接使用 ${name}。`,
    sized: (name, size) => `这个链接使用 ${name}：大约要下载 ${size}。`,
    unknown: (name) => `这个链接使用 ${name}，需要下载。`,
  },
  person: {
    uses: (name) => `这里使用 ${name}。`,
    sized: (name, size) => `这里使用 ${name}：大约要下载 ${size}。`,
    unknown: (name) => `这里使用 ${name}，需要下载。`,
  },
  nothingYet: '还没有下载任何东西。会再问你一次，并给出准确的大小。',
};
