import type { Words } from '../rooms.ts';
import { bytes, number } from './format.ts';

const moment = new Intl.DateTimeFormat('zh-Hant', { dateStyle: 'medium', timeStyle: 'short' });

/** What is kept on this computer: the offer to go on with what broke off, and the list of runs. */
export const records: Words['records'] = {
  brokenOff: {
    label: '一次中斷的執行',
    is: (tokens) => `你對 <problem></problem> 的執行在 ${number(tokens)} 個 token 處中斷了。`,
    goOn: '接著執行',
    look: '看一看',
    forget: '不要了',
  },
  how: (by) => `${by.strategy}，${by.model}，種子 ${by.seed}`,
  notKept: {
    refused: '這個瀏覽器不為這個頁面保留任何東西，所以關閉頁面後執行就沒有了。想留下的請匯出。',
    full: '這台裝置上沒有空間保留這次執行。請匯出它，或刪除一些保留的執行（更多 › 歷史紀錄）。',
    'too-long': '這次執行太長，無法保留。關閉頁面後它就沒有了。',
    cleared: '這台裝置上保留的內容在此期間被刪除了。下一次執行會照常保留。',
  },
  gone: '這次執行已經不再保留。',
  history: {
    search: '按題目、答案、模型尋找…',
    strategy: '推理方法',
    anyStrategy: '任何推理方法',
    result: '結果',
    anyResult: '任何結果',
    ends: {
      right: '正確',
      wrong: '錯誤',
      ungraded: '未評分',
      'no-answer': '沒有答案',
      stopped: '已停止',
      failed: '失敗',
      'broke-off': '中斷',
      live: '正在執行',
    },
    list: (runs) => `保留了 ${number(runs)} 次執行`,
    named: (asked, how) => `${asked}，${how}`,
    open: (run) => `開啟 ${run}`,
    choose: (run) => `選擇 ${run}`,
    cost: (tokens, made) => `${number(tokens)} 個 token · ${moment.format(made)}`,
    pin: '釘選',
    pinned: '已釘選',
    pinOne: (run) => `釘選 ${run}`,
    export: '匯出',
    exportOne: (run) => `匯出 ${run}`,
    remove: '刪除',
    removeOne: (run) => `刪除 ${run}`,
    chosen: (runs) => `已選 ${number(runs)} 次`,
    compare: '比較',
    compareHowMany: (most) => `兩到 ${number(most)} 次執行可以並排比較。`,
    compareSameProblem: '同一道題的執行才能並排比較。',
    removed: (runs) => `已刪除 ${number(runs)} 次執行。`,
    undo: '復原',
    removeAll: '全部刪除',
    sure: (runs) => `徹底刪除 ${number(runs)} 次執行${runs === 1 ? '' : '，包括釘選的'}？`,
    keepThem: '留著',
    keep: '在這台裝置上保留執行',
    keepsNone: '新的執行在關閉頁面後就沒有了。',
    room: (by) =>
      `${number(by.runs)} 次執行，${bytes(by.bytes)}。超過 ${number(by.limits.count)} 次或 ${bytes(by.limits.bytes)} 時，最早的會被刪除，釘選的除外。`,
    none: '還沒有執行',
    noneYet: '你開始的每次執行都保留在這裡，只在這台裝置上：可以開啟、比較和匯出。',
    noneFound: '保留的執行裡沒有這樣的。',
  },
};
