import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonSelfTraining: Words['lessonSelfTraining'] = {
  pages: {
    journey: {
      title: '旅程还是捷径',
      text: '两个模型，模仿的 token 一样多。一个看的是捷径：一次就对的解答。另一个看的是旅程：失误、怀疑、改正。O1 Journey（2024）报告，旅程在 MATH 上高出 8 个百分点。',
      guess: {
        asks: '哪个会对？',
        options: { shortcut: '只学过对的那个', journey: '学过改正的那个' },
      },
      setups: { shortcut: '捷径', journey: '旅程' },
      task: '并排运行两者。',
      after: (_, of) =>
        `捷径：<data>${of('shortcut').answer}</data>，错了，没有检查。旅程：<data>${of('journey').answer}</data>，对了，检查 ${number(of('journey').said)} 次。没见过错误的，就学不会去找错误。`,
      readOn: '绕路，300 道题的结果',
    },
    star: {
      title: '做自己的老师',
      text: '这么多轨迹由谁来写？STaR（2022）让模型自己写：做许多题，留下答案正确的轨迹，模仿它们，再重复。这里是基础模型的 16 次尝试。',
      task: '抽取 16 次尝试。',
      after: ({ right, traces }) =>
        `${number(traces)} 次中有 ${number(right)} 次是对的。这些留下来模仿，其余的丢掉。`,
      letters: 'θ 是权重；求和只算正确的轨迹。所有尝试都失败时，STaR 还会给出答案，让模型写出理由。',
    },
    luck: {
      title: '对还不够',
      text: '正确答案可能是碰巧猜中的。模仿所有正确的轨迹，也就模仿了运气。',
      task: '选一次正确的尝试：它思考了吗？',
      after: ({ right, rightThinkers }) =>
        `${number(right)} 次正确的尝试中，有 ${number(rightThinkers)} 次是算出来的，其余是猜的。所以怎么选很重要：我们的模型留下自己的价值头最喜欢的。`,
    },
    rounds: {
      title: '一轮又一轮',
      text: '自我演化就是重复这样做：一轮的模型写出下一轮用的轨迹，它的评判者也从同样的轨迹学习。rStar-Math 用树搜索做了四轮。这里是我们的六轮，用的是普通样本。',
      task: '移动滑块：它从哪一轮开始思考？',
    },
    evolved: {
      title: '之前和之后',
      text: '最初的模型，和最后一轮的模型。中间它见过的解题过程，只有自己写的。',
      setups: { base: '之前', evolved: '之后' },
      task: '并排运行两者。',
      after: (_, of) =>
        `之前：<data>${of('base').answer}</data>，${number(of('base').spent)} 个 token。之后：<data>${of('evolved').answer}</data>，${number(of('evolved').spent)} 个 token，对了。`,
      readOn: '实验室里的这条论断',
    },
  },
};
