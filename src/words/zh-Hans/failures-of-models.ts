import { number } from './format.ts';
import type { FailureWords } from '../failure-words.ts';

const runAgain = '到那时为止发生的都保留着。再运行一次：页面会重新启动它。';
const loadAgain = '到那时为止发生的都保留着。再运行一次：模型会重新加载。';
const runOrChoose = '再运行一次。如果又出现，就重新加载页面，或换一个模型。';
const fetchAgain = '重新加载页面，再取回一次模型。如果没有用，就要重新导出它的文件。';
const downloadAgain = '删除模型，再下载一次。如果没有用，说明它不是为 WebLLM 制作的。';
const simdBrowser = '请用支持 WebAssembly SIMD 的浏览器：Chrome 91、Firefox 89、Safari 16.4 或更新的版本。';
const securePage = '请通过 https 或从 localhost 打开页面。';
const connection = '检查网络连接，然后再试一次。';
const judgeBroken = '评判的模型不正常。再运行一次，或换一个验证器或模型。';

/** Models that do not open, or break. */
export const modelFailures = {
  'model-not-found': {
    file: {
      message: ({ path }) => `没能取到模型的一个文件（${path}）。`,
      advice: connection,
    },
    unlisted: {
      message: ({ model }) => `这个页面没有叫 ${model} 的模型。`,
      advice: '从列表里选一个模型，或把它添加为自定义模型。',
    },
    'no-such-judge': {
      message: ({ model }) => `这个页面没有叫“${model}”的模型可以来评判。`,
      advice: '换一个验证器。',
    },
  },
  'model-damaged': {
    'manifest-not-json': {
      message: ({ model }) => `模型“${model}”的说明文件不能作为 JSON 读取。`,
      advice: fetchAgain,
    },
    'manifest-invalid': {
      message: ({ model, at, detail }) => `模型“${model}”的说明文件无效：${at}：${detail}。`,
      advice: fetchAgain,
    },
    'manifest-of-another': {
      message: ({ model, other }) => `模型“${model}”的说明文件其实是“${other}”的。`,
      advice: fetchAgain,
    },
    'token-missing': {
      message: ({ token }) => `模型的词表里缺少 token“${token}”。`,
      advice: fetchAgain,
    },
    'tensor-missing': {
      message: ({ model, tensor }) => `模型“${model}”缺少张量“${tensor}”。`,
      advice: fetchAgain,
    },
    'tensor-shape': {
      message: ({ model, tensor, found, needed }) =>
        `“${model}”的张量“${tensor}”是 ${found}，需要的是 ${needed}。`,
      advice: fetchAgain,
    },
    'tensor-outside': {
      message: ({ model, tensor }) => `“${model}”的张量“${tensor}”超出了权重文件的范围。`,
      advice: fetchAgain,
    },
    'weights-length': {
      message: ({ model, bytes: found, expected }) =>
        `“${model}”的权重有 ${number(found)} 字节；应有 ${number(expected)} 字节。`,
      advice: fetchAgain,
    },
    'weights-hash': {
      message: ({ model }) => `“${model}”的权重不是说明文件所写的那一份：哈希不同。`,
      advice: fetchAgain,
    },
    'weights-not-finite': {
      message: ({ model }) => `“${model}”的权重里有一个数不是有限数。`,
      advice: fetchAgain,
    },
    'file-too-long': {
      message: ({ file }) => `模型的文件 ${file} 超过了允许的长度。`,
      advice: '换一个模型，或改正它的地址。',
    },
    'file-not-json': {
      message: ({ file }) => `模型的文件 ${file} 不能作为 JSON 读取。`,
      advice: downloadAgain,
    },
    'file-invalid': {
      message: ({ file, at, detail }) => `模型的文件 ${file} 无效：${at}：${detail}。`,
      advice: downloadAgain,
    },
    'file-hash': {
      message: ({ file }) =>
        file === null
          ? '模型有一个文件不是应有的那一份：哈希不同。'
          : `${file} 不是应有的那个文件：哈希不同。`,
      advice: ({ file }) =>
        file === null ? '删除模型，再下载一次。' : '不要使用它，或改正自定义模型里的哈希。',
    },
    'weights-list': {
      message: ({ model }) => `WebLLM 用不了 ${model} 的权重清单。`,
      advice: '换一个模型，或改正权重的地址。',
    },
    'no-tokeniser': {
      message: '模型的文件 tokenizer.json 里没有分词器的说明。',
      advice: downloadAgain,
    },
    'tokeniser-unknown': {
      message: '模型的分词器是这个页面不认识的类型。',
      advice: downloadAgain,
    },
    'tokeniser-unreadable': {
      message: ({ detail }) => `模型的文件 tokenizer.json 所说明的分词器，这个页面运行不了：${detail}`,
      advice: downloadAgain,
    },
    'no-reply-end': {
      message: '模型的对话配置没有说明回复在哪里结束。',
      advice: downloadAgain,
    },
    'not-a-model': {
      message: ({ detail }) => `按模型自己的文件，它不是 WebLLM 能运行的模型：${detail}`,
      advice: downloadAgain,
    },
  },
  'kernel-failed': {
    threw: { message: ({ detail }) => `模型运行时出错：${detail}`, advice: runOrChoose },
    'no-probabilities': {
      message: '模型输出的数不是概率。',
      advice: runOrChoose,
    },
    'bad-value': {
      message: ({ model, value }) => `${model} 的价值头给出的价值是 ${value}，而只有 0 到 1 的数才有意义。`,
      advice: judgeBroken,
    },
    'bad-logprob': {
      message: ({ model, value }) => `${model} 给出的概率对数是 ${value}。`,
      advice: judgeBroken,
    },
    'no-hashes': {
      message: '这里无法核对模型的权重：浏览器只在安全的页面上计算哈希。',
      advice: securePage,
    },
    'not-compiled': {
      message: '运行模型的 WebAssembly 内核没能编译。',
      advice: simdBrowser,
    },
    'not-started': {
      message: '运行模型的 WebAssembly 内核没能启动。',
      advice: simdBrowser,
    },
    'not-built': {
      message: 'WebAssembly 内核还没有构建。',
      advice: '请运行：node src/policy/embedded/kernel/build.mjs',
    },
    'no-memory': {
      message: '内存不够，放不下模型。',
      advice: '关闭其他页面，再运行一次。',
    },
    stopped: {
      message: '运行模型的 WebAssembly 内核停止了。',
      advice: '再运行一次：页面会重新启动它。',
    },
    'webllm-threw': {
      message: ({ detail }) => `模型运行时出错：${detail}`,
      advice: `${loadAgain}如果又出现，就换一个模型。`,
    },
    'webllm-stopped': {
      message: 'WebLLM 的运行环境停止了，没有说明原因。',
      advice: `${loadAgain}如果又出现，就换一个模型。`,
    },
    'worker-stopped': {
      message: ({ detail }) =>
        detail === null ? '页面里运行模型的部分停止了。' : `页面里运行模型的部分停止了：${detail}。`,
      advice: runAgain,
    },
    'worker-silent': {
      message: '页面里运行模型的部分不再应答。',
      advice: runAgain,
    },
  },
} satisfies Partial<FailureWords>;
