import type { FailureOf } from '#run/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import type { Words } from '../rooms.ts';

const runAgain = '到那時為止發生的都保留著。再執行一次：頁面會重新啟動它。';
const connection = '檢查網路連線，然後再試一次。';
const missingParts: Readonly<Record<NonNullable<FailureOf<'part-missing'>['part']> | 'unknown', string>> = {
  kernel: '沒能取到頁面裡執行模型的部分。',
  'model-list': '沒能取到頁面裡列出模型的部分。',
  'gpu-drivers': '沒能取到頁面裡驅動這類模型的部分。',
  'gpu-models': '沒能取到頁面裡執行這類模型的部分。',
  'answer-reader': '沒能取到頁面裡讀取答案的部分。',
  searches: '沒能取到頁面裡執行這種推理方法的部分。',
  servers: '沒能取到頁面裡與伺服器通訊的部分。',
  unknown: '沒能取到頁面的一個部分。',
};

const codes = {
  'part-missing': {
    message: ({ part }) => missingParts[part ?? 'unknown'],
    advice: connection,
  },
  'worker-crashed': {
    message: ({ silent }) => (silent ? '頁面裡執行模型的部分不再回應。' : '頁面裡執行模型的部分意外停止了。'),
    advice: runAgain,
  },
  'new-version': {
    message: '頁面有了新版本，伺服器上已經沒有目前版本的各個部分。',
    advice: '重新載入頁面：正在顯示的執行會保留。',
  },
  bug: {
    message: ({ detail }) => `頁面裡有東西壞了：${detail}`,
    advice: '匯出這次執行，附上檔案來報告。重新載入頁面也許有用。',
  },
  unexpected: {
    message: ({ detail }) => detail ?? '執行沒能開始。',
    advice: '再執行一次。如果又出現，就重新載入頁面：實驗保留在網址裡。',
  },
  'as-saved': { message: ({ message }) => message, advice: ({ advice }) => advice },
} satisfies Partial<FailureWords>;

export const firstFailures: Words['firstFailures'] = {
  codes,
  unexplained: {
    message: (code) => `出了問題（${code}）。`,
    advice: '沒能取到頁面裡能詳細說明的部分。檢查網路連線，然後再試一次。',
  },
};
