import type { OtherTool } from '#run/facts/logged-elsewhere.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';

const made = {
  'tree-of-thought-llm': '《思维树》的代码（Yao 等 2023）',
  'llm-reasoners': ' LLM Reasoners（Hao 等 2024）',
} satisfies Record<OtherTool, string>;

export const elsewhereWords: Words['elsewhereWords'] = {
  title: '来自别的程序',
  from: ({ tool }) => `这棵树来自${made[tool]}，不是在这里生成的。其中的数照日志显示。`,
  outputs: ({ right, of }) => `${number(of)} 个输出，按日志有 ${number(right)} 个正确。`,
  notThere: '日志没有说是哪个模型，也没有概率、时间和种子，所以都不显示。',
  scale: '颜色从这个日志里最低的数到最高的数。',
  near: '要在这里运行类似的，请按“运行”：同一道题，用左边的设置。',
  nearInWords: '日志没有说问的是什么。左边把第一个状态当作问题，给会听从指令的模型。',
  loggedBy: (tool) => `出自 ${tool} 的日志`,
  nothingRun: '别的程序的树：这里什么也没有运行。',
  tree: '这个文件里的树',
  option: ({ at, text, right }) =>
    right
      ? `${number(at)}. ${text}：${number(right.of)} 个中有 ${number(right.right)} 个正确`
      : `${number(at)}. ${text}`,
};
