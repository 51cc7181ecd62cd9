import type { Words } from '../rooms.ts';

export const serve: Words['serve'] = {
  listening: (address) =>
    `正在 ${address} 提供服务，只对这台设备开放。按 Ctrl+C 结束。npm run cli -- --help 里有可以试用的请求。`,
  portTaken: ({ port, why }) => `无法监听端口 ${port}：${why}。用 --port 另选一个，写 0 就用任意空闲端口。`,

  broken: '服务器处理这个请求时出错了。它的终端里有更多说明。',
  noJson: '请求正文不是 JSON。',
  wrongBody: ({ expected, received }) => `请求正文必须是 ${expected}，而不是 ${received}。`,
  wrongField: ({ field, expected, received }) => `"${field}" 必须是 ${expected}，而不是 ${received}。`,
  missing: (field) => `缺少 "${field}"。`,
  noBestOf: '这里不支持 "best_of"：请用 n 要求多个回复和它们的 logprobs，再自己挑选。',
  topNeedsLogprobs: '"top_logprobs" 需要同时写 "logprobs": true。',
  noUserMessage: '没有 role 为 "user" 的消息：最后一条这样的消息就是题目。',
  noModel: ({ model, models }) => `这里不提供模型“${model}”。有这些：${models}。`,
  noRoute: (route) =>
    `${route} 处什么都没有。有 GET /v1/models、POST /v1/completions 和 POST /v1/chat/completions。`,
  tooLong: '请求超过 4 MB。',
  otherHost: (host) => `这个服务器只应答 127.0.0.1 和 localhost，而请求写的是“${host}”。`,
  otherOrigin: (origin) => `${origin} 的网页不可以调用这个服务器：用 --allow-origin 指定别的来源。`,

  tooMany: '请求太多：这是按要求制造的故障。请过一秒再来。',
  noFault: ({ fault, faults }) =>
    `没有“${fault}”这种故障。有这些：${faults}；有些要带数字，例如 slow:0.5 或 429:3。`,
};
