import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonR1Stages: Words['lessonR1Stages'] = {
  pages: {
    cold: {
      title: '第一阶段：冷启动',
      text: 'R1-Zero 很会思考，但它的思考很难读。所以 R1 从监督微调开始：模仿几千条好的轨迹。它们教的是思考的形式：步骤、检查、答案。',
      task: '运行这个阶段之后的模型。',
      after: ({ answer, said }) =>
        `形式有了：步骤，还有 ${number(said)} 次检查。但答案是 <data>${answer}</data>，错了。读第一次检查：它得到另一个数，说“ok”，什么也不改。它只是在模仿检查。`,
    },
    reward: {
      title: '第二阶段：奖励',
      text: '接着是强化学习，和 R1-Zero 一样。现在算数的是答案，而不是思考的样子。',
      guess: {
        asks: '它的思考会变成什么样？',
        options: { longer: '更长，检查更多', shorter: '更短，步骤更好' },
      },
      setups: { sft: '模仿', r1: '奖励' },
      task: '并排运行两者。',
      after: (_, of) =>
        `现在对了：<data>${of('r1').answer}</data>，检查从 ${number(of('sft').said)} 次变成 ${number(of('r1').said)} 次，token 从 ${number(of('sft').spent)} 个变成 ${number(of('r1').spent)} 个。在这些算式里，把步骤做可靠更划算。`,
      readOn: '模仿之后的奖励，300 道题的结果',
    },
    form: {
      title: '第三阶段：自己最好的轨迹',
      text: 'R1 的第三阶段又是模仿：模型自己写的、正确又好读的轨迹，加上数学以外的数据，一共 80 万条。我们的只有几百条，正确率反而下降了。模仿保住的是听话：要它少想就少想，要它检查就检查。',
      setups: { low: '少想', high: '检查' },
      task: '用两种方式运行最后的模型。',
      after: (_, of) =>
        `少想：${number(of('low').spent)} 个 token，没有检查。检查：${number(of('high').spent)} 个 token，检查 ${number(of('high').said)} 次。对 R1-Zero 式的模型，这两种提示是一回事。`,
    },
    all: {
      title: '第四阶段：再次奖励',
      text: '最后是在各种情境下做强化学习：答案能检查的用规则，其余的用学来的评判者，看有没有用、有没有害。这里只有算式。四个模型做同一道题：',
      setups: { base: '基础', zero: '只靠奖励', sft: '模仿', r1: '全部阶段' },
      task: '四个都运行。',
      after: (_, of) =>
        `基础模型用 ${number(of('base').spent)} 个 token 来猜。模仿的检查很多（${number(of('sft').spent)} 个 token），却是错的。只靠奖励的（${number(of('zero').spent)} 个）和全部阶段的（${number(of('r1').spent)} 个）是对的。`,
    },
    measured: {
      title: '各有什么用',
      text: '模仿给出形式，奖励让它正确，自己的轨迹让它好读、面广，最后的奖励让它合乎人的要求。DeepSeek 报告的 AIME 2024 成绩：R1 为 79.8%，R1-Zero 为 71.0%。在我们的小世界里，两者持平。',
      task: '比较“模仿”和“全部阶段”。',
      readOn: '实验室里的这条论断',
    },
  },
};
