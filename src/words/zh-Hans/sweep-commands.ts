import type { Words } from '../rooms.ts';
import { fixed, list, number } from './format.ts';

/** What `sweep` prints, and what is wrong with how it was asked. */
export const sweepCommandWords: Words['sweepCommandWords'] = {
  nothingAsked: '请说明要测什么：用 --arm、--file 或 --link。',
  oneSource: '--arm、--file 和 --link 只能写一个。',
  onlyWithArms: (flag) => `--${flag} 只能与 --arm 一起用：文件或链接已经说明了题目和模型。`,
  besideOwn: (flag) => `--${flag} 不能与 --own 一起用：文件里的题目是什么类型就是什么类型。`,
  leaveOutWhat: '--leave-out 要与 --own 一起用：略去文件里读不出来的行。',
  leaveOut: (readable) => `加上 --leave-out 就略去它们，用 ${number(readable)} 道题继续。`,
  severalKinds: (kinds) =>
    `这个文件里有${list(kinds)}，这里没有能读懂所有这些类型的模型：请把每种类型放进单独的文件。`,
  shardWhat: '--shard 需要 --out：单独存放这一份结果的文件。命令 merge 会把它们合并。',
  noFamily: ({ family, families }) => `没有“${family}”这种题目。有这些：${families}。`,
  noSet: ({ set, sets }) => `没有“${set}”这个题集。有这些：${sets}。`,
  noValue: (setting) => `设置“${setting}”没有值：请写成 ${setting}=VALUE。`,
  noSweep: ({ file, at }) =>
    at === '' ? `${file} 里没有扫描。` : `${file} 里没有可用的扫描：请看“${at}”处。`,
  fileThere: (file) => `${file} 已经存在：用 --resume 从它接着做，或另取一个文件名。`,
  resumeWhat: '--resume 需要 --out：从哪个文件接着做。',
  otherSweep: (file) => `${file} 属于另一次扫描：作答方式、题目或预算不同。请另取一个文件名。`,
  fewer: ({ there, asked }) => `这个题集里有 ${number(there)} 道题，没有 ${number(asked)} 道。`,
  progress: ({ done, of, seconds, cores }) =>
    [
      `${number(of)} 次运行已完成 ${number(done)} 次`,
      `用 ${number(cores)} 个核心`,
      ...(seconds === null || done === of
        ? []
        : [seconds < 100 ? `还剩 ${fixed(seconds, 0)} 秒` : `还剩 ${number(Math.round(seconds / 60))} 分钟`]),
    ].join('，'),
  interrupted: ({ done, of, kept }) =>
    `停在 ${number(of)} 次运行中的第 ${number(done)} 次。${
      kept === null
        ? '结果没有保存：加上 --out FILE 就会保存。'
        : `结果在 ${kept.file} 里：用 --out ${kept.file} --resume${kept.shard === null ? '' : ` --shard ${kept.shard}`} 接着做。`
    }`,
  failed: (count) =>
    `${number(count)} 次运行失败，既不算正确也不算错误。加上 --out 和 --resume 会重新运行它们。`,
  head: '| 作答方式 | 正确 | 运行 | token | 前向计算 | 秒 | token × 百万参数 | 与第一种相比 |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  against: ({ better, worse, p }) => `多对 ${number(better)} 道，少对 ${number(worse)} 道，${p}`,
  unknown: '–',
};

/** What `merge` prints, and what is wrong with how it was asked. */
export const mergeCommandWords: Words['mergeCommandWords'] = {
  name: '请写出一个新文件，以及要合并进去的文件：npm run cli -- merge OUT.jsonl IN.jsonl ...',
  fileThere: (file) => `${file} 已经存在：合并后的文件请另取一个名字。`,
  otherSweep: ({ files, first }) =>
    `这些文件与 ${first} 不是同一次扫描，作答方式、题目或预算不同：${list(files)}。什么都没有写入。`,
  missing: ({ runs, problems, file }) => {
    const shown = problems.slice(0, 6).map((problem) => number(problem));
    const which = shown.join('、');
    return `还缺 ${number(runs)} 次运行，属于第 ${which}${problems.length > shown.length ? ` 等 ${number(problems.length)}` : ''} 题。这样运行缺少的部分：sweep --out ${file} --resume。`;
  },
};
