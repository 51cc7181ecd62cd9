import type { CustomFieldProblem, LogFault } from '#run/failure.ts';
import { logLimits } from '#run/log-limits.ts';
import { runFileLimits } from '#run/run-file.ts';
import { inWords } from '../in-words.ts';
import { bytes, number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const megabytes = number(runFileLimits.most / 1_000_000);
const steps = number(logLimits.entries);
const depth = number(logLimits.depth);
const saveAgain = '请从原来的地方再保存一次这次运行。';
/** On a person's own computer, the server is theirs to mend. */
const downloadFrom = ({ local }: { readonly local: boolean }) =>
  local
    ? '请确认服务器在运行，并发送响应头“Access-Control-Allow-Origin: *”，然后再下载：已经下载的部分会保留。'
    : '请检查网络连接，或看看是不是有什么拦住了那个服务器，然后再下载：已经下载的部分会保留。';
const correct = '请在自定义模型的表单里改正。';
const statuses = {
  idle: '尚未开始',
  running: '正在进行',
  cancelled: '已经取消',
  finished: '已经结束',
  failed: '已经失败',
};
const faults: {
  readonly [Kind in LogFault['kind']]: string | ((fault: Extract<LogFault, { kind: Kind }>) => string);
} = {
  'out-of-order': ({ event, status }) => `“${event}”出现时，运行${statuses[status]}`,
  'voted-twice': ({ trace }) => `轨迹 ${trace} 投了两次票`,
  'chosen-twice': '选了两次答案',
  'wrote-after-end': ({ trace }) => `轨迹 ${trace} 结束之后还在写`,
  'waited-after-end': ({ trace }) => `轨迹 ${trace} 结束之后还被要求继续`,
  'ended-twice': ({ trace }) => `轨迹 ${trace} 结束了两次`,
  'started-twice': ({ trace }) => `轨迹 ${trace} 开始了两次`,
  'not-started': ({ trace }) => `轨迹 ${trace} 还没有开始`,
  'round-out-of-turn': ({ trace, round }) => `轨迹 ${trace} 的第 ${round} 轮没有按顺序出现`,
  'no-such-round': ({ trace, round }) => `轨迹 ${trace} 在第 ${round} 轮之后作答，而它没有这一轮`,
  'no-such-node': ({ node }) => `没有节点 ${node}`,
  'node-made-twice': ({ node }) => `节点 ${node} 生成了两次`,
  'node-too-early': ({ node, before }) => `节点 ${node} 出现在节点 ${before} 之前`,
  'second-root': ({ node }) => `节点 ${node} 成了第二个树根`,
  'child-of-ended': ({ node }) => `节点 ${node} 已经结束，不能有子节点`,
  'too-deep': ({ node }) => `节点 ${node} 之前的步骤超过 ${depth} 个`,
  unknown: '日志前后不符',
};

/** What a field of a custom model must be. */
export const fieldRules = {
  id: '请用字母、数字、“.”、“-”和“_”，最多 96 个字符；以字母或数字开头。中间可以有“/”和“:”。',
  short: '太长了。',
  address: '请用 https 地址（localhost 可以用 http），不含用户名、“?”或“#”。',
  hash: '请用子资源完整性（SRI）哈希：“sha256-”、“sha384-”或“sha512-”，后面接 base64。',
  wasm: '必须以 .wasm 结尾。',
  whole: '请写整数。',
  least: '至少 256 个 token。',
  most: '最多 131,072 个 token。',
  other: '这不是表单要求的内容。',
} satisfies Readonly<Record<CustomFieldProblem['must'], string>>;

/** Downloads, links, saved runs. */
export const fileFailures = {
  'not-downloaded': {
    model: {
      message: ({ model }) => `${model} 不在这台设备上。`,
      advice: '请先下载：在“模型”里选它，再按“下载”。',
    },
    file: {
      message: ({ file }) =>
        file === null ? '模型有一个文件不在这台设备上。' : `模型有一个文件不在这台设备上（${file}）。`,
      advice: '请再下载一次模型：已有的部分不会重复下载。',
    },
    'removed-meanwhile': {
      message: ({ model }) => `正在取回 ${model} 时，它被删除了。`,
      advice: '要用它，请再下载一次。',
    },
  },
  'download-failed': {
    unreachable: {
      message: ({ file, host }) =>
        `没能从 ${host} 取到 ${file}：连不上服务器，或者服务器不让这个页面读取它的文件。`,
      advice: downloadFrom,
    },
    status: {
      message: ({ file, host, status }) => `没能从 ${host} 取到 ${file}：服务器回应 ${status}。`,
      advice: downloadFrom,
    },
    'broke-off': {
      message: ({ file, host }) => `没能从 ${host} 取到 ${file}：连接中断了。`,
      advice: downloadFrom,
    },
    'cut-short': {
      message: ({ file, host, bytes: came, of }) =>
        `没能从 ${host} 取到 ${file}：文件应有 ${number(of)} 字节，到 ${number(came)} 字节就结束了。`,
      advice: downloadFrom,
    },
    offline: {
      message: ({ file, host }) => `没能从 ${host} 取到 ${file}：这台设备没有联网。`,
      advice: downloadFrom,
    },
    'no-such-file': {
      message: ({ file, host }) => `没能从 ${host} 取到 ${file}：没有这个文件。`,
      advice: downloadFrom,
    },
    'removed-meanwhile': {
      message: ({ file, host }) => `没能从 ${host} 取到 ${file}：其他文件还在下载时，浏览器删除了一些文件。`,
      advice: downloadFrom,
    },
  },
  'no-space': {
    message: ({ room: space }) =>
      space === null
        ? '浏览器没有更多空间给这个页面。'
        : `还有 ${bytes(space.needed)} 要下载，而浏览器只再给这个页面 ${bytes(space.free)}。`,
    advice: '请腾出磁盘空间，或删除一个下载过的模型，然后再下载：已经下载的部分会保留。',
  },
  'custom-model-invalid': {
    'too-many': {
      message: ({ most }) => `自定义模型最多 ${number(most)} 个。`,
      advice: correct,
    },
    taken: { message: ({ id }) => `已经有模型“${id}”了。`, advice: correct },
    field: { message: ({ field, must }) => `${field ?? '模型'}：${fieldRules[must]}`, advice: correct },
  },
  'link-damaged': {
    message: '这个链接损坏了：从中读不出实验。',
    advice: '请重新复制整个链接：错一个字符就读不出来，而邮件和聊天软件有时会截掉结尾。',
  },
  'link-too-big': {
    message: '这个链接比任何实验的链接都长。',
    advice: '请向给你链接的人再要一次，或手工设置这个实验。',
  },
  'link-blank-word': {
    message: '这个链接要用空白代替“Wait”，对模型来说等于什么也没说。',
    advice: '请手工设置这个实验：选“预算强制”，写上一个词。',
  },
  'link-newer': {
    message: '这个链接是用更新版本的 Second Thought 做的。',
    advice: '请重新加载页面以得到最新版本，再打开链接。',
  },
  'file-too-big': {
    message: `这个文件太大：一次运行最多 ${megabytes} MB、${steps} 步。`,
    advice: '请用更少的样本或更低的 token 上限再运行一次实验，然后保存。',
  },
  'file-without-tree': {
    message: '这个思维树日志里只有样本，没有可以一步一步看的搜索。',
    advice: '请选搜索的日志：文件名里有“propose”或“sample”，以及“greedy”，而不是“naive”。',
  },
  'file-not-a-run': {
    message: '这个文件不是 Second Thought 保存的运行，也不是它能读的日志。',
    advice: '请选用“导出运行”保存的文件、tree-of-thought-llm 的日志，或 llm-reasoners 的树日志。',
  },
  'file-newer': {
    message: '这次运行是用更新版本的 Second Thought 保存的。',
    advice: '请重新加载页面以得到最新版本，再打开文件。',
  },
  'file-damaged': {
    compression: { message: '这个文件损坏了：无法解压缩。', advice: saveAgain },
    incomplete: { message: '这个文件损坏了：不完整。', advice: saveAgain },
    invalid: {
      message: ({ at }) =>
        at === null ? '这个文件损坏了：开头就有问题。' : `这个文件损坏了：“${at}”处有问题。`,
      advice: saveAgain,
    },
    'other-experiment': {
      message: '这个文件损坏了：里面的实验不是当时运行的那个。',
      advice: saveAgain,
    },
    impossible: {
      message: ({ entry, fault }) =>
        entry === null
          ? '这个文件损坏了：它的日志前后不符。'
          : `这个文件损坏了：运行的第 ${number(entry + 1)} 步不可能发生：${inWords(faults[fault.kind], fault)}。`,
      advice: saveAgain,
    },
  },
  'file-unreadable': {
    message: '浏览器没能读取这个文件。',
    advice: '请检查文件是否还在、是否允许打开，然后再试一次。',
  },
  'file-unwritable': {
    message: '没能把运行写成文件。',
    advice: '请关闭其他标签页以腾出内存，再导出一次。运行还在。',
  },
  'run-too-big': {
    message: `这次运行太大，存不成文件：页面最多打开 ${megabytes} MB、${steps} 步。`,
    advice: '它的链接仍然包含这个实验。要保存运行，请用更少的样本或更低的 token 上限。',
  },
  'curve-not-reached': {
    message: '没能取到曲线。',
    advice: '请检查网络连接，然后再试一次。模型仍然可以运行。',
  },
  'curve-missing': {
    message: '服务器上没有这个模型的曲线。',
    advice: '请以后再试。模型仍然可以运行。',
  },
  'curve-unreadable': {
    message: '曲线的文件损坏了。',
    advice: '请重新加载页面，或以后再试。模型仍然可以运行。',
  },
} satisfies Partial<FailureWords>;
