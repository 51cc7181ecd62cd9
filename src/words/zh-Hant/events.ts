import type { Aggregation } from '#experiment/verifier.ts';
import type { ScoreReason } from '#run/facts/score-reason.ts';
import type { KeptBy } from '#run/facts/search-reason.ts';
import type { Words } from '../rooms.ts';
import { say, type Sayings } from '../say.ts';
import { faults } from './faults.ts';
import { clauses, fixed, list, number } from './format.ts';
import { actions } from './labels.ts';

const decimal = (value: number) => fixed(value, 2);

const aggregations = {
  min: '各步得分的最小值',
  prod: '各步得分的乘積',
  mean: '各步得分的平均',
  last: '最後一步的得分',
} satisfies Record<Aggregation, string>;
const keptBy = { ...aggregations, value: '估值', vote: '投票' } satisfies Record<KeptBy, string>;

const difficulties = { easy: '容易', medium: '難度中等', hard: '困難' };

/** Behind a reason why nodes were kept. */
const unjudgedNote = (count: number) => (count === 0 ? null : `其中 ${number(count)} 個沒有評判`);
const finishedNote = (count: number) => (count === 0 ? null : `${number(count)} 個已寫完`);

type Missing = Extract<ScoreReason, { readonly kind: 'said-of-steps' }>['missing'];

/** What the budget left out of scores that are made of draws. */
function withMissing(from: string, missing: Missing): string {
  if (!missing) return from;
  const steps = missing.steps.map(({ step, drawn, wanted }) =>
    drawn === 0
      ? `步驟 ${number(step)} 沒有評判`
      : `步驟 ${number(step)} 只用了 ${number(wanted)} 次中的 ${number(drawn)} 次來評判`,
  );
  return clauses(
    from,
    `預算用完了，所以${steps.join('，')}`,
    missing.more > 0 ? `還有 ${number(missing.more)} 步沒有抽滿` : null,
  );
}

type Rollout = Extract<ScoreReason, { readonly kind: 'rollout' }>['rollout'];
const rolloutText = ({ ended }: Rollout): string =>
  ended
    ? `從這裡推演，結尾值 ${decimal(ended.worth)}（${say(scoreReasons, ended.why)}）`
    : '從這裡推演，被截斷了，值 0';

const scoreReasons: Sayings<ScoreReason> = {
  'budget-spent': () => '沒有評判：預算用完了',
  'step-cut': () => '沒有評判：最後一步被截斷了',
  'nothing-written': () => '沒有評判：什麼也沒寫',
  'no-end': () => '沒有評判：軌跡沒有結尾',
  'no-reference': () => '沒有評判：沒有人知道答案對不對',
  'pruned-by-hand': () => '沒有評判：被手動剪掉了',
  'budget-cut': () => '沒有評判：沒到結尾預算就用完了',
  'no-answer': () => '軌跡沒有答案',
  'cut-off': () => '沒到結尾就被截斷，所以無法作答',
  'cannot-answer': () => '什麼也沒寫，所以無法作答',
  fault: ({ fault }) => say(faults, fault),
  'right-by-rule': ({ finished }) => (finished ? '按規則，每一步和答案都對' : '按規則，到目前為止每一步都對'),
  'value-head': ({ model, at }) => {
    if (at === 'end') return model === null ? '價值頭，看軌跡的結尾' : `${model} 的價值頭，看軌跡的結尾`;
    return model === null ? '價值頭，每一步之後看一次' : `${model} 的價值頭，每一步之後看一次`;
  },
  completions: ({ estimate, missing }) =>
    withMissing(
      estimate === 'soft' ? '從每一步續寫，結果正確的比例' : '從這一步續寫，有沒有一次結果正確',
      missing,
    ),
  'said-of-steps': ({ missing }) => withMissing('模型對每一步的評價：肯定、可能或不可能', missing),
  'yes-over-no': () => '問模型時，「yes」的機率比「no」大多少',
  'agreeing-traces': ({ agreeing, of }) => `${number(of)} 條軌跡中有 ${number(agreeing)} 條是這個答案`,
  oracle: ({ right }) => (right ? '神諭知道答案是對的' : '神諭知道答案不對'),
  'share-of-draws': ({ action }) => `在這裡抽取「${actions[action]}」，得到這個答案的比例`,
  'second-samplings': ({ agreeing, of }) =>
    `這條軌跡的 ${number(of)} 次二次取樣中，有 ${number(agreeing)} 次得到它的答案`,
  'reward-times-agreement': ({ reward, agreement }) =>
    `獎勵 ${decimal(reward)} × ${decimal(agreement)}（二次取樣一致的比例）`,
  'as-saved': ({ text }) => text,
  again: ({ why }) => `選擇之前又評了一次分：${say(scoreReasons, why)}`,
  rollout: ({ rollout }) => rolloutText(rollout),
  'mean-with-rollout': ({ value, why, rollout }) =>
    `${decimal(value)}（${say(scoreReasons, why)}）與以下的平均：${rolloutText(rollout)}`,
};

