import type { CustomFieldProblem, LogFault } from '#run/failure.ts';
import { logLimits } from '#run/log-limits.ts';
import { runFileLimits } from '#run/run-file.ts';
import { inWords } from '../in-words.ts';
import { bytes, number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const megabytes = number(runFileLimits.most / 1_000_000);
const steps = number(logLimits.entries);
const depth = number(logLimits.depth);
const saveAgain = '請從原來的地方再儲存一次這次執行。';
/** On a person's own computer, the server is theirs to mend. */
const downloadFrom = ({ local }: { readonly local: boolean }) =>
  local
    ? '請確認伺服器在執行，並傳送回應標頭「Access-Control-Allow-Origin: *」，然後再下載：已經下載的部分會保留。'
    : '請檢查網路連線，或看看是不是有什麼攔住了那個伺服器，然後再下載：已經下載的部分會保留。';
const correct = '請在自訂模型的表單裡改正。';
const statuses = {
  idle: '尚未開始',
  running: '正在進行',
  cancelled: '已經取消',
  finished: '已經結束',
  failed: '已經失敗',
};
const faults: {
  readonly [Kind in LogFault['kind']]: string | ((fault: Extract<LogFault, { kind: Kind }>) => string);
} = {
  'out-of-order': ({ event, status }) => `「${event}」出現時，執行${statuses[status]}`,
  'voted-twice': ({ trace }) => `軌跡 ${trace} 投了兩次票`,
  'chosen-twice': '選了兩次答案',
  'wrote-after-end': ({ trace }) => `軌跡 ${trace} 結束之後還在寫`,
  'waited-after-end': ({ trace }) => `軌跡 ${trace} 結束之後還被要求繼續`,
  'ended-twice': ({ trace }) => `軌跡 ${trace} 結束了兩次`,
  'started-twice': ({ trace }) => `軌跡 ${trace} 開始了兩次`,
  'not-started': ({ trace }) => `軌跡 ${trace} 還沒有開始`,
  'round-out-of-turn': ({ trace, round }) => `軌跡 ${trace} 的第 ${round} 輪沒有按順序出現`,
  'no-such-round': ({ trace, round }) => `軌跡 ${trace} 在第 ${round} 輪之後作答，而它沒有這一輪`,
  'no-such-node': ({ node }) => `沒有節點 ${node}`,
  'node-made-twice': ({ node }) => `節點 ${node} 生成了兩次`,
  'node-too-early': ({ node, before }) => `節點 ${node} 出現在節點 ${before} 之前`,
  'second-root': ({ node }) => `節點 ${node} 成了第二個樹根`,
  'child-of-ended': ({ node }) => `節點 ${node} 已經結束，不能有子節點`,
  'too-deep': ({ node }) => `節點 ${node} 之前的步驟超過 ${depth} 個`,
  unknown: '紀錄前後不符',
};

/** What a field of a custom model must be. */
export const fieldRules = {
  id: '請用字母、數字、「.」、「-」和「_」，最多 96 個字元；以字母或數字開頭。中間可以有「/」和「:」。',
  short: '太長了。',
  address: '請用 https 位址（localhost 可以用 http），不含使用者名稱、「?」或「#」。',
  hash: '請用子資源完整性（SRI）雜湊：「sha256-」、「sha384-」或「sha512-」，後面接 base64。',
  wasm: '必須以 .wasm 結尾。',
  whole: '請寫整數。',
  least: '至少 256 個 token。',
  most: '最多 131,072 個 token。',
  other: '這不是表單要求的內容。',
} satisfies Readonly<Record<CustomFieldProblem['must'], string>>;

/** Downloads, links, saved runs. */
export const fileFailures = {
  'not-downloaded': {
    model: {
      message: ({ model }) => `${model} 不在這台裝置上。`,
      advice: '請先下載：在「模型」裡選它，再按「下載」。',
    },
    file: {
      message: ({ file }) =>
        file === null ? '模型有一個檔案不在這台裝置上。' : `模型有一個檔案不在這台裝置上（${file}）。`,
      advice: '請再下載一次模型：已有的部分不會重複下載。',
    },
    'removed-meanwhile': {
      message: ({ model }) => `正在取回 ${model} 時，它被刪除了。`,
      advice: '要用它，請再下載一次。',
    },
  },
  'download-failed': {
    unreachable: {
      message: ({ file, host }) =>
        `沒能從 ${host} 取到 ${file}：連不上伺服器，或者伺服器不讓這個頁面讀取它的檔案。`,
      advice: downloadFrom,
    },
    status: {
      message: ({ file, host, status }) => `沒能從 ${host} 取到 ${file}：伺服器回應 ${status}。`,
      advice: downloadFrom,
    },
    'broke-off': {
      message: ({ file, host }) => `沒能從 ${host} 取到 ${file}：連線中斷了。`,
      advice: downloadFrom,
    },
    'cut-short': {
      message: ({ file, host, bytes: came, of }) =>
        `沒能從 ${host} 取到 ${file}：檔案應有 ${number(of)} 位元組，到 ${number(came)} 位元組就結束了。`,
      advice: downloadFrom,
    },
    offline: {
      message: ({ file, host }) => `沒能從 ${host} 取到 ${file}：這台裝置沒有連網。`,
      advice: downloadFrom,
    },
    'no-such-file': {
      message: ({ file, host }) => `沒能從 ${host} 取到 ${file}：沒有這個檔案。`,
      advice: downloadFrom,
    },
    'removed-meanwhile': {
      message: ({ file, host }) => `沒能從 ${host} 取到 ${file}：其他檔案還在下載時，瀏覽器刪除了一些檔案。`,
      advice: downloadFrom,
    },
  },
  'no-space': {
    message: ({ room: space }) =>
      space === null
        ? '瀏覽器沒有更多空間給這個頁面。'
        : `還有 ${bytes(space.needed)} 要下載，而瀏覽器只再給這個頁面 ${bytes(space.free)}。`,
    advice: '請騰出磁碟空間，或刪除一個下載過的模型，然後再下載：已經下載的部分會保留。',
  },
  'custom-model-invalid': {
    'too-many': {
      message: ({ most }) => `自訂模型最多 ${number(most)} 個。`,
      advice: correct,
    },
    taken: { message: ({ id }) => `已經有模型「${id}」了。`, advice: correct },
    field: { message: ({ field, must }) => `${field ?? '模型'}：${fieldRules[must]}`, advice: correct },
  },
  'link-damaged': {
    message: '這個連結損壞了：從中讀不出實驗。',
    advice: '請重新複製整個連結：錯一個字元就讀不出來，而郵件和聊天軟體有時會截掉結尾。',
  },
  'link-too-big': {
    message: '這個連結比任何實驗的連結都長。',
    advice: '請向給你連結的人再要一次，或手動設定這個實驗。',
  },
  'link-blank-word': {
    message: '這個連結要用空白代替「Wait」，對模型來說等於什麼也沒說。',
    advice: '請手動設定這個實驗：選「預算強制」，寫上一個詞。',
  },
  'link-newer': {
    message: '這個連結是用更新版本的 Second Thought 做的。',
    advice: '請重新載入頁面以得到最新版本，再開啟連結。',
  },
  'file-too-big': {
    message: `這個檔案太大：一次執行最多 ${megabytes} MB、${steps} 步。`,
    advice: '請用更少的樣本或更低的 token 上限再執行一次實驗，然後儲存。',
  },
  'file-without-tree': {
    message: '這個思維樹紀錄裡只有樣本，沒有可以一步一步看的搜尋。',
    advice: '請選搜尋的紀錄：檔名裡有「propose」或「sample」，以及「greedy」，而不是「naive」。',
  },
  'file-not-a-run': {
    message: '這個檔案不是 Second Thought 儲存的執行，也不是它能讀的紀錄。',
    advice: '請選用「匯出執行」儲存的檔案、tree-of-thought-llm 的紀錄，或 llm-reasoners 的樹紀錄。',
  },
  'file-newer': {
    message: '這次執行是用更新版本的 Second Thought 儲存的。',
    advice: '請重新載入頁面以得到最新版本，再開啟檔案。',
  },
  'file-damaged': {
    compression: { message: '這個檔案損壞了：無法解壓縮。', advice: saveAgain },
    incomplete: { message: '這個檔案損壞了：不完整。', advice: saveAgain },
    invalid: {
      message: ({ at }) =>
        at === null ? '這個檔案損壞了：開頭就有問題。' : `這個檔案損壞了：「${at}」處有問題。`,
      advice: saveAgain,
    },
    'other-experiment': {
      message: '這個檔案損壞了：裡面的實驗不是當時執行的那個。',
      advice: saveAgain,
    },
    impossible: {
      message: ({ entry, fault }) =>
        entry === null
          ? '這個檔案損壞了：它的紀錄前後不符。'
          : `這個檔案損壞了：執行的第 ${number(entry + 1)} 步不可能發生：${inWords(faults[fault.kind], fault)}。`,
      advice: saveAgain,
    },
  },
  'file-unreadable': {
    message: '瀏覽器沒能讀取這個檔案。',
    advice: '請檢查檔案是否還在、是否允許開啟，然後再試一次。',
  },
  'file-unwritable': {
    message: '沒能把執行寫成檔案。',
    advice: '請關閉其他分頁以騰出記憶體，再匯出一次。執行還在。',
  },
  'run-too-big': {
    message: `這次執行太大，存不成檔案：頁面最多開啟 ${megabytes} MB、${steps} 步。`,
    advice: '它的連結仍然包含這個實驗。要儲存執行，請用更少的樣本或更低的 token 上限。',
  },
  'curve-not-reached': {
    message: '沒能取到曲線。',
    advice: '請檢查網路連線，然後再試一次。模型仍然可以執行。',
  },
  'curve-missing': {
    message: '伺服器上沒有這個模型的曲線。',
    advice: '請以後再試。模型仍然可以執行。',
  },
  'curve-unreadable': {
    message: '曲線的檔案損壞了。',
    advice: '請重新載入頁面，或以後再試。模型仍然可以執行。',
  },
} satisfies Partial<FailureWords>;
