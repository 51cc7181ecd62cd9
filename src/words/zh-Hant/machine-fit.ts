import type { Words } from '../rooms.ts';
import { bytes, list } from './format.ts';

export const machineFit: Words['machineFit'] = {
  doubt: {
    software: '瀏覽器沒有用 GPU，而是用處理器來計算：結果正確，但慢幾百倍。',
    memoryUnknown: '沒有人說過它需要多少顯示記憶體。',
    muchMemory: (count) => `它需要大約 ${bytes(count)} 顯示記憶體；瀏覽器不會說一共有多少。`,
  },
  misfit: {
    noWebGpu: '這個模型需要 GPU，而瀏覽器沒有把它提供給這個頁面：這裡沒有 WebGPU。',
    noAdapter: '這個模型需要 GPU，而瀏覽器找不到能用的。',
    noAnswer: '這個模型需要 GPU。瀏覽器被問到時沒有回應；可以再問一次。',
    no16Bit: '這個 GPU 不能用 16 位元數計算（shader-f16）。換一個用 32 位元（f32）計算的模型。',
    no16BitButVariant: '這個 GPU 不能用 16 位元數計算（shader-f16）。用這個模型的 f32 版本。',
    lacksFeatures: (features) => `這個 GPU 缺少 ${list(features)}。換一個模型。`,
    weakGpu: '這個 GPU 提供的比 WebLLM 執行任何模型所需的都少。更新瀏覽器和顯示卡驅動程式，或者換一台裝置。',
    largeWeight: ({ size, most }) =>
      `它最大的一塊有 ${bytes(size)}；WebLLM 在這個 GPU 上一次最多能用 ${bytes(most)}。換小一點的模型，或權重為 4 位元（q4）的版本。`,
    noSpace: ({ needed, free }) =>
      `它在這台裝置上需要 ${bytes(needed)}；瀏覽器只再給這個頁面 ${bytes(free)}。騰出磁碟空間，或刪除一個下載過的模型。無痕視窗給的比普通視窗少。`,
  },
};
