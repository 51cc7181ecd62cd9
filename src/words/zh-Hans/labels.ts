import type { Words } from '../rooms.ts';
import { number } from './format.ts';

/** What a step of rStar is. */
export const actions = {
  step: '一步',
  rest: '余下部分',
  'sub-question': '子问题',
  're-answer': '重新作答',
  rephrase: '换个说法',
};

export const labels: Words['labels'] = {
  kinds: {
    'only-trace': () => '轨迹',
    trace: (label) => `轨迹 ${number(label.number)}`,
    attempt: ({ chain, attempt }) => `链 ${number(chain)}，第 ${number(attempt)} 次尝试`,
    step: ({ step, draw }) => `步骤 ${number(step)}${draw === null ? '' : `，第 ${number(draw)} 次抽取`}`,
    lookahead: ({ node }) => `从节点 ${number(node)} 前瞻`,
    'node-rollout': ({ node }) => `从节点 ${number(node)} 推演`,
    'step-rollout': (label) => `从步骤 ${number(label.step)} 的第 ${number(label.number)} 次推演`,
    evaluation: (label) => `步骤 ${number(label.step)} 的第 ${number(label.number)} 次评估`,
    check: (label) =>
      `节点 ${number(label.node)} 的第 ${number(label.number)} 次复核${label.by === null ? '' : `，由 ${label.by}`}`,
    action: ({ action, draw }) => `${actions[action]}，第 ${number(draw)} 次抽取`,
    'sub-answer': ({ question, draw }) => `子问题 ${number(question)} 的回答，第 ${number(draw)} 次抽取`,
    'as-saved': ({ text }) => text,
  },
  theTrace: '这条轨迹',
  theTraceAmid: '这条轨迹',
};
