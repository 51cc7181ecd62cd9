import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

export const passages: Words['passages'] = {
  kinds: {
    plan: '计划',
    compute: '计算',
    check: '检查',
    doubt: '怀疑',
    backtrack: '退回',
    conclude: '结论',
    rest: '其他',
  },
  byRule: '按规则、依用词分类。',
  legend: '段落的种类；按一个，就折叠或展开同类的全部',
  kind: ({ kind, count }) => `${kind}：${number(count)} 段`,
  fold: ({ kind, tokens }) => `${kind}，${number(tokens)} 个 token`,
  tokensOf: ({ passage, thought }) => `${thought}，第 ${number(passage)} 段`,
  find: '在这段思考里查找',
  found: ({ at, of }) => `第 ${number(at)} 处，共 ${number(of)} 处`,
  places: ({ count, more }) => `${more ? '超过 ' : ''}${number(count)} 处`,
  notFound: '没有找到',
  next: '下一处',
  previous: '上一处',
  map: '思考的地图',
  mapHelp: '从上到下是整段思考：每个种类占一列，曲线是模型拿不准的程度',
  mapAt: ({ passage, of, kind, bits }) =>
    `第 ${number(passage)} 段，共 ${number(of)} 段，${kind}${bits === null ? '' : `，每个 token ${fixed(bits, 1)} 比特`}`,
};
