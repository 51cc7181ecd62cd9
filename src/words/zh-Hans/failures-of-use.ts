import type { FailureOf } from '#run/failure.ts';
import { fit } from './fit.ts';
import { number } from './format.ts';
import { verifiers } from './verifiers.ts';
import type { FailureWords } from '../failure-words.ts';

const loadAgain = '到那时为止发生的都保留着。再运行一次：模型会重新加载。';
const securePage = '请通过 https 或从 localhost 打开页面。';
const otherVerifier = '换一个验证器或模型。';
const otherStrategy = '换一种推理方法或一个模型。';
const lackings: Readonly<Record<FailureOf<'gpu-too-small'>['lacks'], string>> = {
  f16: '这个模型用 16 位浮点数计算，而这个 GPU 或它的驱动程序做不到。',
  limits: '这个 GPU 满足不了模型的要求。',
  commands: 'GPU 拒绝执行模型的一个步骤，这样算出的数会是错的。',
};

/** A verifier as it is called here; one that is not known by its own name. */
const verifierName = (kind: string) =>
  Object.entries(verifiers).find(([known]) => known === kind)?.[1].name ?? kind;

/** What a model or a graphics processor cannot do. */
export const useFailures = {
  unsupported: {
    'no-value-head': {
      message: ({ model }) => `${model} 没有价值头。`,
      advice: '换一个验证器，或换一个带价值头的模型。',
    },
    'no-scoring': {
      message: ({ model }) => `${model} 不说给定文本的概率有多大。`,
      advice: otherVerifier,
    },
    'empty-prompt': {
      message: '没有任何开头，模型无从写起。',
      advice: '让提示以一个 token 开头，例如文本的起始标记。',
    },
    problem: {
      message: ({ model, problem }) => `${model} 没有在“${problem}”这类题目上训练过。`,
      advice: '换一个会这类题目的模型。',
    },
    'leading-minus': {
      message: ({ model }) => `${model} 读不了以减号开头的题目。`,
      advice: '把一个要加的乘积放在最前面。',
    },
    examples: {
      message: ({ model }) => `例题帮不了 ${model}：它训练时一次只看一道题。`,
      advice: '换一种推理方法，或换一个会读例题的模型。',
    },
    instructions: {
      message: ({ model }) => `不能用文字向 ${model} 提问：它只会训练时见过的题型。`,
      advice: '换一种推理方法，或换一个会听从指令的模型。',
    },
    judging: {
      message: ({ model }) => `${model} 没有学过评判步骤。`,
      advice: '换一个验证器，或换一个会评判的模型。',
    },
    valuing: {
      message: ({ model }) => `${model} 没有学过用词语给想法估价。`,
      advice: '换一个验证器，或换一个学过的模型。',
    },
    'verdict-words': {
      message: ({ model }) => `${model} 没有用来评判的词。`,
      advice: otherVerifier,
    },
    'thinking-end': {
      message: ({ model }) => `${model} 不标出思考在哪里结束，所以没法让它继续想。`,
      advice: otherStrategy,
    },
    'going-on': {
      message: ({ model }) => `${model} 的服务器不会接着已开头的文本写下去。`,
      advice: '换一种推理方法，或换一个支持文本续写（text completions）的服务器：vLLM、SGLang 或 llama.cpp。',
    },
    'start-with-tag': {
      message: ({ tag }) => `思考的开头不能含有“${tag}”。`,
      advice: '去掉从那里开始的全部内容：模型会自己结束思考。',
    },
    'tokens-not-shared': {
      message: ({ model, other }) => `${model} 和 ${other} 的 token 不同，所以读不懂后者写的内容。`,
      advice: ({ other }) => `换掉这个模型，或把 ${other} 换成 token 相同的模型。`,
    },
    'token-not-shared': {
      message: ({ model, other, token }) =>
        `${model} 不认识 ${other} 的 token“${token}”，所以读不懂后者写的内容。`,
      advice: ({ other }) => `换掉这个模型，或把 ${other} 换成 token 相同的模型。`,
    },
    'no-file-storage': { message: '这个浏览器不让这个页面保存文件。', advice: securePage },
    'no-second-model': {
      message: ({ model }) => `这里不能再打开别的模型，所以“${model}”不能来评判。`,
      advice: '换一个验证器，或让模型评判自己。',
    },
    'no-rule': {
      message: '没有规则可以用来检查文字题。',
      advice: '换一个验证器。',
    },
    'no-reference': {
      message: '没有给神谕提供参考答案。',
      advice: '换一个验证器。',
    },
    'whole-traces-only': {
      message: ({ verifier }) =>
        `${verifierName(verifier)}验证器只评判写完的轨迹，所以不能一步一步引导搜索。`,
      advice: '选一个给步骤打分的验证器：规则、过程或推演。',
    },
    verifier: {
      message: ({ reason }) => `验证器不适用。${fit.verifier[reason]}`,
      advice: otherVerifier,
    },
    discriminator: {
      message: ({ reason }) => fit.discriminator[reason],
      advice: '换一个模型来做二次采样，或让模型自己来做。',
    },
  },
  'unknown-token': {
    id: {
      message: ({ token, model }) =>
        model === null ? `模型没有 token ${token}。` : `${model} 没有 token ${token}。`,
      advice: '请选产生这些 token 的模型。',
    },
    text: { message: '模型没有 token 可以写出这段文本。', advice: '请换用别的词或符号。' },
    word: {
      message: ({ text }) => `模型没有 token 可以写出“${text}”。`,
      advice: '只能用题目里会出现的数和符号。',
    },
    number: {
      message: ({ written }) => `数 ${written} 超出了这个模型能写的范围。`,
      advice: '只能用题目里会出现的数和符号。',
    },
  },
  'prompt-too-long': {
    message: ({ model, tokens, context }) =>
      model === null
        ? `整段会有 ${number(tokens)} 个 token；这个模型最多读 ${number(context)} 个。`
        : `提示有 ${number(tokens)} 个 token；${model} 最多容纳 ${number(context)} 个。`,
    advice: ({ model }) =>
      model === null ? '请用短一点的提示，或让一条链少尝试几次。' : '请缩短提示，或换一个上下文更长的模型。',
  },
  'example-too-long': {
    message: ({ model, context }) =>
      `${model} 最多读 ${number(context)} 个 token，放下题目和一道例题之后，没有地方思考了。`,
    advice: '换一种推理方法，或换一道短一点的题目。',
  },
  'out-of-slots': {
    message: ({ slots }) =>
      slots === null ? '模型没有内存容纳再多一个序列。' : `模型缓存的 ${number(slots)} 个序列位置全都在用。`,
    advice: '等一个正在运行的结束，或减少同时抽取的样本。',
  },
  'no-webgpu': {
    message: '这个浏览器不提供 WebGPU。',
    advice: '请用新版的 Chrome、Edge、Safari 或 Firefox，通过 https 或从 localhost 打开。',
  },
  'no-adapter': {
    message: '浏览器没有找到可以用的 GPU。',
    advice: '请检查浏览器设置里是否开启了硬件加速，显卡驱动程序是否为最新。',
  },
  'gpu-too-small': {
    message: ({ lacks }) => lackings[lacks],
    advice: ({ lacks }) =>
      lacks === 'f16'
        ? '请选名称里有 f32 的模型：如果这个模型有这样的版本，就选它。'
        : '换一个小一点的模型，或换一台设备。',
  },
  'device-lost': { message: '与 GPU 的连接断开了。', advice: loadAgain },
  'out-of-memory': {
    message: 'GPU 的空闲显存不够运行这个模型。',
    advice: '关闭其他使用 GPU 的页面和程序，或换一个小一点的模型。',
  },
  'library-mismatch': {
    versions: {
      message: '模型的库和这个版本的 WebLLM 不兼容。',
      advice: '选 WebLLM 自己列表里的模型，或换用按页面所用版本构建的库。',
    },
    logits: {
      message: ({ found, tokens }) => `模型输出了 ${number(found)} 个数，而它有 ${number(tokens)} 个 token。`,
      advice: '删除模型，再下载一次。',
    },
  },
} satisfies Partial<FailureWords>;
