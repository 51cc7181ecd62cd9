import type { Words } from '../rooms.ts';
import { bytes } from './format.ts';

export const runFiles: Words['runFiles'] = {
  leftOut: (most) => `有可能却没被选中的 token 没有保存：加上它们，文件会超过页面能打开的 ${bytes(most)}。`,
};
