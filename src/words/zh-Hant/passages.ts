import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

export const passages: Words['passages'] = {
  kinds: {
    plan: '計畫',
    compute: '計算',
    check: '檢查',
    doubt: '懷疑',
    backtrack: '退回',
    conclude: '結論',
    rest: '其他',
  },
  byRule: '按規則、依用詞分類。',
  legend: '段落的種類；按一個，就收合或展開同類的全部',
  kind: ({ kind, count }) => `${kind}：${number(count)} 段`,
  fold: ({ kind, tokens }) => `${kind}，${number(tokens)} 個 token`,
  tokensOf: ({ passage, thought }) => `${thought}，第 ${number(passage)} 段`,
  find: '在這段思考裡尋找',
  found: ({ at, of }) => `第 ${number(at)} 處，共 ${number(of)} 處`,
  places: ({ count, more }) => `${more ? '超過 ' : ''}${number(count)} 處`,
  notFound: '沒有找到',
  next: '下一處',
  previous: '上一處',
  map: '思考的地圖',
  mapHelp: '從上到下是整段思考：每個種類佔一欄，曲線是模型沒把握的程度',
  mapAt: ({ passage, of, kind, bits }) =>
    `第 ${number(passage)} 段，共 ${number(of)} 段，${kind}${bits === null ? '' : `，每個 token ${fixed(bits, 1)} 位元`}`,
};
