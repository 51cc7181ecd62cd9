import type { Words } from '../rooms.ts';
import { fixed, number, percent } from './format.ts';

/** What `train` prints, the card that it writes, and what is wrong with how it was asked. */
export const trainCommandWords: Words['trainCommandWords'] = {
  noPreset: ({ preset, presets }) => `没有“${preset}”这个训练。有这些：${presets}。`,
  noValue: (setting) => `设置“${setting}”没有值：请写成 --set ${setting}=VALUE。`,
  wrongSetting: (setting) => `--set ${setting}：训练不能这样设置。`,
  wrongModel: ({ model, models }) => `模型“${model}”不能用这些题来训练。这些可以：${models}。`,
  folderThere: (folder) => `${folder} 已经存在。请另取一个文件夹名。`,
  step: ({ step, of, seconds, accuracy, thinking, tokens, silent, groups }) =>
    `第 ${number(step)} 步，共 ${number(of)} 步，${fixed(seconds, 0)} 秒：${percent(accuracy)} 正确，${percent(thinking)} 有思考，每条轨迹 ${number(Math.round(tokens))} 个 token；${number(groups)} 组中有 ${number(silent)} 组没有信号`,
  heldOut: ({ step, right, of }) =>
    `第 ${number(step)} 步之后的保留测试题：贪心解码，${number(of)} 道中 ${number(right)} 道正确`,
  watched: (text) => `  ${text}`,
  finished: (seconds) => `完成，用了 ${fixed(seconds, 0)} 秒。`,
  paused: (step) => `停在第 ${number(step)} 步之后。`,
  diverged: (step) => `停在第 ${number(step)} 步之后：梯度不再是数。学习率小一些也许有用。`,
  written: (folder) => `日志和模型在 ${folder} 里；页面都能打开，日志在实验室的训练里打开。`,
  name: ({ model, step }) => `${model}，又训练了 ${number(step)} 步`,
  description: {
    grpo: '用自己的轨迹继续做了强化学习。',
    star: '用自己的正确轨迹继续做了训练。',
  },
  card: ({ name, link, right, of }) =>
    [
      `# ${name}`,
      `由 \`npm run cli -- train --link '${link}'\` 得到。同样的命令在每台机器上都得到同样的模型。`,
      ...(right === null
        ? []
        : [`最后，${number(of)} 道保留测试题中有 ${number(right)} 道正确（贪心解码）。`]),
      '学习曲线是 `curve.json`；完整的日志是上一层文件夹里的 `log.jsonl`。',
    ].join('\n\n'),
};
