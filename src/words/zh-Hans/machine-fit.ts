import type { Words } from '../rooms.ts';
import { bytes, list } from './format.ts';

export const machineFit: Words['machineFit'] = {
  doubt: {
    software: '浏览器没有用 GPU，而是用处理器来计算：结果正确，但慢几百倍。',
    memoryUnknown: '没有人说过它需要多少显存。',
    muchMemory: (count) => `它需要大约 ${bytes(count)} 显存；浏览器不会说一共有多少。`,
  },
  misfit: {
    noWebGpu: '这个模型需要 GPU，而浏览器没有把它提供给这个页面：这里没有 WebGPU。',
    noAdapter: '这个模型需要 GPU，而浏览器找不到能用的。',
    noAnswer: '这个模型需要 GPU。浏览器被问到时没有应答；可以再问一次。',
    no16Bit: '这个 GPU 不能用 16 位数计算（shader-f16）。换一个用 32 位（f32）计算的模型。',
    no16BitButVariant: '这个 GPU 不能用 16 位数计算（shader-f16）。用这个模型的 f32 版本。',
    lacksFeatures: (features) => `这个 GPU 缺少 ${list(features)}。换一个模型。`,
    weakGpu: '这个 GPU 提供的比 WebLLM 运行任何模型所需的都少。更新浏览器和显卡驱动程序，或者换一台设备。',
    largeWeight: ({ size, most }) =>
      `它最大的一块有 ${bytes(size)}；WebLLM 在这个 GPU 上一次最多能用 ${bytes(most)}。换小一点的模型，或权重为 4 位（q4）的版本。`,
    noSpace: ({ needed, free }) =>
      `它在这台设备上需要 ${bytes(needed)}；浏览器只再给这个页面 ${bytes(free)}。腾出磁盘空间，或删除一个下载过的模型。隐私窗口给的比普通窗口少。`,
  },
};
