import type { Words } from '../rooms.ts';

export const serve: Words['serve'] = {
  listening: (address) =>
    `正在 ${address} 提供服務，只對這台裝置開放。按 Ctrl+C 結束。npm run cli -- --help 裡有可以試用的請求。`,
  portTaken: ({ port, why }) =>
    `無法監聽連接埠 ${port}：${why}。用 --port 另選一個，寫 0 就用任意可用連接埠。`,

  broken: '伺服器處理這個請求時出錯了。它的終端機裡有更多說明。',
  noJson: '請求本文不是 JSON。',
  wrongBody: ({ expected, received }) => `請求本文必須是 ${expected}，而不是 ${received}。`,
  wrongField: ({ field, expected, received }) => `"${field}" 必須是 ${expected}，而不是 ${received}。`,
  missing: (field) => `缺少 "${field}"。`,
  noBestOf: '這裡不支援 "best_of"：請用 n 要求多個回覆和它們的 logprobs，再自己挑選。',
  topNeedsLogprobs: '"top_logprobs" 需要同時寫 "logprobs": true。',
  noUserMessage: '沒有 role 為 "user" 的訊息：最後一條這樣的訊息就是題目。',
  noModel: ({ model, models }) => `這裡不提供模型「${model}」。有這些：${models}。`,
  noRoute: (route) =>
    `${route} 處什麼都沒有。有 GET /v1/models、POST /v1/completions 和 POST /v1/chat/completions。`,
  tooLong: '請求超過 4 MB。',
  otherHost: (host) => `這個伺服器只回應 127.0.0.1 和 localhost，而請求寫的是「${host}」。`,
  otherOrigin: (origin) => `${origin} 的網頁不可以呼叫這個伺服器：用 --allow-origin 指定別的來源。`,

  tooMany: '請求太多：這是按要求製造的故障。請過一秒再來。',
  noFault: ({ fault, faults }) =>
    `沒有「${fault}」這種故障。有這些：${faults}；有些要帶數字，例如 slow:0.5 或 429:3。`,
};
