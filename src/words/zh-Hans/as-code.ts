import type { CodePlanKind, CodeScoreKind } from '#experiment/code-gap.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';
import { strategies } from './strategies.ts';
import { verifiers } from './verifiers.ts';

const does: Readonly<Record<CodePlanKind, string>> = {
  one: '一条思维链',
  vote: '多个样本投票',
  'vote-until-decided': '提前停止的投票',
  best: '多个样本里选最佳',
  wait: '预算强制',
  revise: '多条尝试的链',
  search: '逐步搜索',
};

const scoredBy: Readonly<Record<CodeScoreKind, string>> = {
  likelihood: '模型认为自己写的内容有多大可能',
  agreement: '有多少样本意见一致',
  'by-rule': '按规则检查最终答案',
  'yes-or-no': '问模型对不对，回答 yes 或 no',
  'sure-or-not': '让模型在 sure、likely、impossible 中选一个',
};

export const asCodeWords: Words['asCodeWords'] = {
  title: (strategy) => `用${strategy}解一道题，取自 Second Thought 的一个实验。`,
  how: {
    embedded:
      '先启动模型：npm run cli -- serve。再运行这个文件：python3 experiment.py。只需要 Python 3.9，不需要别的。',
    instructions:
      '带上你的服务器的地址运行：BASE_URL=http://127.0.0.1:8000/v1 python3 experiment.py。只需要 Python 3.9，不需要别的。',
  },
  settings: '环境变量 BASE_URL、API_KEY 和 MODEL 说明向哪里请求、用哪个密钥和哪个模型。',
  gaps: {
    nearest: ({ strategy, does: kind }) =>
      `${strategies[strategy].name}无法通过这样的接口表达，所以这里用最接近的做法：${does[kind]}。`,
    'simple-search': () => '最简单形式的搜索：每一轮用文字要求写出下一步，加以评判，留下最好的。',
    scored: ({ verifier, by }) => `不用“${verifiers[verifier].name}”验证器打分，而是看：${scoredBy[by]}。`,
    'later-seeds': () => '页面用同一个种子抽取后面的批次；这里每一批有自己的种子。',
    'no-budget': () => '这里不计算运行的 token 预算。',
    'no-start': () => '手工写的思考开头没有包括在内。',
    'no-pruned': () => '手工剪掉的部分，这里没有排除。',
    'chat-template': () => '它自己写出对话的格式，按 Qwen 模型的样子：用别的模型时请修改 PROMPT。',
    'more-tokens': ({ tokens }) => `每次回复最多 ${number(tokens)} 个 token，因为用文字写的思考更长。`,
  },
  which: '复制什么',
  ways: { python: 'Python', shell: '命令行' },
  writtenFor: '提示写给',
  forms: { embedded: '这个模型（通过“serve”）', instructions: '任何会听从指令的模型' },
  differs: '与页面不同之处：',
  same: '它提问、采样和决定的方式都和页面一样。',
  python: 'Python 程序',
  copyPython: '复制程序',
  save: '保存为文件',
  shell: '在本项目的目录里运行的 shell 命令',
  copyShell: '复制命令',
  shellSame: '命令行运行的是同一个实验：同样的种子得到同样的 token。',
  shellOnly: (model) =>
    `${model} 不随页面附带，而命令行只运行随页面附带的模型。Python 程序可以向任何服务器请求。`,
};
