import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

/** What `train` prints, the card that it writes, and what is wrong with how it was asked. */
export const trainCommandWords: Words['trainCommandWords'] = {
  noPreset: ({ preset, presets }) => `沒有「${preset}」這個訓練。有這些：${presets}。`,
  noValue: (setting) => `設定「${setting}」沒有值：請寫成 --set ${setting}=VALUE。`,
  wrongSetting: (setting) => `--set ${setting}：訓練不能這樣設定。`,
  wrongModel: ({ model, models }) => `模型「${model}」不能用這些題來訓練。這些可以：${models}。`,
  folderThere: (folder) => `${folder} 已經存在。請另取一個資料夾名稱。`,
  step: ({ step, of, seconds, accuracy, thinking, tokens, silent, groups }) =>
    `第 ${number(step)} 步，共 ${number(of)} 步，${fixed(seconds, 0)} 秒：${percent(accuracy)} 正確，${percent(thinking)} 有思考，每條軌跡 ${number(Math.round(tokens))} 個 token；${number(groups)} 組中有 ${number(silent)} 組沒有訊號`,
  heldOut: ({ step, right, of }) =>
    `第 ${number(step)} 步之後的保留測試題：貪婪解碼，${number(of)} 道中 ${number(right)} 道正確`,
  watched: (text) => `  ${text}`,
  finished: (seconds) => `完成，用了 ${fixed(seconds, 0)} 秒。`,
  paused: (step) => `停在第 ${number(step)} 步之後。`,
  diverged: (step) => `停在第 ${number(step)} 步之後：梯度不再是數。學習率小一些也許有用。`,
  written: (folder) => `日誌和模型在 ${folder} 裡；頁面都能開啟，日誌在實驗室的訓練裡開啟。`,
  name: ({ model, step }) => `${model}，又訓練了 ${number(step)} 步`,
  description: {
    grpo: '用自己的軌跡繼續做了強化學習。',
    star: '用自己的正確軌跡繼續做了訓練。',
  },
  card: ({ name, link, right, of }) =>
    [
      `# ${name}`,
      `由 \`npm run cli -- train --link '${link}'\` 得到。同樣的命令在每台機器上都得到同樣的模型。`,
      ...(right === null
        ? []
        : [`最後，${number(of)} 道保留測試題中有 ${number(right)} 道正確（貪婪解碼）。`]),
      '學習曲線是 `curve.json`；完整的日誌是上一層資料夾裡的 `log.jsonl`。',
    ].join('\n\n'),
};
