import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const serverList: Words['serverList'] = {
  intro:
    '任何提供 OpenAI 介面的伺服器，在這台裝置或別的裝置上都行。你問的內容會傳給它；沒有新增的伺服器，什麼也不會收到。',
  title: '新增伺服器',
  address: '位址',
  noAddress: '這不是伺服器的位址：請寫成 http://localhost:8000/v1 這樣。',
  key: '金鑰，如果它需要',
  keyHelp: '金鑰只留在這個頁面的記憶體裡，只傳給這個伺服器：不會進入連結、檔案或紀錄。',
  keep: '保留到這個分頁關閉為止',
  open: '這個金鑰會透過 http 傳到另一台裝置，途中別人可以讀到。請先讓伺服器使用 https。',
  add: '新增',
  adding: '正在請求…',
  cancel: '取消',
  corsTitle: '讓伺服器回應這個頁面',
  cors: '只有伺服器允許，瀏覽器才讓頁面讀取它的回應。vLLM、SGLang、llama.cpp 和本專案的 serve 預設允許所有頁面；Ollama 只允許來自 localhost 的頁面，LM Studio 一個也不允許。後兩種請這樣啟動：',
  models: (count) => `${number(count)} 個模型`,
  inFlight: '同時發出的請求',
  remove: '移除',
  removeOne: (label) => `移除 ${label}`,
  model: '模型',
  probe: '它會什麼？',
  probing: '正在檢視：大約十個小請求',
  context: (tokens) => `上下文 ${number(tokens)} 個 token`,
  can: {
    goesOn: '能接著一段文字寫',
    logprobs: '給出 token 的機率',
    seeded: '種子相同，token 也相同',
    several: '一個請求可得多個回覆',
    scores: '能為給定的文字評分',
    thinks: '顯示它的思考',
  },
  yes: '是',
  no: '否',
  wanted: {
    link: (name) => `這個連結會向伺服器上的模型 ${name} 請求。`,
    person: (name) => `這會向伺服器上的模型 ${name} 請求。`,
    nothingSent:
      '還沒有向它傳送任何內容。如果你同意，問題和模型寫出的內容會傳到那裡。連結可以寫任何伺服器：請先看清位址。',
    goesThere: (host) => `你問的內容會傳給 ${host}。`,
    agree: '同意向它請求',
    agreeAndRun: '同意並執行',
    run: '在這個伺服器上執行',
    withKey: '它需要金鑰',
  },
  sent: ({ host, requests, retries }) =>
    retries === 0
      ? `向 ${host} 傳送了 ${number(requests)} 個請求。`
      : `向 ${host} 傳送了 ${number(requests)} 個請求，其中 ${number(retries)} 個是重發。`,
  counted: ({ read, cached, written }) =>
    cached === 0
      ? `據它統計，讀入 ${number(read)} 個 token，寫出 ${number(written)} 個。`
      : `據它統計，讀入 ${number(read)} 個 token，其中 ${number(cached)} 個來自它的快取；寫出 ${number(written)} 個。`,
  estimated: (tokens) => `其中 ${number(tokens)} 個是估計的：伺服器沒有統計。`,
};
