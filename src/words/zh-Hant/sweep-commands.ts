import type { Words } from '../rooms.ts';
import { fixed, list, number } from './format.ts';

/** What `sweep` prints, and what is wrong with how it was asked. */
export const sweepCommandWords: Words['sweepCommandWords'] = {
  nothingAsked: '請說明要測什麼：用 --arm、--file 或 --link。',
  oneSource: '--arm、--file 和 --link 只能寫一個。',
  onlyWithArms: (flag) => `--${flag} 只能與 --arm 一起用：檔案或連結已經說明了題目和模型。`,
  besideOwn: (flag) => `--${flag} 不能與 --own 一起用：檔案裡的題目是什麼類型就是什麼類型。`,
  leaveOutWhat: '--leave-out 要與 --own 一起用：略去檔案裡讀不出來的行。',
  leaveOut: (readable) => `加上 --leave-out 就略去它們，用 ${number(readable)} 道題繼續。`,
  severalKinds: (kinds) =>
    `這個檔案裡有${list(kinds)}，這裡沒有能讀懂所有這些類型的模型：請把每種類型放進單獨的檔案。`,
  shardWhat: '--shard 需要 --out：單獨存放這一份結果的檔案。指令 merge 會把它們合併。',
  noFamily: ({ family, families }) => `沒有「${family}」這種題目。有這些：${families}。`,
  noSet: ({ set, sets }) => `沒有「${set}」這個題集。有這些：${sets}。`,
  noValue: (setting) => `設定「${setting}」沒有值：請寫成 ${setting}=VALUE。`,
  noSweep: ({ file, at }) =>
    at === '' ? `${file} 裡沒有掃描。` : `${file} 裡沒有可用的掃描：請看「${at}」處。`,
  fileThere: (file) => `${file} 已經存在：用 --resume 從它接著做，或另取一個檔名。`,
  resumeWhat: '--resume 需要 --out：從哪個檔案接著做。',
  otherSweep: (file) => `${file} 屬於另一次掃描：作答方式、題目或預算不同。請另取一個檔名。`,
  fewer: ({ there, asked }) => `這個題集裡有 ${number(there)} 道題，沒有 ${number(asked)} 道。`,
  progress: ({ done, of, seconds, cores }) =>
    [
      `${number(of)} 次執行已完成 ${number(done)} 次`,
      `用 ${number(cores)} 個核心`,
      ...(seconds === null || done === of
        ? []
        : [seconds < 100 ? `還剩 ${fixed(seconds, 0)} 秒` : `還剩 ${number(Math.round(seconds / 60))} 分鐘`]),
    ].join('，'),
  interrupted: ({ done, of, kept }) =>
    `停在 ${number(of)} 次執行中的第 ${number(done)} 次。${
      kept === null
        ? '結果沒有儲存：加上 --out FILE 就會儲存。'
        : `結果在 ${kept.file} 裡：用 --out ${kept.file} --resume${kept.shard === null ? '' : ` --shard ${kept.shard}`} 接著做。`
    }`,
  failed: (count) =>
    `${number(count)} 次執行失敗，既不算正確也不算錯誤。加上 --out 和 --resume 會重新執行它們。`,
  head: '| 作答方式 | 正確 | 執行 | token | 前向計算 | 秒 | token × 百萬參數 | 與第一種相比 |\n| --- | --- | --- | --- | --- | --- | --- | --- |',
  against: ({ better, worse, p }) => `多對 ${number(better)} 道，少對 ${number(worse)} 道，${p}`,
  unknown: '–',
};

/** What `merge` prints, and what is wrong with how it was asked. */
export const mergeCommandWords: Words['mergeCommandWords'] = {
  name: '請寫出一個新檔案，以及要合併進去的檔案：npm run cli -- merge OUT.jsonl IN.jsonl ...',
  fileThere: (file) => `${file} 已經存在：合併後的檔案請另取一個名字。`,
  otherSweep: ({ files, first }) =>
    `這些檔案與 ${first} 不是同一次掃描，作答方式、題目或預算不同：${list(files)}。什麼都沒有寫入。`,
  missing: ({ runs, problems, file }) => {
    const shown = problems.slice(0, 6).map((problem) => number(problem));
    const which = shown.join('、');
    return `還缺 ${number(runs)} 次執行，屬於第 ${which}${problems.length > shown.length ? ` 等 ${number(problems.length)}` : ''} 題。這樣執行缺少的部分：sweep --out ${file} --resume。`;
  },
};
