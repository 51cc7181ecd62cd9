import type { Words } from '../rooms.ts';
import { bytes } from './format.ts';

/** This computer: what it offers to models on the graphics processor, and what to do where it offers nothing. */
export const computer: Words['computer'] = {
  title: '这台设备',
  gpu: 'GPU',
  noWebGpu: '这个页面用不了',
  noAdapter: '没有能用的',
  noAnswer: '浏览器没有应答',
  software: (name) => `${name}（由处理器计算，非常慢）`,
  halfFloats: '16 位浮点数',
  yes: '支持',
  onlyFullFloats: '不支持，所以用 f32 版本',
  free: '可给这个页面的空间',
  freeBytes: (count) => bytes(count),
  unknown: '不知道',
  kept: '下载的内容保留到',
  keptUntilRemoved: '你删除为止',
  keptWhileSpace: '空间不够为止',

  noneHere: '没有 GPU',
  lacksWebGpu:
    '<b>这个浏览器不提供 WebGPU，而这些模型需要它。</b>其他一切照常：随页面附带的模型不需要 GPU，别的模型的运行也可以导入，一步一步地看。',
  findsNoAdapter:
    '<b>浏览器找不到能用的 GPU，而这些模型需要它。</b>其他一切照常：随页面附带的模型不需要 GPU，别的模型的运行也可以导入，一步一步地看。',
  didNotAnswer:
    '<b>这些模型需要 GPU，而浏览器被问到时没有应答。</b>可能是驱动程序卡住了。再问一次，或重新启动浏览器。其他一切照常：随页面附带的模型不需要 GPU。',
  wordsNeed: {
    'no-webgpu': '文字题需要 GPU，而这个浏览器没有把它提供给这个页面（没有 WebGPU）。',
    'no-adapter': '文字题需要 GPU，而浏览器找不到能用的。',
    'no-answer': '文字题需要 GPU，而浏览器被问到时没有应答。',
  },
  instead: {
    title: '任何设备都能运行：',
    'word-problem': '简单的应用题',
    'knights-and-knaves': '骑士与无赖',
    'vote-of-8': '算术投票',
  },
  getOne: '怎样得到',
  askAgain: '再问一次',
  asking: '正在询问',
  howTo: '怎样得到',
  versions:
    'Windows、macOS 和 ChromeOS 上的 Chrome 或 Edge 113 及以上；Safari 26 起；Firefox 在 Windows 上从 141 起，在 macOS 上从 145 起。',
  flags:
    '在 Linux 上，或者显卡驱动程序在浏览器的可疑名单上时：打开 <c>chrome://flags</c>，把 <c>Unsafe WebGPU Support</c> 和 <c>Vulkan</c> 设为 Enabled，再重新启动浏览器。',
  settings:
    '浏览器设置里的 <q>使用图形加速功能（如果可用）</q> 必须打开。更新显卡驱动程序；<c>chrome://gpu</c> 会说明哪里有问题。',
  secure: '页面必须通过 https 或从 localhost 打开。',
};
