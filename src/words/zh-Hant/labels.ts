import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** What a step of rStar is. */
export const actions = {
  step: '一步',
  rest: '餘下部分',
  'sub-question': '子問題',
  're-answer': '重新作答',
  rephrase: '換個說法',
};

export const labels: Words['labels'] = {
  kinds: {
    'only-trace': () => '軌跡',
    trace: (label) => `軌跡 ${number(label.number)}`,
    attempt: ({ chain, attempt }) => `鏈 ${number(chain)}，第 ${number(attempt)} 次嘗試`,
    step: ({ step, draw }) => `步驟 ${number(step)}${draw === null ? '' : `，第 ${number(draw)} 次抽取`}`,
    lookahead: ({ node }) => `從節點 ${number(node)} 前瞻`,
    'node-rollout': ({ node }) => `從節點 ${number(node)} 推演`,
    'step-rollout': (label) => `從步驟 ${number(label.step)} 的第 ${number(label.number)} 次推演`,
    evaluation: (label) => `步驟 ${number(label.step)} 的第 ${number(label.number)} 次評估`,
    check: (label) =>
      `節點 ${number(label.node)} 的第 ${number(label.number)} 次複核${label.by === null ? '' : `，由 ${label.by}`}`,
    action: ({ action, draw }) => `${actions[action]}，第 ${number(draw)} 次抽取`,
    'sub-answer': ({ question, draw }) => `子問題 ${number(question)} 的回答，第 ${number(draw)} 次抽取`,
    'as-saved': ({ text }) => text,
  },
  theTrace: '這條軌跡',
  theTraceAmid: '這條軌跡',
};
