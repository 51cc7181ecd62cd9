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
  prod: '各步得分的乘积',
  mean: '各步得分的平均',
  last: '最后一步的得分',
} satisfies Record<Aggregation, string>;
const keptBy = { ...aggregations, value: '估价', vote: '投票' } satisfies Record<KeptBy, string>;

const difficulties = { easy: '容易', medium: '难度中等', hard: '困难' };

/** Behind a reason why nodes were kept. */
const unjudgedNote = (count: number) => (count === 0 ? null : `其中 ${number(count)} 个没有评判`);
const finishedNote = (count: number) => (count === 0 ? null : `${number(count)} 个已写完`);

type Missing = Extract<ScoreReason, { readonly kind: 'said-of-steps' }>['missing'];

/** What the budget left out of scores that are made of draws. */
function withMissing(from: string, missing: Missing): string {
  if (!missing) return from;
  const steps = missing.steps.map(({ step, drawn, wanted }) =>
    drawn === 0
      ? `步骤 ${number(step)} 没有评判`
      : `步骤 ${number(step)} 只用了 ${number(wanted)} 次中的 ${number(drawn)} 次来评判`,
  );
  return clauses(
    from,
    `预算用完了，所以${steps.join('，')}`,
    missing.more > 0 ? `还有 ${number(missing.more)} 步没有抽满` : null,
  );
}

type Rollout = Extract<ScoreReason, { readonly kind: 'rollout' }>['rollout'];
const rolloutText = ({ ended }: Rollout): string =>
  ended
    ? `从这里推演，结尾值 ${decimal(ended.worth)}（${say(scoreReasons, ended.why)}）`
    : '从这里推演，被截断了，值 0';

const scoreReasons: Sayings<ScoreReason> = {
  'budget-spent': () => '没有评判：预算用完了',
  'step-cut': () => '没有评判：最后一步被截断了',
  'nothing-written': () => '没有评判：什么也没写',
  'no-end': () => '没有评判：轨迹没有结尾',
  'no-reference': () => '没有评判：没有人知道答案对不对',
  'pruned-by-hand': () => '没有评判：被手动剪掉了',
  'budget-cut': () => '没有评判：没到结尾预算就用完了',
  'no-answer': () => '轨迹没有答案',
  'cut-off': () => '没到结尾就被截断，所以无法作答',
  'cannot-answer': () => '什么也没写，所以无法作答',
  fault: ({ fault }) => say(faults, fault),
  'right-by-rule': ({ finished }) => (finished ? '按规则，每一步和答案都对' : '按规则，到目前为止每一步都对'),
  'value-head': ({ model, at }) => {
    if (at === 'end') return model === null ? '价值头，看轨迹的结尾' : `${model} 的价值头，看轨迹的结尾`;
    return model === null ? '价值头，每一步之后看一次' : `${model} 的价值头，每一步之后看一次`;
  },
  completions: ({ estimate, missing }) =>
    withMissing(
      estimate === 'soft' ? '从每一步续写，结果正确的份额' : '从这一步续写，有没有一次结果正确',
      missing,
    ),
  'said-of-steps': ({ missing }) => withMissing('模型对每一步的评价：肯定、可能或不可能', missing),
  'yes-over-no': () => '问模型时，“yes”的概率比“no”大多少',
  'agreeing-traces': ({ agreeing, of }) => `${number(of)} 条轨迹中有 ${number(agreeing)} 条是这个答案`,
  oracle: ({ right }) => (right ? '神谕知道答案是对的' : '神谕知道答案不对'),
  'share-of-draws': ({ action }) => `在这里抽取“${actions[action]}”，得到这个答案的份额`,
  'second-samplings': ({ agreeing, of }) =>
    `这条轨迹的 ${number(of)} 次二次采样中，有 ${number(agreeing)} 次得到它的答案`,
  'reward-times-agreement': ({ reward, agreement }) =>
    `奖励 ${decimal(reward)} × ${decimal(agreement)}（二次采样一致的份额）`,
  'as-saved': ({ text }) => text,
  again: ({ why }) => `选择之前又打了一次分：${say(scoreReasons, why)}`,
  rollout: ({ rollout }) => rolloutText(rollout),
  'mean-with-rollout': ({ value, why, rollout }) =>
    `${decimal(value)}（${say(scoreReasons, why)}）与以下的平均：${rolloutText(rollout)}`,
};

