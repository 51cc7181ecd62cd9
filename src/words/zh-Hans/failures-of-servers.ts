import type { FailureWords } from '../failure-words.ts';
import { number } from './format.ts';

const later = '请以后再试，或减少同时发给它的请求。';
const notOpenAi = '请检查地址：写 /chat/completions 之前的部分，通常以 /v1 结尾。';
const asIs = '到那时为止发生的都保留着。再运行一次，或让这次运行接着进行。';

/** Servers of models that do not answer, or not as they should. */
export const serverFailures = {
  'server-failed': {
    'not-agreed': {
      message: ({ host }) => `这个模型在服务器 ${host} 上，还没有人同意向它发送请求。`,
      advice: '请看清地址。如果你信任它，就在“模型”里添加这个服务器。',
    },
    unreachable: {
      message: ({ host }) => `服务器 ${host} 没有应答。`,
      advice: ({ local }) =>
        local
          ? '请确认它在运行、端口正确。也可能是它不让这个地址的页面向它请求（CORS）。'
          : '请检查它的地址和网络连接。也可能是它不让这个地址的页面向它请求（CORS）。',
    },
    'not-allowed': {
      message: ({ host }) => `服务器 ${host} 有应答，但不让这个页面读取（CORS）。`,
      advice: '启动服务器时要允许这个页面的地址：docs/past-one-machine.md 写了每种服务器的做法。',
    },
    insecure: {
      message: ({ host }) => `这个页面是通过 https 打开的，浏览器不让这样的页面用 http 向 ${host} 请求。`,
      advice: '用 npm start 从 localhost 打开页面，或让服务器使用 https。',
    },
    'no-key': {
      message: ({ host, sent }) => (sent ? `服务器 ${host} 不接受这个密钥。` : `服务器 ${host} 需要密钥。`),
      advice: '请输入那个服务器的密钥。它只留在这个页面的内存里。',
    },
    forbidden: {
      message: ({ host, detail }) => `服务器 ${host} 不允许这样做：${detail}`,
      advice: '请询问管理服务器的人，或换一个模型。',
    },
    'no-model': {
      message: ({ host, model }) => `服务器 ${host} 没有叫“${model}”的模型。`,
      advice: '请从它自己的列表里选一个。',
    },
    'no-interface': {
      message: ({ host }) => `服务器 ${host} 在这个地址上不提供 OpenAI 接口。`,
      advice: notOpenAi,
    },
    refused: {
      message: ({ host, status, detail }) => `服务器 ${host} 拒绝了请求（${status}）：${detail}`,
      advice: '请修改它指出的地方，或换一个模型。',
    },
    busy: {
      message: ({ host, status, tries }) =>
        `服务器 ${host} 太忙（${status}），试了 ${number(tries)} 次都这样。`,
      advice: later,
    },
    broken: {
      message: ({ host, status, detail, tries }) =>
        `服务器 ${host} 出错（${status}），试了 ${number(tries)} 次都这样：${detail}`,
      advice: '请看服务器自己的说明，再运行一次。',
    },
    'broke-off': {
      message: ({ host, tries }) => `${host} 的回复中断了 ${number(tries)} 次。`,
      advice: asIs,
    },
    silent: {
      message: ({ host, seconds }) => `${number(seconds)} 秒内没有收到 ${host} 的任何内容。`,
      advice: '服务器可能正在加载模型，或者太忙。请过一会儿再运行。',
    },
    'too-long': {
      message: ({ host }) => `服务器 ${host} 发送的比要求的多，而且没有结尾。`,
      advice: notOpenAi,
    },
    malformed: {
      message: ({ host, detail }) => `服务器 ${host} 的回复不符合 OpenAI 接口：${detail}`,
      advice: notOpenAi,
    },
    'other-text': {
      message: ({ host }) => `${host} 的回复中断了，再次请求时写出了不同的文本。`,
      advice: asIs,
    },
  },
} satisfies Partial<FailureWords>;
