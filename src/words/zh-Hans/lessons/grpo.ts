import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonGrpo: Words['lessonGrpo'] = {
  pages: {
    baseline: {
      title: '比什么好？',
      text: '要从奖励里学习，模型得知道自己的哪些轨迹比预期好。PPO 另外训练一个模型来做预期，叫评论家（critic），和原来的差不多大。GRPO 不要它：对一道题抽取一组轨迹，拿它们的平均当预期。',
      task: '抽取一组 16 条。',
      after: ({ right, traces, meanReward }) =>
        `${number(traces)} 条中有 ${number(right)} 条是对的。对记 1，错记 0，这一组的预期就是 ${fixed(meanReward, 2)}。`,
    },
    advantage: {
      title: '优势',
      text: '每条轨迹的价值，是它比平均好多少，再除以这一组的标准差。它的所有 token 都得到这同一个数：功劳记给整条轨迹。',
      task: '选一条正确的轨迹。',
      after: ({ worthRight, worthWrong }) =>
        `它值 ${fixed(worthRight, 2)}，错误的值 −${fixed(-worthWrong, 2)}。组里少见的，推得最用力：在这里，少见的是答对。`,
      letters: 'r 是一条轨迹的奖励，std 是这一组的标准差。',
      there: ({ worthRight, worthWrong }) =>
        `同一组在分析视角里，像 Dr. GRPO 那样不做除法：正确的轨迹值 ${fixed(worthRight, 2)}，错误的值 −${fixed(-worthWrong, 2)}。`,
      readOn: '不除以标准差，看这一组',
    },
    even: {
      title: '全都一样的时候',
      text: '同一个模型的另外两组：一组的题它从来解不出，另一组的题它总能解出。',
      guess: {
        asks: '哪一组教得更多？',
        options: {
          wrong: '全错的：可学的最多',
          right: '全对的：成功得到奖励',
          neither: '都教不了什么',
        },
      },
      setups: { wrong: '47 × 6', right: '28 × 3' },
      task: '抽取这两组。',
      after: (_, of) =>
        `一组 ${number(of('wrong').traces)} 条中 ${number(of('wrong').right)} 条对，另一组 ${number(of('right').traces)} 条中 ${number(of('right').right)} 条对。每个优势都是 0，什么也学不到。标准差是 0，拿它做除数，结果甚至不是数，所以代码会给它加上一个很小的数。`,
      letters: '一组轨迹靠差异来教。DAPO 会一直抽取，直到组里有差异。',
      there: '全对的那一组在分析视角里，按公式原样计算：没有下限，每个优势都是 NaN。',
      readOn: '没有下限，看这一组',
    },
    tokens: {
      title: '小步走',
      text: '更新有两道刹车。新旧概率的比值会被裁剪，免得一个 token 一下子动得太远。还有一个 KL 项，权重是 β，把模型拉回起点。分析视角在你这一组上逐个 token 显示两者。',
      task: '打开分析视角，移动 β。',
      letters: 'ρ 是比值，ρ′ 是以 ε 为界裁剪后的比值。PPO 有同样的裁剪项，每个 token 用评论家给的优势。',
      there: ({ clipped, tokens, kl }) =>
        `在那里，新的策略模型是 R1-Zero 式模型，由这个基础模型经过许多次更新得来。作为一步，这走得太远：${number(tokens)} 个 token 中有 ${number(clipped)} 个被裁剪，KL 是每个 token ${fixed(kl, 2)} 奈特。`,
      readOn: '用这一组打开 GRPO 分析视角',
    },
  },
};
