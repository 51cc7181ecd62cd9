import type { FailureWords } from '../failure-words.ts';
import { number } from './format.ts';

const later = '請以後再試，或減少同時發給它的請求。';
const notOpenAi = '請檢查位址：寫 /chat/completions 之前的部分，通常以 /v1 結尾。';
const asIs = '到那時為止發生的都保留著。再執行一次，或讓這次執行接著進行。';

/** Servers of models that do not answer, or not as they should. */
export const serverFailures = {
  'server-failed': {
    'not-agreed': {
      message: ({ host }) => `這個模型在伺服器 ${host} 上，還沒有人同意向它傳送請求。`,
      advice: '請看清位址。如果你信任它，就在「模型」裡新增這個伺服器。',
    },
    unreachable: {
      message: ({ host }) => `伺服器 ${host} 沒有回應。`,
      advice: ({ local }) =>
        local
          ? '請確認它在執行、連接埠正確。也可能是它不讓這個位址的頁面向它請求（CORS）。'
          : '請檢查它的位址和網路連線。也可能是它不讓這個位址的頁面向它請求（CORS）。',
    },
    'not-allowed': {
      message: ({ host }) => `伺服器 ${host} 有回應，但不讓這個頁面讀取（CORS）。`,
      advice: '啟動伺服器時要允許這個頁面的位址：docs/past-one-machine.md 寫了每種伺服器的做法。',
    },
    insecure: {
      message: ({ host }) => `這個頁面是透過 https 開啟的，瀏覽器不讓這樣的頁面用 http 向 ${host} 請求。`,
      advice: '用 npm start 從 localhost 開啟頁面，或讓伺服器使用 https。',
    },
    'no-key': {
      message: ({ host, sent }) => (sent ? `伺服器 ${host} 不接受這個金鑰。` : `伺服器 ${host} 需要金鑰。`),
      advice: '請輸入那個伺服器的金鑰。它只留在這個頁面的記憶體裡。',
    },
    forbidden: {
      message: ({ host, detail }) => `伺服器 ${host} 不允許這樣做：${detail}`,
      advice: '請詢問管理伺服器的人，或換一個模型。',
    },
    'no-model': {
      message: ({ host, model }) => `伺服器 ${host} 沒有叫「${model}」的模型。`,
      advice: '請從它自己的清單裡選一個。',
    },
    'no-interface': {
      message: ({ host }) => `伺服器 ${host} 在這個位址上不提供 OpenAI 介面。`,
      advice: notOpenAi,
    },
    refused: {
      message: ({ host, status, detail }) => `伺服器 ${host} 拒絕了請求（${status}）：${detail}`,
      advice: '請修改它指出的地方，或換一個模型。',
    },
    busy: {
      message: ({ host, status, tries }) =>
        `伺服器 ${host} 太忙（${status}），試了 ${number(tries)} 次都這樣。`,
      advice: later,
    },
    broken: {
      message: ({ host, status, detail, tries }) =>
        `伺服器 ${host} 出錯（${status}），試了 ${number(tries)} 次都這樣：${detail}`,
      advice: '請看伺服器自己的說明，再執行一次。',
    },
    'broke-off': {
      message: ({ host, tries }) => `${host} 的回覆中斷了 ${number(tries)} 次。`,
      advice: asIs,
    },
    silent: {
      message: ({ host, seconds }) => `${number(seconds)} 秒內沒有收到 ${host} 的任何內容。`,
      advice: '伺服器可能正在載入模型，或者太忙。請過一會兒再執行。',
    },
    'too-long': {
      message: ({ host }) => `伺服器 ${host} 傳送的比要求的多，而且沒有結尾。`,
      advice: notOpenAi,
    },
    malformed: {
      message: ({ host, detail }) => `伺服器 ${host} 的回覆不符合 OpenAI 介面：${detail}`,
      advice: notOpenAi,
    },
    'other-text': {
      message: ({ host }) => `${host} 的回覆中斷了，再次請求時寫出了不同的文字。`,
      advice: asIs,
    },
  },
} satisfies Partial<FailureWords>;
