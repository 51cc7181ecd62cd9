import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonGenerativeVerifiers: Words['lessonGenerativeVerifiers'] = {
  pages: {
    lost: {
      title: '投票很有把握，却是错的',
      text: '一个关于贝壳的小故事。十六个样本投票。失误不一定分散：多数样本可能犯同样的失误。',
      task: '运行 16 票表决。',
      after: ({ answer, votes, voters, second, secondVotes }) =>
        `${number(voters)} 票中有 ${number(votes)} 票说 <data>${answer}</data>。只有 ${number(secondVotes)} 票说 <data>${second}</data>，而它是对的。`,
    },
    asked: {
      title: '问模型自己',
      text: '生成式验证器就是一个被提问的语言模型：“这一步对吗？”它说“yes”的概率就是得分。不需要另外的头，也不需要另外的模型：评判不过是再写一点东西。',
      task: '从同样的 16 个里选最佳，每一步都问它。',
      after: ({ answer, score, bestWrong }) =>
        `选中 <data>${answer}</data>，得分 ${fixed(score, 2)}。错误的轨迹里，最高得 ${fixed(bestWrong, 2)}。`,
      letters: '最弱的一步代表整条轨迹。',
    },
    step: {
      title: '它怀疑的是哪一步？',
      text: '每格是一步。在错误的轨迹里，“yes”的概率在某一步降下来，之后一直很低：那里把一个数当成了另一个。',
      task: '打开“得分”，看一条错误的轨迹。',
      after: ({ bestRight, bestWrong }) =>
        `它对什么都没有十足的把握：正确的轨迹得 ${fixed(bestRight, 2)}，并不高。但要选中它，只需高于 ${fixed(bestWrong, 2)}。`,
    },
    fooled: {
      title: '评判者也会错',
      text: '一道谜题：骑士说真话，无赖说假话。投票还是那样投，评判者还是那个评判者，两边用同样的样本。',
      guess: {
        asks: '这次谁对？',
        options: { vote: '投票', asked: '评判者' },
      },
      setups: { vote: '投票', asked: '询问' },
      task: '并排运行两者。',
      after: (_, of) =>
        `${number(of('vote').traces)} 个样本中有 ${number(of('vote').right)} 个是对的，所以投票也对：<data>${of('vote').answer}</data>。评判者却最喜欢一条错误的轨迹：<data>${of('asked').answer}</data>。许多次评判里，有一次看走眼就够了。`,
    },
    measured: {
      title: '在很多题上呢？',
      text: '两道题什么也证明不了。Zhang 等（2024）训练了一个评判者，让它先推理再说“yes”，并取几次评判的平均：它胜过了投票。我们的评判者很小，只说一个词。',
      guess: {
        asks: '300 道谜题，哪种解出更多？',
        options: { vote: '16 票表决', asked: '16 选最佳，逐步询问' },
      },
      task: '先猜，再比较。',
      readOn: '实验室里的这条论断',
    },
  },
};
