import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonDistillation: Words['lessonDistillation'] = {
  pages: {
    direct: {
      title: '奖励一个小模型',
      text: '强化学习让一个模型学会了思考。换成不到它一半大、只有 30 万参数的模型，行吗？这个模型得到同样的奖励，训练的步数还更多。',
      task: '运行强化学习之后的小模型。',
      after: ({ answer, spent }) =>
        `${number(spent)} 个 token，没有思考，答案是 <data>${answer}</data>，错了。和训练之前一样。`,
    },
    nothing: {
      title: '没有可奖励的',
      text: '为什么？看看奖励看到的是什么：一组 16 条轨迹，像训练时那样抽取。一条轨迹比同组的好还是差，只看奖励。',
      task: '抽取一组 16 条。',
      after: ({ right, traces }) =>
        `${number(traces)} 条中有 ${number(right)} 条是对的。全都一样，所以每个优势都是 0。强化学习强化的，是偶尔出现的东西。这里没有。`,
    },
    teacher: {
      title: '模仿老师',
      text: '蒸馏走另一条路：让会思考的大模型写轨迹，留下对的，再让小模型模仿。没有奖励，只有文字。DeepSeek 就这样用了 R1 的 80 万个样本。',
      guess: {
        asks: '哪个小模型会对？',
        options: { direct: '得到奖励的', distilled: '模仿的' },
      },
      setups: { teacher: '老师', distilled: '蒸馏', direct: '奖励' },
      task: '运行老师和两个小模型。',
      after: (_, of) =>
        `老师用 ${number(of('teacher').spent)} 个 token 得到 <data>${of('teacher').answer}</data>。蒸馏的像它一样思考，用了 ${number(of('distilled').spent)} 个 token，对了。得到奖励的说 <data>${of('direct').answer}</data>。`,
    },
    measured: {
      title: '并不总是赢',
      text: '“强化学习总是赢”是常见的误解：从弱的基础出发就不是。在 320 亿参数上，R1 的作者在 AIME 2024 上测得：蒸馏 72.6%，直接做强化学习 47.0%。但要超过老师，总得有人去探索。',
      task: '比较这两个长条。',
      readOn: '实验室里的这条论断',
    },
  },
};
