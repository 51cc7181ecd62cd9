import type { Words } from '../../rooms.ts';
import { fixed, number } from '../format.ts';

export const lessonGrpo: Words['lessonGrpo'] = {
  pages: {
    baseline: {
      title: '比什麼好？',
      text: '要從獎勵裡學習，模型得知道自己的哪些軌跡比預期好。PPO 另外訓練一個模型來做預期，叫評論家（critic），和原來的差不多大。GRPO 不要它：對一道題抽取一組軌跡，拿它們的平均當預期。',
      task: '抽取一組 16 條。',
      after: ({ right, traces, meanReward }) =>
        `${number(traces)} 條中有 ${number(right)} 條是對的。對記 1，錯記 0，這一組的預期就是 ${fixed(meanReward, 2)}。`,
    },
    advantage: {
      title: '優勢',
      text: '每條軌跡的價值，是它比平均好多少，再除以這一組的標準差。它的所有 token 都得到這同一個數：功勞記給整條軌跡。',
      task: '選一條正確的軌跡。',
      after: ({ worthRight, worthWrong }) =>
        `它值 ${fixed(worthRight, 2)}，錯誤的值 −${fixed(-worthWrong, 2)}。組裡少見的，推得最用力：在這裡，少見的是答對。`,
      letters: 'r 是一條軌跡的獎勵，std 是這一組的標準差。',
      there: ({ worthRight, worthWrong }) =>
        `同一組在分析視角裡，像 Dr. GRPO 那樣不做除法：正確的軌跡值 ${fixed(worthRight, 2)}，錯誤的值 −${fixed(-worthWrong, 2)}。`,
      readOn: '不除以標準差，看這一組',
    },
    even: {
      title: '全都一樣的時候',
      text: '同一個模型的另外兩組：一組的題它從來解不出，另一組的題它總能解出。',
      guess: {
        asks: '哪一組教得更多？',
        options: {
          wrong: '全錯的：可學的最多',
          right: '全對的：成功得到獎勵',
          neither: '都教不了什麼',
        },
      },
      setups: { wrong: '47 × 6', right: '28 × 3' },
      task: '抽取這兩組。',
      after: (_, of) =>
        `一組 ${number(of('wrong').traces)} 條中 ${number(of('wrong').right)} 條對，另一組 ${number(of('right').traces)} 條中 ${number(of('right').right)} 條對。每個優勢都是 0，什麼也學不到。標準差是 0，拿它當除數，結果甚至不是數，所以程式碼會給它加上一個很小的數。`,
      letters: '一組軌跡靠差異來教。DAPO 會一直抽取，直到組裡有差異。',
      there: '全對的那一組在分析視角裡，按公式原樣計算：沒有下限，每個優勢都是 NaN。',
      readOn: '沒有下限，看這一組',
    },
    tokens: {
      title: '小步走',
      text: '更新有兩道煞車。新舊機率的比值會被裁剪，免得一個 token 一下子動得太遠。還有一個 KL 項，權重是 β，把模型拉回起點。分析視角在你這一組上逐個 token 顯示兩者。',
      task: '開啟分析視角，移動 β。',
      letters: 'ρ 是比值，ρ′ 是以 ε 為界裁剪後的比值。PPO 有同樣的裁剪項，每個 token 用評論家給的優勢。',
      there: ({ clipped, tokens, kl }) =>
        `在那裡，新的策略模型是 R1-Zero 式模型，由這個基礎模型經過許多次更新得來。作為一步，這走得太遠：${number(tokens)} 個 token 中有 ${number(clipped)} 個被裁剪，KL 是每個 token ${fixed(kl, 2)} 奈特。`,
      readOn: '用這一組開啟 GRPO 分析視角',
    },
  },
};
