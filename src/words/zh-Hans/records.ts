import type { Words } from '../rooms.ts';
import { bytes, number } from './format.ts';

const moment = new Intl.DateTimeFormat('zh-Hans', { dateStyle: 'medium', timeStyle: 'short' });

/** What is kept on this computer: the offer to go on with what broke off, and the list of runs. */
export const records: Words['records'] = {
  brokenOff: {
    label: '一次中断的运行',
    is: (tokens) => `你对 <problem></problem> 的运行在 ${number(tokens)} 个 token 处中断了。`,
    goOn: '接着运行',
    look: '看一看',
    forget: '不要了',
  },
  how: (by) => `${by.strategy}，${by.model}，种子 ${by.seed}`,
  notKept: {
    refused: '这个浏览器不为这个页面保留任何东西，所以关闭页面后运行就没有了。想留下的请导出。',
    full: '这台设备上没有空间保留这次运行。请导出它，或删除一些保留的运行（更多 › 历史记录）。',
    'too-long': '这次运行太长，无法保留。关闭页面后它就没有了。',
    cleared: '这台设备上保留的内容在此期间被删除了。下一次运行会照常保留。',
  },
  gone: '这次运行已经不再保留。',
  history: {
    search: '按题目、答案、模型查找…',
    strategy: '推理方法',
    anyStrategy: '任何推理方法',
    result: '结果',
    anyResult: '任何结果',
    ends: {
      right: '正确',
      wrong: '错误',
      ungraded: '未判分',
      'no-answer': '没有答案',
      stopped: '已停止',
      failed: '失败',
      'broke-off': '中断',
      live: '正在运行',
    },
    list: (runs) => `保留了 ${number(runs)} 次运行`,
    named: (asked, how) => `${asked}，${how}`,
    open: (run) => `打开 ${run}`,
    choose: (run) => `选择 ${run}`,
    cost: (tokens, made) => `${number(tokens)} 个 token · ${moment.format(made)}`,
    pin: '固定',
    pinned: '已固定',
    pinOne: (run) => `固定 ${run}`,
    export: '导出',
    exportOne: (run) => `导出 ${run}`,
    remove: '删除',
    removeOne: (run) => `删除 ${run}`,
    chosen: (runs) => `已选 ${number(runs)} 次`,
    compare: '比较',
    compareHowMany: (most) => `两到 ${number(most)} 次运行可以并排比较。`,
    compareSameProblem: '同一道题的运行才能并排比较。',
    removed: (runs) => `已删除 ${number(runs)} 次运行。`,
    undo: '撤销',
    removeAll: '全部删除',
    sure: (runs) => `彻底删除 ${number(runs)} 次运行${runs === 1 ? '' : '，包括固定的'}？`,
    keepThem: '留着',
    keep: '在这台设备上保留运行',
    keepsNone: '新的运行在关闭页面后就没有了。',
    room: (by) =>
      `${number(by.runs)} 次运行，${bytes(by.bytes)}。超过 ${number(by.limits.count)} 次或 ${bytes(by.limits.bytes)} 时，最早的会被删除，固定的除外。`,
    none: '还没有运行',
    noneYet: '你开始的每次运行都保留在这里，只在这台设备上：可以打开、比较和导出。',
    noneFound: '保留的运行里没有这样的。',
  },
};
