import type { Words } from '../rooms.ts';
import { bytes, list, number } from './format.ts';

export const ownModelWords: Words['ownModelWords'] = {
  trainedName: (base, steps) => `${base} · 在这里训练了 ${number(steps)} 步`,
  trained: (base, steps) => `在这个浏览器里训练：从 ${base} 开始，共 ${number(steps)} 步。`,
  fromFile: '从文件打开。',
  fromFileLearnt: '从文件打开。它从自己写的轨迹中学习过。',

  title: '你自己的',
  what: '在这里训练的，或从文件打开的。它们留在这个浏览器里。',
  none: '还没有。模型的文件夹可以作为 zip 打开，也可以打开其中的文件：manifest.json 和 weights.bin。',
  open: '打开模型…',
  files: '模型的文件',
  reading: '正在读取模型……',
  kept: (name) => `${name} 已在这里。`,
  letGo: (names) => `为了放下它，删去了：${list(names)}。`,
  passing: '它只留到这个标签页关闭：这个浏览器不为这个页面保存东西，或者没有空间了。',
  play: '在“试玩”中使用',
  rename: '改名',
  renameOne: (name) => `给 ${name} 改名`,
  name: '名称',
  save: '保存',
  cancel: '取消',
  export: '导出',
  exportOne: (name) => `导出 ${name}`,
  remove: '删除',
  removeOne: (name) => `删除 ${name}`,
  removed: (name) => `已删除 ${name}。`,
  undo: '撤销',
  room: (by) =>
    `${number(by.models)} 个模型，${bytes(by.bytes)}。超过 ${number(by.limits.count)} 个或 ${bytes(by.limits.bytes)} 时，最旧的会被删去。`,

  faults: {
    'zip-unreadable': '这个文件不能作为 zip 读取。请选择一个模型的 zip，或它文件夹里的文件。',
    'no-manifest': '这些文件里没有 manifest.json。请选择一个模型的 zip，或它文件夹里的所有文件。',
    'no-weights': 'manifest 旁边没有 weights.bin。请选择模型文件夹里的所有文件。',
    several: '这个 zip 里有好几个模型。请选择只有一个模型的 zip。',
    curve: '它的 curve.json 不是学习曲线。去掉它，或重新导出模型。',
    'bad-path': (by) => `这个 zip 里有一个文件会落到文件夹之外（${by.path}），所以没有打开。`,
    'too-many-files': (by) => `这个 zip 里的文件超过 ${number(by.most)} 个。请选择一个模型的 zip。`,
    'too-large': (by) => `${by.name} 大于 ${bytes(by.most)}。这个页面只打开更小的模型。`,
  },
  exportAnew: '它的文件在途中被改动或截断了。请重新导出，或再要一份。',

  wanted: {
    title: '这个实验用的模型是在另一个浏览器里做出来的。',
    what: '链接里没有它的文件。请做出它的人把它导出，然后在这里打开那个文件：权重相同就是同一个模型，给出的 token 也相同。',
    looking: '正在这个浏览器里找这个模型……',
  },
  link: '这个模型只在你的浏览器里。打开链接的人也需要它的文件：在“全部模型”里导出。',
};
