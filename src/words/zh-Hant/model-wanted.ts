import type { Words } from '../rooms.ts';

export const modelWanted: Words['modelWanted'] = {
  downloadAndRun: '下載並執行',
  switchTo: (name) => `用 ${name}`,
  switchInstead: (name) => `改用 ${name}`,
  link: {
    uses: (name) => `這個連結使用 ${name}。`,
    sized: (name, size) => `這個連結使用 ${name}：大約要下載 ${size}。`,
    unknown: (name) => `這個連結使用 ${name}，需要下載。`,
  },
  person: {
    uses: (name) => `這裡使用 ${name}。`,
    sized: (name, size) => `這裡使用 ${name}：大約要下載 ${size}。`,
    unknown: (name) => `這裡使用 ${name}，需要下載。`,
  },
  nothingYet: '還沒有下載任何東西。會再問你一次，並給出準確的大小。',
};
