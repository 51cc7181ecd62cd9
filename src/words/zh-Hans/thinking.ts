import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const thoughtOf = (tokens: number) => `思考 ${number(tokens)} 个 token`;

export const thinking: Words['thinking'] = {
  label: '思考的时间线；下面的表格里是同样的内容',
  summary: ({ traces, tokens, goesOn, limit, forced, missed, changes }) => {
    const soFar = goesOn ? '到目前为止，' : '';
    const thought =
      traces > 1
        ? `${number(traces)} 条轨迹的思考`
        : limit === null
          ? thoughtOf(tokens)
          : `${thoughtOf(tokens)}，上限 ${number(limit)}`;
    const told =
      forced === 0
        ? `${soFar}${thought}：模型没有被要求继续想。`
        : `${soFar}${thought}：被要求继续想 ${number(forced)} 次，答案${changes === 0 ? '没有改变' : `改变了 ${number(changes)} 次`}。`;
    return missed === 0 ? told : `${told}本应要求 ${number(forced + missed)} 次，但思考已没有余地。`;
  },
  noAnswer: '没有答案',
  forcedWord: ({ word, tokens }) => `思考了 ${number(tokens)} 个 token 之后，在这里放进了“${word}”`,
  ownWord: ({ word, tokens }) => `思考了 ${number(tokens)} 个 token 之后，模型自己写了“${word}”`,
  ownMark: '模型自己停下来，再想一遍',
  unit: '思考的 token',
  tick: (tokens) => number(tokens),
};