export const events: Words['events'] = {
  scores: scoreReasons,
  kept: {
    'by-hand': () => '被手动剪掉了',
    best: ({ kept, of, by, unjudged, finished }) =>
      of > 0 && unjudged === of
        ? clauses(`${number(of)} 个中的前 ${number(kept)} 个：没有一个评判过`, finishedNote(finished))
        : clauses(
            kept === of
              ? `全部 ${number(of)} 个：都放得下`
              : `按${keptBy[by]}排序，${number(of)} 个中的前 ${number(kept)} 个`,
            unjudgedNote(unjudged),
            finishedNote(finished),
          ),
    'best-of-subtrees': ({ subtrees, by, unjudged, finished }) =>
      clauses(
        `按${keptBy[by]}，${number(subtrees)} 棵子树各取最好的`,
        unjudgedNote(unjudged),
        finishedNote(finished),
      ),
    worth: ({ kept, of, threshold, by, unjudged }) =>
      clauses(
        `按${keptBy[by]}，${number(of)} 个中有 ${number(kept)} 个达到 ${threshold}`,
        unjudgedNote(unjudged),
      ),
    threshold: ({ score, threshold }) => {
      if (score === null) return threshold === 0 ? '没有评判；阈值为 0 时没有要求' : '没有评判';
      return score >= threshold
        ? `${decimal(score)} 达到了阈值 ${decimal(threshold)}`
        : `${decimal(score)} 低于阈值 ${decimal(threshold)}`;
    },
    'trace-cut': () => '轨迹被截断了',
    'second-samplings': ({ filter }) =>
      ({
        any: '轨迹要有一次二次采样得到它的答案',
        half: '轨迹要有半数二次采样得到它的答案',
        all: '轨迹要全部二次采样都得到它的答案',
        majority: '轨迹的答案要在它的二次采样里最常见',
      })[filter],
    logged: () => '日志中如此记载',
    'as-saved': ({ text }) => text,
  },
  backtracked: {
    'budget-spent': () => '预算用完了',
    'states-visited': ({ count }) => `已经访问了 ${number(count)} 个状态`,
    'all-tried': () => '它的想法全都试过了',
    'none-worth': ({ threshold, unjudged }) =>
      unjudged ? `没有发现它的想法值 ${threshold}` : `它的想法没有一个值 ${threshold}`,
    'trace-finished': () => '它的轨迹写完了',
    'as-saved': ({ text }) => text,
  },
  decided: {
    'stop-sampling': ({ stop, lead }) => {
      if (lead) return stop ? '停止采样：第一名以要求的概率领先' : '继续采样：第一名领先得还不够有把握';
      return stop ? '停止采样：其余样本无论怎样都改变不了胜者' : '继续采样：其余样本还可能改变胜者';
    },
    'fewer-examples': ({ shown, wanted, model, most }) =>
      most === null
        ? `要求的 ${number(wanted)} 道例题中显示了 ${number(shown)} 道：除了题目和思考，${model} 放不下更多`
        : `要求的 ${number(wanted)} 道例题中显示了 ${number(shown)} 道：${model} 最多学过读 ${number(most)} 道`,
    difficulty: ({ looks, plan }) =>
      ({
        easy: `题目看起来${difficulties[looks]}：试探的多数就是答案`,
        medium: `题目看起来${difficulties[looks]}：再抽取一些轨迹，加权投票`,
        hard: `题目看起来${difficulties[looks]}：用验证器做束搜索`,
      })[plan],
    'stop-at-budget': () => '停止：token 预算用完了',
    'stop-unjudged': () => '停止：最后一步无法评判',
    'out-of-retries': () => '放弃：没有步骤通过，重试次数也用完了',
    'less-thinking': ({ tokens }) => `最多思考 ${number(tokens)} 个 token：再多就放不下答案了`,
    'all-valued': () => '搜索提前结束：每个叶节点都到了结尾，也都估了价',
    voters: ({ voters, thoughts }) =>
      `${number(voters)} 个投票者按得分在 ${number(thoughts)} 个想法里选出最有希望的`,
    'summed-scores': ({ traces }) => `写完的 ${number(traces)} 条轨迹，各次抽取的得分按答案相加`,
    'vote-unjudged': () => '有答案的轨迹都没有评判，所以由答案投票',
    'missing-actions': (decision) =>
      `${decision.model} 没有学过问自己问题，也不听从指示，所以做不了这些动作：${list(decision.actions.map((action) => actions[action]))}`,
    'confirmed-shares': () =>
      '每个答案的得分：它在所有得到确认的发现中的份额，加上它自己的发现得到确认的份额',
    'as-saved': ({ text }) => text,
  },
  evidence: {
    traces: '轨迹',
    tracesAtMost: '轨迹上限',
    first: '第一名的票',
    second: '第二名的票',
    lead: '第一名领先的概率',
    leadWanted: '要求的概率',
    agreement: '试探的一致度',
    mean: '平均得分',
    judged: '评判过的轨迹',
    ease: '容易程度',
    easyFrom: '容易的下限',
    hardBelow: '困难的上限',
    tokensLeft: '剩余 token',
    passed: '通过的步骤',
    retries: '重试次数',
    thinking: '思考 token',
    thinkingWanted: '要求的思考 token',
    simulations: '模拟次数',
    answers: '答案',
    node: (node) => `节点 ${number(node)}`,
  },
};