export const events: Words['events'] = {
  scores: scoreReasons,
  kept: {
    'by-hand': () => '被手動剪掉了',
    best: ({ kept, of, by, unjudged, finished }) =>
      of > 0 && unjudged === of
        ? clauses(`${number(of)} 個中的前 ${number(kept)} 個：沒有一個評判過`, finishedNote(finished))
        : clauses(
            kept === of
              ? `全部 ${number(of)} 個：都放得下`
              : `按${keptBy[by]}排序，${number(of)} 個中的前 ${number(kept)} 個`,
            unjudgedNote(unjudged),
            finishedNote(finished),
          ),
    'best-of-subtrees': ({ subtrees, by, unjudged, finished }) =>
      clauses(
        `按${keptBy[by]}，${number(subtrees)} 棵子樹各取最好的`,
        unjudgedNote(unjudged),
        finishedNote(finished),
      ),
    worth: ({ kept, of, threshold, by, unjudged }) =>
      clauses(
        `按${keptBy[by]}，${number(of)} 個中有 ${number(kept)} 個達到 ${threshold}`,
        unjudgedNote(unjudged),
      ),
    threshold: ({ score, threshold }) => {
      if (score === null) return threshold === 0 ? '沒有評判；門檻為 0 時沒有要求' : '沒有評判';
      return score >= threshold
        ? `${decimal(score)} 達到了門檻 ${decimal(threshold)}`
        : `${decimal(score)} 低於門檻 ${decimal(threshold)}`;
    },
    'trace-cut': () => '軌跡被截斷了',
    'second-samplings': ({ filter }) =>
      ({
        any: '軌跡要有一次二次取樣得到它的答案',
        half: '軌跡要有半數二次取樣得到它的答案',
        all: '軌跡要全部二次取樣都得到它的答案',
        majority: '軌跡的答案要在它的二次取樣裡最常見',
      })[filter],
    logged: () => '日誌中如此記載',
    'as-saved': ({ text }) => text,
  },
  backtracked: {
    'budget-spent': () => '預算用完了',
    'states-visited': ({ count }) => `已經造訪了 ${number(count)} 個狀態`,
    'all-tried': () => '它的想法全都試過了',
    'none-worth': ({ threshold, unjudged }) =>
      unjudged ? `沒有發現它的想法值 ${threshold}` : `它的想法沒有一個值 ${threshold}`,
    'trace-finished': () => '它的軌跡寫完了',
    'as-saved': ({ text }) => text,
  },
  decided: {
    'stop-sampling': ({ stop, lead }) => {
      if (lead) return stop ? '停止取樣：第一名以要求的機率領先' : '繼續取樣：第一名領先得還不夠有把握';
      return stop ? '停止取樣：其餘樣本無論怎樣都改變不了勝者' : '繼續取樣：其餘樣本還可能改變勝者';
    },
    'fewer-examples': ({ shown, wanted, model, most }) =>
      most === null
        ? `要求的 ${number(wanted)} 道例題中顯示了 ${number(shown)} 道：除了題目和思考，${model} 放不下更多`
        : `要求的 ${number(wanted)} 道例題中顯示了 ${number(shown)} 道：${model} 最多學過讀 ${number(most)} 道`,
    difficulty: ({ looks, plan }) =>
      ({
        easy: `題目看起來${difficulties[looks]}：試探的多數就是答案`,
        medium: `題目看起來${difficulties[looks]}：再抽取一些軌跡，加權投票`,
        hard: `題目看起來${difficulties[looks]}：用驗證器做束搜尋`,
      })[plan],
    'stop-at-budget': () => '停止：token 預算用完了',
    'stop-unjudged': () => '停止：最後一步無法評判',
    'out-of-retries': () => '放棄：沒有步驟通過，重試次數也用完了',
    'less-thinking': ({ tokens }) => `最多思考 ${number(tokens)} 個 token：再多就放不下答案了`,
    'all-valued': () => '搜尋提前結束：每個葉節點都到了結尾，也都估了值',
    voters: ({ voters, thoughts }) =>
      `${number(voters)} 個投票者按得分在 ${number(thoughts)} 個想法裡選出最有希望的`,
    'summed-scores': ({ traces }) => `寫完的 ${number(traces)} 條軌跡，各次抽取的得分按答案相加`,
    'vote-unjudged': () => '有答案的軌跡都沒有評判，所以由答案投票',
    'missing-actions': (decision) =>
      `${decision.model} 沒有學過問自己問題，也不聽從指示，所以做不了這些動作：${list(decision.actions.map((action) => actions[action]))}`,
    'confirmed-shares': () =>
      '每個答案的得分：它在所有得到確認的發現中的比例，加上它自己的發現得到確認的比例',
    'as-saved': ({ text }) => text,
  },
  evidence: {
    traces: '軌跡',
    tracesAtMost: '軌跡上限',
    first: '第一名的票',
    second: '第二名的票',
    lead: '第一名領先的機率',
    leadWanted: '要求的機率',
    agreement: '試探的一致度',
    mean: '平均得分',
    judged: '評判過的軌跡',
    ease: '容易程度',
    easyFrom: '容易的下限',
    hardBelow: '困難的上限',
    tokensLeft: '剩餘 token',
    passed: '通過的步驟',
    retries: '重試次數',
    thinking: '思考 token',
    thinkingWanted: '要求的思考 token',
    simulations: '模擬次數',
    answers: '答案',
    node: (node) => `節點 ${number(node)}`,
  },
};
