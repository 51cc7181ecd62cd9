import type { Words } from '../rooms.ts';
import { bytes } from './format.ts';

export const runFiles: Words['runFiles'] = {
  leftOut: (most) => `有可能卻沒被選中的 token 沒有儲存：加上它們，檔案會超過頁面能開啟的 ${bytes(most)}。`,
};
