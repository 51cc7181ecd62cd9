import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonR1Zero: Words['lessonR1Zero'] = {
  pages: {
    base: {
      title: '会思考却不思考的模型',
      text: '在这个基础模型的训练文本里，只有少数算式写出了过程，多数只有答案。它作答之前可以思考，但不是必须。',
      task: '运行基础模型。',
      after: ({ answer, spent }) =>
        `它马上结束思考，猜了一个：<data>${answer}</data>，${number(spent)} 个 token，错了。`,
    },
    after: {
      title: '只靠奖励',
      text: '接着，它为许多题目各写 16 条轨迹。格式对、答案也正确的，由规则给奖励。没有人给它看怎样思考。得到奖励的，一步一步变得更可能。',
      guess: {
        asks: '它变成了什么？',
        options: { copy: '更会猜的模型', think: '会一步步算的模型' },
      },
      setups: { base: '之前', zero: '之后' },
      task: '并排运行之前和之后。',
      after: (_, of) =>
        `之前：${number(of('base').spent)} 个 token，<data>${of('base').answer}</data>。之后：${number(of('zero').spent)} 个 token，一步步算出 <data>${of('zero').answer}</data>，对了。它学会思考，是因为思考比猜更常得到奖励。`,
    },
    curve: {
      title: '顿悟曲线',
      text: 'R1-Zero 的思考在训练中变长，里面出现“Wait”；作者称之为顿悟时刻（aha moment）。这里的思考也变长。但看“Wait”：它先跟着上升，等步骤变得可靠，就消失了。',
      task: '移动滑块：思考从什么时候开始变长？',
      readOn: '自己训练一次，就在这个标签页里',
    },
    wait: {
      title: '“Wait”留下的地方',
      text: '在 24 点里，没有哪一步十拿九稳，但可以再试一次。同一类奖励，用在一个失败之后知道怎样继续的模型上：',
      setups: { journey: '之前', rl: '之后' },
      task: '并排运行之前和之后。',
      after: (_, of) =>
        `之前，它放弃了：${number(of('journey').said)} 个“Wait”，${number(of('journey').spent)} 个 token，错了。之后：${number(of('rl').said)} 个“Wait”，${number(of('rl').spent)} 个 token，对了。这并不神秘：在长轨迹上得到奖励的，会变得更常见。`,
      readOn: '奖励让思考变长，300 道题的结果',
    },
    measured: {
      title: '提高了多少',
      text: 'DeepSeek 报告，R1-Zero 在 AIME 2024 上从 15.6% 提高到 71.0%。这里是我们的小模型，做的是没训练过的保留算式。它行得通，是因为基础模型有时会成功：一次也不成功，就没有可奖励的。',
      task: '比较这两个长条。',
      readOn: '实验室里的这条论断',
    },
  },
};
