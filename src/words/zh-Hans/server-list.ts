import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const serverList: Words['serverList'] = {
  intro:
    '任何提供 OpenAI 接口的服务器，在这台设备或别的设备上都行。你问的内容会发给它；没有添加的服务器，什么也不会收到。',
  title: '添加服务器',
  address: '地址',
  noAddress: '这不是服务器的地址：请写成 http://localhost:8000/v1 这样。',
  key: '密钥，如果它需要',
  keyHelp: '密钥只留在这个页面的内存里，只发给这个服务器：不会进入链接、文件或日志。',
  keep: '保留到这个标签页关闭为止',
  open: '这个密钥会通过 http 发到另一台设备，途中别人可以读到。请先让服务器使用 https。',
  add: '添加',
  adding: '正在请求…',
  cancel: '取消',
  corsTitle: '让服务器回应这个页面',
  cors: '只有服务器允许，浏览器才让页面读取它的回应。vLLM、SGLang、llama.cpp 和本项目的 serve 默认允许所有页面；Ollama 只允许来自 localhost 的页面，LM Studio 一个也不允许。后两种请这样启动：',
  models: (count) => `${number(count)} 个模型`,
  inFlight: '同时发出的请求',
  remove: '移除',
  removeOne: (label) => `移除 ${label}`,
  model: '模型',
  probe: '它会什么？',
  probing: '正在查看：大约十个小请求',
  context: (tokens) => `上下文 ${number(tokens)} 个 token`,
  can: {
    goesOn: '能接着一段文本写',
    logprobs: '给出 token 的概率',
    seeded: '种子相同，token 也相同',
    several: '一个请求可得多个回复',
    scores: '能为给定的文本评分',
    thinks: '显示它的思考',
  },
  yes: '是',
  no: '否',
  wanted: {
    link: (name) => `这个链接会向服务器上的模型 ${name} 请求。`,
    person: (name) => `这会向服务器上的模型 ${name} 请求。`,
    nothingSent:
      '还没有向它发送任何内容。如果你同意，问题和模型写出的内容会发到那里。链接可以写任何服务器：请先看清地址。',
    goesThere: (host) => `你问的内容会发给 ${host}。`,
    agree: '同意向它请求',
    agreeAndRun: '同意并运行',
    run: '在这个服务器上运行',
    withKey: '它需要密钥',
  },
  sent: ({ host, requests, retries }) =>
    retries === 0
      ? `向 ${host} 发送了 ${number(requests)} 个请求。`
      : `向 ${host} 发送了 ${number(requests)} 个请求，其中 ${number(retries)} 个是重发。`,
  counted: ({ read, cached, written }) =>
    cached === 0
      ? `据它统计，读入 ${number(read)} 个 token，写出 ${number(written)} 个。`
      : `据它统计，读入 ${number(read)} 个 token，其中 ${number(cached)} 个来自它的缓存；写出 ${number(written)} 个。`,
  estimated: (tokens) => `其中 ${number(tokens)} 个是估计的：服务器没有统计。`,
};
