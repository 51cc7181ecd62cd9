import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonChainOfThought: Words['lessonChainOfThought'] = {
  pages: {
    direct: {
      title: '不思考',
      text: '用 4、9、10 和 13 得到 24。模型必须马上写出算式，一个 token 一个 token 地写，除了这几个数没有别的可读。',
      task: '运行它。',
      after: ({ answer, tokens }) => `用了 ${number(tokens)} 个 token，得到 <data>${answer}</data>，是错的。`,
    },
    thinking: {
      title: '先写步骤',
      text: '现在同一个模型可以写中间结果。每个结果只算一次，后面的所有 token 都能读到。答案根据问题和思考来抽取。',
      guess: { asks: '这样够了吗？', options: { right: '够了', wrong: '不够' } },
      setups: { direct: '马上作答', chain: '先思考' },
      task: '选“先思考”，然后运行。',
      after: ({ answer, thought }) =>
        `思考了 ${number(thought)} 个 token，然后是 <data>${answer}</data>：对了。`,
      letters: '先有关于题目 x 的思考 z，再根据两者写出答案 y。',
    },
    examples: {
      title: '从例题学',
      text: '零样本：只有问题。少样本：前面有几道解好的题，模型照着它们的方式写下去。大模型不用训练就会；这一个是学会的。',
      setups: { zero: '零样本', few: '少样本' },
      task: '选少样本，然后运行。',
      after: ({ answer }) =>
        `有例题时它说 <data>${answer}</data>，是对的；没有例题，它失误了。在别的题上，例题会误导：一道题证明不了什么。`,
    },
    weak: {
      title: '弱的模型',
      text: '这个基础模型能背出小的乘积，却几乎没见过怎样思考。思维链唤起已有的能力，不会造出能力。',
      guess: {
        asks: '马上作答，它在这里是对的。可以思考时呢？',
        options: { right: '还是对', wrong: '错' },
      },
      setups: { direct: '马上作答', chain: '可以思考' },
      task: '让它思考，然后运行。',
      after: ({ answer, thought }) =>
        `它可以思考，思考了 ${number(thought)} 个 token，答案 <data>${answer}</data> 却是错的。单单请它思考，反而变差了。`,
    },
    often: {
      title: '它总是这样吗？',
      text: '一道题证明不了什么。那就问这个基础模型 300 道保留测试题：直接回答，以及允许思考。Wei（2022）看到小模型会变差。',
      guess: {
        asks: '允许思考时，它解出的题……',
        options: { worse: '更少', same: '差不多', better: '更多' },
      },
      task: '先猜，再看测量的结果。',
      after:
        '差不多：有的题做对了，有的题做错了。就算允许思考，它也几乎不想，所以也没什么能损害它。思考要先学会，才谈得上有用或有害。',
      readOn: '在实验室里看每一道题',
    },
    trained: {
      title: '学会思考',
      text: '同一个基础模型，在解好的题上微调之后：监督的思维链。R1 和它的蒸馏模型就是这样学会的，或只靠奖励学会。',
      setups: { base: '基础模型', taught: '微调之后' },
      task: '选微调之后的模型，然后运行。',
      after: ({ answer, thought }) => `思考了 ${number(thought)} 个 token，<data>${answer}</data> 是对的。`,
    },
    measured: {
      title: '不是一道，而是许多道',
      text: '保留测试题，同一个模型，同样的种子：一种马上作答，一种先思考。横线是 95% 置信区间。',
      task: '看测量的结果。',
      readOn: '每一道题，在实验室里',
    },
  },
};
