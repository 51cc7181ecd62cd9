import type { Words } from '../language.ts';
import { number } from './format.ts';

export const lessonWords: Words['lessonWords'] = {
  title: '课程',
  intro:
    '实时画面旁边的简短章节。每一页只要你做一件事：运行、猜一猜、看一看。一切都在你的浏览器里，用真实的模型。',
  chapters: {
    'self-consistency': {
      title: '自洽性投票',
      idea: '很多样本来投票。为什么胜过一个样本，又需要什么条件。',
    },
  },
  begin: '开始',
  goOn: (page) => `继续，第 ${number(page)} 页`,
  again: '再读一遍',
  finished: '读过',
  lesson: '课程',
  pageOf: (page, of) => `第 ${number(page)} 页，共 ${number(of)} 页`,
  back: '上一页',
  next: '下一页',
  leave: '退出课程',
  all: '全部课程',
  following: (title) => `接下来：${title}`,
  unknown: '没有这一课。',
  guessedRight: '你猜对了。',
  guessedWrong: (truth) => `结果不是这样：“${truth}”`,
  toDo: '要做的',
  done: '做完了',
  choose: '运行什么',
  run: '运行',
  running: '正在运行。',
  runFirst: '这一页要看的运行不在舞台上。',
  runIt: '运行它',
  runBeside: '并排运行',
  showMe: '带我去看',
  lookAt: {
    tree: '打开“树”',
    thoughts: '打开“想法”',
    votes: '打开“投票”',
    scores: '打开“得分”',
    budget: '打开“预算”',
  },
  formula: '公式，代入这次运行的数',
  code: '这种推理方法的代码',
  codeFrom: '刚才运行的就是这个文件，和项目里的一样：',
};
