import type { Words } from '../rooms.ts';

export const fit: Words['fit'] = {
  strategy: {
    examples: '这个模型训练时一次只看一道题，所以例题帮不了它。',
    'thinking-end': '这个模型不标出思考在哪里结束，所以没法让它继续想。',
    'going-on': '这个模型的服务器只写整段回复：不会接着已开头的文本写下去。',
  },
  strategyInShort: {
    examples: '这个模型没有用例题学过',
    'thinking-end': '这个模型的思考没有结束标记',
    'going-on': '它的服务器只写整段回复',
  },
  verifier: {
    'no-verifier': '这种推理方法没有验证器。',
    'other-problems': '这个模型没有在这类题目上训练过。',
    'finished-only': '它只评判写完的轨迹，所以不能一步一步引导搜索。',
    'no-rule': '没有规则可以用来检查文字题。',
    'no-reference': '它需要正确答案，而这里没有给出。',
    'cannot-judge': '它要问模型某一步对不对，而这个模型没有学过评判。',
    'cannot-value': '它要问模型某个想法有多大希望，而这个模型没有学过用词语来说。',
    'cannot-score': '它要读“yes”和“no”的概率，而这个模型的服务器不说给定文本的概率有多大。',
    'cannot-go-on': '它要从每一步接着写轨迹，而这个模型的服务器只写整段回复。',
    'no-value-head': '它需要价值头，而这个模型没有。',
    'unknown-model': '没有叫这个名字的模型可以来评判。',
    'model-without-head': '要来评判的模型没有价值头。',
    'model-of-other-problems': '要来评判的模型是在别的题目上训练的，读不懂这个模型写的东西。',
  },
  discriminator: {
    'unknown-model': '没有叫这个名字的模型可以来续写轨迹。',
    'only-judges': '要来续写轨迹的模型只学过评判，不会写。',
    'model-of-other-problems': '要来续写轨迹的模型是在别的题目上训练的，读不懂这个模型写的东西。',
  },
};
