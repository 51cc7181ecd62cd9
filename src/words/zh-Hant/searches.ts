import type { Words } from '../rooms.ts';

const authors = '論文作者的程式碼中';
const byFrequency = '然後按答案被找到的次數來選。';

/** The words of the strategies that search a tree: a part of the room `strategies`. */
export const searches: Pick<Words['strategies'], 'beam-search' | 'tree-of-thoughts' | 'mcts' | 'rstar'> = {
  'beam-search': {
    name: '束搜尋',
    brief: ({ variant }) => (variant === 'dvts' ? '束搜尋，多樣（DVTS）' : '束搜尋'),
    does: '驗證器給每一步評分；只有最有希望的開頭繼續寫下去。',
    knobs: {
      variant: {
        name: '形式',
        does: '共享名額的一個束，或互不相干的子樹。',
        options: {
          beam: { name: '束', does: '所有步驟裡最好的繼續，不管來自哪裡。' },
          dvts: { name: '多樣（DVTS）', does: '互不相干的子樹，各自用自己最好的一步繼續。' },
        },
      },
      width: { name: '寬度', does: '每一輪之後有多少個開頭繼續。', paper: '4' },
      expansion: { does: '從每個束抽取多少個下一步。', paper: '4' },
      lookahead: { name: '前瞻', does: '給一步評分之前，先往後試寫多少步。', paper: '1 到 3' },
      maxSteps: { paper: '40' },
      aggregation: { does: '怎樣把各步的得分合成束的一個得分。', paper: '最後一步' },
      choose: { does: '最好的寫完的束的答案，或得分總和最高的答案。', paper: '加權投票' },
    },
  },
  'tree-of-thoughts': {
    name: '思維樹',
    does: '提出想法、估值，再一層一層地走下去，或一個一個地走，走不通就退回。',
    knobs: {
      search: {
        name: '搜尋方式',
        does: '一層一層地走，或一次走一條路徑、走不通就退回。',
        paper: '24 點用廣度優先',
        options: {
          bfs: { name: '廣度優先', does: '一層一層地走，每層留下最好的狀態。' },
          dfs: { name: '深度優先', does: '先走最好的想法，沒有希望就退回。' },
        },
      },
      generate: {
        name: '想法的來源',
        does: '各自獨立抽取，或一直抽取到互不相同。',
        paper: '24 點用提議',
        options: {
          sample: { name: '取樣', does: '各自獨立抽取；相同的算一個。' },
          propose: { name: '提議', does: '一直抽取，直到有這麼多個不同的。' },
        },
      },
      thoughts: { name: '想法數', does: '從每個狀態得到多少個下一步想法。' },
      breadth: {
        name: '廣度',
        does: '每一層之後留下多少個狀態。',
        paper: '5',
        idle: '只在一層一層的搜尋裡有用。',
      },
      threshold: { does: '估值低於它的狀態不再走下去。', idle: '只在會退回的搜尋裡有用。' },
      maxVisits: {
        name: '造訪上限',
        does: '搜尋造訪這麼多個狀態後結束。',
        paper: '100',
        idle: '只在會退回的搜尋裡有用。',
      },
      evaluate: {
        name: '評估方式',
        does: '每個想法單獨評估，或所有想法互相比較。',
        paper: '24 點用估值',
        options: {
          value: { name: '估值', does: '每個想法看自己的得分。' },
          vote: { name: '投票', does: '投票者按得分選出最有希望的想法。' },
        },
      },
      choose: { does: '最好的寫完的軌跡的答案，或得分總和最高的答案。' },
    },
  },
  mcts: {
    name: '蒙地卡羅樹搜尋',
    does: '模擬走向價值與探索之和最高的地方，再把找到的帶回來。',
    knobs: {
      simulations: { name: '模擬次數', does: '搜尋從樹根往下走多少次。', paper: '800' },
      exploration: {
        name: '探索常數 c',
        does: '在先驗、造訪少與價值之間權衡：Q + c · P · √N / (1 + n)。',
        paper: '1.25，作者的虛擬碼中',
      },
      prior: {
        name: '先驗',
        does: '嘗試一步之前，策略模型怎麼看它。',
        paper: '每個 token',
        options: {
          'per-token': {
            name: '每個 token',
            does: '策略模型給這一步的機率，按每個 token 平均：長的步驟不會被餓死。',
          },
          sum: { name: '整個步驟', does: '策略模型給整個步驟的機率：越長越小。' },
          draws: { name: '抽取比例', does: '抽取中有多少次寫出了這一步。' },
          uniform: { name: '均勻', does: '所有子節點都一樣，不管策略模型怎麼說。' },
        },
      },
      expansion: { does: '節點第一次被走到時有多少個子節點。', paper: '全部走法' },
      evaluation: {
        name: '葉節點價值',
        does: '新的葉節點的價值從哪裡來。',
        paper: '價值',
        options: {
          value: { name: '價值', does: '驗證器給葉節點的得分。' },
          rollout: { name: '推演', does: '從葉節點續寫一次，給結尾評分。' },
          mix: { name: '混合', does: '兩者的平均。' },
        },
      },
      parallel: { name: '同時模擬', does: '用虛擬損失把它們隔開；1 就是原本的演算法。', paper: '1' },
      widening: { name: '漸進拓寬', does: '常被造訪的節點多快得到更多子節點；0 表示從不。' },
      readout: {
        name: '答案取自',
        does: '怎樣從樹裡讀出答案。',
        paper: '造訪最多',
        options: {
          'most-visited': { name: '造訪最多', does: '在每個節點走向造訪次數最多的子節點。' },
          'best-value': { name: '價值最高', does: '在每個節點走向平均價值最高的子節點。' },
          'best-terminal': { name: '最好的結尾', does: '價值最高的寫完的軌跡。' },
          majority: { name: '多數', does: '所有寫完的軌跡投票。' },
          'weighted-vote': { name: '加權投票', does: '各次抽取的價值總和最高的答案。' },
        },
      },
    },
  },
  rstar: {
    name: 'rStar',
    does: '在五種動作上做樹搜尋；在二次取樣同意的軌跡裡，被找到最多次的答案獲勝。',
    knobs: {
      rollouts: { name: '推演次數', does: '搜尋從樹根走到軌跡結尾多少次。', paper: '32' },
      exploration: { name: '探索常數 c', does: '在造訪少與價值之間權衡：Q + c · √(ln N / n)。' },
      steps: { name: '抽取步數', does: '在一個節點抽取多少個下一步和子問題。' },
      lastVotes: {
        name: '餘下部分的抽取',
        does: '一次寫完餘下全部時，有多少次續寫來投票。',
        paper: `32，${authors}`,
      },
      maskFrom: { name: '已知從', does: '給二次取樣的軌跡比例，最少多少。', paper: '0.2' },
      maskTo: { name: '已知到', does: '給二次取樣的軌跡比例，最多多少。', paper: `0.8；${authors}為 0.5` },
      checks: { name: '複核次數', does: '每個候選得到多少次二次取樣。', paper: `1；${authors}為 4` },
      confirm: {
        name: '何時算確認',
        does: '選答案時哪些軌跡算數。',
        paper: `半數同意，${authors}`,
        options: {
          trace: {
            name: '最佳軌跡',
            does: '不確認答案：由獎勵 × 一致度最高的那一條軌跡給出答案。',
          },
          any: { name: '任一同意', does: `只要有一次二次取樣得到軌跡的答案，這條軌跡就算數；${byFrequency}` },
          half: { name: '半數同意', does: `半數二次取樣得到軌跡的答案，這條軌跡才算數；${byFrequency}` },
          all: { name: '全部同意', does: `全部二次取樣得到軌跡的答案，這條軌跡才算數；${byFrequency}` },
          majority: {
            name: '最常見',
            does: `軌跡的答案在它的二次取樣裡最常見，這條軌跡才算數；${byFrequency}`,
          },
        },
      },
      discriminator: {
        name: '二次取樣由誰做',
        does: '誰來把截斷的軌跡再續寫一次。',
        paper: '另一個小模型',
      },
    },
  },
};
