import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const thoughtOf = (tokens: number) => `思考 ${number(tokens)} 個 token`;

export const thinking: Words['thinking'] = {
  label: '思考的時間軸；下面的表格裡是同樣的內容',
  summary: ({ traces, tokens, goesOn, limit, forced, missed, changes }) => {
    const soFar = goesOn ? '到目前為止，' : '';
    const thought =
      traces > 1
        ? `${number(traces)} 條軌跡的思考`
        : limit === null
          ? thoughtOf(tokens)
          : `${thoughtOf(tokens)}，上限 ${number(limit)}`;
    const told =
      forced === 0
        ? `${soFar}${thought}：模型沒有被要求繼續想。`
        : `${soFar}${thought}：被要求繼續想 ${number(forced)} 次，答案${changes === 0 ? '沒有改變' : `改變了 ${number(changes)} 次`}。`;
    return missed === 0 ? told : `${told}本應要求 ${number(forced + missed)} 次，但思考已沒有餘地。`;
  },
  noAnswer: '沒有答案',
  forcedWord: ({ word, tokens }) => `思考了 ${number(tokens)} 個 token 之後，在這裡放進了「${word}」`,
  ownWord: ({ word, tokens }) => `思考了 ${number(tokens)} 個 token 之後，模型自己寫了「${word}」`,
  ownMark: '模型自己停下來，再想一遍',
  unit: '思考的 token',
  tick: (tokens) => number(tokens),
};
