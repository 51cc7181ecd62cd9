import type { FailureOf } from '#run/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import type { Words } from '../rooms.ts';

const runAgain = '到那时为止发生的都保留着。再运行一次：页面会重新启动它。';
const connection = '检查网络连接，然后再试一次。';
const missingParts: Readonly<Record<NonNullable<FailureOf<'part-missing'>['part']> | 'unknown', string>> = {
  kernel: '没能取到页面里运行模型的部分。',
  'model-list': '没能取到页面里列出模型的部分。',
  'gpu-drivers': '没能取到页面里驱动这类模型的部分。',
  'gpu-models': '没能取到页面里运行这类模型的部分。',
  'answer-reader': '没能取到页面里读取答案的部分。',
  searches: '没能取到页面里运行这种推理方法的部分。',
  servers: '没能取到页面里与服务器通信的部分。',
  unknown: '没能取到页面的一个部分。',
};

const codes = {
  'part-missing': {
    message: ({ part }) => missingParts[part ?? 'unknown'],
    advice: connection,
  },
  'worker-crashed': {
    message: ({ silent }) => (silent ? '页面里运行模型的部分不再应答。' : '页面里运行模型的部分意外停止了。'),
    advice: runAgain,
  },
  'new-version': {
    message: '页面有了新版本，服务器上已经没有当前版本的各个部分。',
    advice: '重新加载页面：正在显示的运行会保留。',
  },
  bug: {
    message: ({ detail }) => `页面里有东西坏了：${detail}`,
    advice: '导出这次运行，附上文件来报告。重新加载页面也许有用。',
  },
  unexpected: {
    message: ({ detail }) => detail ?? '运行没能开始。',
    advice: '再运行一次。如果又出现，就重新加载页面：实验保留在网址里。',
  },
  'as-saved': { message: ({ message }) => message, advice: ({ advice }) => advice },
} satisfies Partial<FailureWords>;

export const firstFailures: Words['firstFailures'] = {
  codes,
  unexplained: {
    message: (code) => `出了问题（${code}）。`,
    advice: '没能取到页面里能详细说明的部分。检查网络连接，然后再试一次。',
  },
};
