import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const serverCommandWords: Words['serverCommandWords'] = {
  noAddress: (typed) => `“${typed}”不是服务器的地址。请写成 http://localhost:8000/v1 这样。`,
  needsServer: (flag) => `--${flag} 是关于服务器的：请用 --server http://localhost:8000/v1 指明服务器。`,
  noKey: (name) => `没有环境变量 ${name}，取不到密钥。`,
  openKey: (host) => `密钥通过 http 发给 ${host}，途中别人可以读到。用 https 的地址就读不到。`,
  whichModel: ({ host, models }) => `请用 --model 写出 ${host} 的一个模型。它有：${models}。`,
  notAgreed: (address) => `这会向服务器 ${address} 上的模型请求。如果你信任它，请写上 --server ${address}`,
  sent: ({ requests, retries }) =>
    `向服务器发送了 ${number(requests)} 个请求，其中 ${number(retries)} 个是重发。token 数由服务器统计。`,
  estimated: (tokens) => `其中 ${number(tokens)} 个 token 是估计的：服务器没有统计。`,
};
