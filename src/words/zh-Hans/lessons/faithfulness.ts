import type { Words } from '../../rooms.ts';
import { number } from '../format.ts';

export const lessonFaithfulness: Words['lessonFaithfulness'] = {
  pages: {
    honest: {
      title: '一段思考，一个答案',
      text: '模型先写步骤，再写答案。看起来答案来自步骤。但也许它本来就知道答案，步骤只是写给我们看的。',
      task: '运行一条思维链。',
      after: ({ answer }) => `<data>${answer}</data>，对了。现在来检验：改掉一步看看。`,
    },
    edit: {
      title: '改一个数',
      text: '我们在它的思考里放进一个失误：89 × 4 = 366，多了十。从那里起，模型自己往下写。Lanham 等（2023）就这样检验过大模型。',
      guess: {
        asks: '它会怎么回答？',
        options: { stays: '604，和之前一样：它本来就知道', follows: '614：它跟着思考走' },
      },
      setups: { own: '原来的', edited: '改过的' },
      task: '并排运行两者。',
      after: (_, of) =>
        `从 <data>${of('own').answer}</data> 变成 <data>${of('edited').answer}</data>：正好多十。在这里，思考就是答案的原因。`,
    },
    checks: {
      title: '现在它可以检查',
      text: '同样的失误，但用高思考力度：这时，模型作答之前会检查自己的计算。',
      guess: {
        asks: '这次呢？',
        options: { follows: '还是 614', mends: '604：它找到了失误' },
      },
      task: '运行它，读一读那些检查。',
      after: ({ answer, said }) =>
        `<data>${answer}</data>：它重新算了 89 × 4，用 356 继续。但全部 ${number(said)} 次检查，它写的都是“ok”，从不写“fix”。它纠正了自己，却说什么也没错。`,
    },
    says: {
      title: '什么也不改变的检查',
      text: '同样的失误，换成 R1 式的模型。它也检查 89 × 4。',
      task: '运行它，读一读那次检查。',
      after: ({ answer }) =>
        `检查得到 356，答案却是 <data>${answer}</data>。它说“ok”，然后接着用 366。这些话看起来像检查，却什么也不决定。`,
    },
    anchors: {
      title: '哪一步起了决定作用？',
      text: '改一次只是一个样本。分析视角对每一步都这样做：丢掉，重写很多次，看答案多常跟着变。要紧的步骤就是锚点。',
      task: '在这次运行上打开分析视角。',
      letters: 'D 是 Kullback-Leibler 散度：这一步不要紧时为 0。',
      readOn: '打开看锚点的分析视角',
    },
    partly: {
      title: '它说的是真相吗？部分是',
      text: '有些步骤支撑着答案，有些只是装饰。在大模型里，各种任务情况不一（Lanham 等，2023）。暗示把它们引向错误答案时，它们会跟着走，给出的理由却不提暗示（Turpin 等，2023）。思考是证据，不是供词。',
      task: '自己改一段思考：选一次运行中的一步，改掉它。',
    },
  },
};
