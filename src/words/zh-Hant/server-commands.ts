import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const serverCommandWords: Words['serverCommandWords'] = {
  noAddress: (typed) => `「${typed}」不是伺服器的位址。請寫成 http://localhost:8000/v1 這樣。`,
  needsServer: (flag) => `--${flag} 是關於伺服器的：請用 --server http://localhost:8000/v1 指明伺服器。`,
  noKey: (name) => `沒有環境變數 ${name}，取不到金鑰。`,
  openKey: (host) => `金鑰透過 http 傳給 ${host}，途中別人可以讀到。用 https 的位址就讀不到。`,
  whichModel: ({ host, models }) => `請用 --model 寫出 ${host} 的一個模型。它有：${models}。`,
  notAgreed: (address) => `這會向伺服器 ${address} 上的模型請求。如果你信任它，請寫上 --server ${address}`,
  sent: ({ requests, retries }) =>
    `向伺服器傳送了 ${number(requests)} 個請求，其中 ${number(retries)} 個是重發。token 數由伺服器統計。`,
  estimated: (tokens) => `其中 ${number(tokens)} 個 token 是估計的：伺服器沒有統計。`,
};
