import type { Words } from '../rooms.ts';
import { list, number } from './format.ts';

export const landscapeWords: Words['landscapeWords'] = {
  title: '系統概覽',
  intro: (date) =>
    `人們談論的推理系統，每個都附出處，以及這個頁面裡能執行的最相近的模型。截至 ${date}；無法核實的沒有寫。相近的是思路，不是能力：這裡的要小一百萬倍。`,
  parts: '系統概覽的各個部分',
  partNames: { systems: '系統', task: '按任務選擇', budget: '按預算選擇' },

  caption: '推理系統',
  columns: {
    system: '系統',
    when: '首次公布',
    training: '訓練',
    control: '怎樣控制思考',
    open: '開放',
    relative: '這裡最相近的',
  },
  order: '排序',
  orders: { newest: '新的在前', oldest: '舊的在前' },
  onlyOpen: '只看開放權重的',
  found: (count) => `${number(count)} 個系統`,
  openness: { all: '權重、資料、程式碼', weights: '權重', part: '部分', none: '否' },
  openOne: ({ relative, system }) => `在「試玩」裡開啟：${relative}，與 ${system} 相近`,
  relatives: {
    'long-thought': '會從頭再來的長思考',
    'many-samples': '64 選最佳，用獎勵模型',
    zero: '從基礎模型起，只靠獎勵',
    'four-stages': '訓練的全部四個階段',
    distilled: '蒸餾的小模型',
    'distilled-sampled': '蒸餾的小模型，8 選最佳',
    budget: '用「Wait」的預算強制',
    adaptive: '運算最佳：按難度花 token',
    evolved: '自我演化的模型做 MCTS',
    rstar: 'rStar：多種動作和相互一致',
    'checked-steps': '十六次嘗試，按規則檢查',
    vote: '短的思維鏈投票',
  },

  systems: {
    rstar: {
      training: '沒有訓練：模型原樣使用。五種動作生成一棵樹，由第二個模型來確認。',
      control: 'MCTS 的推演次數',
    },
    o1: {
      training: '在隱藏的思維鏈上做強化學習；細節未公布。',
      control: '思考力度低、中、高；只回傳推理 token 的數量',
    },
    o3: {
      training: 'o1 的後繼；細節未公布。ARC-AGI-1：75.7%，用 172 倍計算時為 87.5%。',
      control: '思考力度；在那次測試裡，每題 6 或 1,024 個樣本',
    },
    'rstar-math': {
      training: '四輪自我演化，用 MCTS 和過程偏好模型；Qwen2.5-Math-7B 在 MATH 上從 58.8% 到 90.0%。',
      control: '推理時用 MCTS',
    },
    'r1-zero': {
      training: '只用強化學習：GRPO，按規則獎勵正確和格式。AIME 2024 從 15.6% 到 71.0%。',
      control: '自己結束',
    },
    r1: {
      training: '四個階段：冷啟動微調、推理的強化學習、拒絕取樣加微調、各種情境的強化學習。',
      control: '自己結束',
    },
    'r1-distill': {
      training: '用 R1 的 80 萬個樣本微調，沒有強化學習。32B：AIME 2024 上 72.6%，直接做強化學習是 47.0%。',
      control: '自己結束',
    },
    'kimi-k1-5': {
      training: '在長上下文上做強化學習，不用樹搜尋、價值函數和過程獎勵。',
      control: '長短兩種版本',
    },
    s1: {
      training: '用 1,000 段長思考微調；加上「Wait」，AIME 2024 從 50% 到 57%。',
      control: '預算強制：強制結束，或「Wait」',
    },
    'claude-3-7': {
      training: '混合模型：馬上作答，或在顯示出來的延長思考之後作答；細節未公布。',
      control: '以 token 計的預算，最多 128,000',
    },
    'gemini-2-5': {
      training: '用強化學習學會先思考再作答；細節未公布。',
      control: '以 token 計的預算，或由它自己決定',
    },
    qwen3: {
      training: '四個階段，把思考和馬上作答融合在一個模型裡；小模型由蒸餾得到。',
      control: '思考開或關；以 token 計的預算',
    },
    'prover-v2': {
      training: '把定理拆成子目標，再做強化學習，由 Lean 4 評判；miniF2F 上 88.9%。',
      control: '樣本數；由證明檢查器決定',
    },
    'gpt-oss': {
      training: '大規模的蒸餾和強化學習；混合專家模型。',
      control: '思考力度低、中、高',
    },
    'gpt-5': {
      training: '細節未公布。由路由機制在快的模型和會思考的模型之間選擇。',
      control: '路由機制；思考力度從最低到高',
    },
    'kimi-k2-thinking': {
      training: '一兆參數的混合專家模型，訓練它在呼叫工具之間思考。',
      control: '自己結束，歷經幾百次呼叫',
    },
    'gemini-3': {
      training: '細節未公布。思考無法關閉。',
      control: '級別低或高',
    },
    'olmo-3': {
      training:
        '微調、偏好最佳化，再做獎勵可檢查的強化學習；也有直接從基礎模型起的強化學習。每個階段都公布了。',
      control: '自己結束',
    },
    'deepseek-v3-2': {
      training: '擴大規模的 GRPO，配上把思考和工具結合起來的合成任務。',
      control: '思考開或關；還有一個想得更久的版本',
    },
    'claude-opus-4-6': {
      training: '細節未公布。自己決定什麼時候思考、思考多少。',
      control: '自適應，由思考力度引導',
    },
    'deepseek-v4': {
      training: '混合專家模型，上下文達一百萬個 token；見報告。',
      control: '思考力度，最高為「Max」',
    },
  },

  beginWith: (names) => `從 ${list(names, 'disjunction')} 開始。`,
  noneNeeded: '不需要推理模型。',
  tryIdea: '在這裡試試這個思路：',
  honest: '這些是起點，不是排名。定下來之前，請在自己的題目上、花費相同時測兩三個。',
  task: {
    title: '哪種任務用哪個？',
    asks: '是什麼任務？',
    options: {
      competition: '競賽數學',
      proof: '形式化證明',
      code: '程式碼',
      chains: '一長串任務，使用工具',
      'own-machine': '什麼都行，在自己的裝置上',
      abstract: '抽象謎題',
      research: '研究推理是怎樣學會的',
      'one-step': '短問題，一步就能答',
    },
    why: {
      competition: '答案可以檢查，長思考有回報。開放的模型在這裡表現很好。',
      proof: '證明檢查器要麼接受，要麼拒絕：不需要別的評判者，樣本可以放心地花。',
      code: '測試就是驗證器。改動牽涉許多地方時，思考最有用。',
      chains: '要緊的是在呼叫工具之間思考，以及按難度花費。',
      'own-machine': '15 億到 300 億參數的蒸餾模型；越小，多抽樣本越有幫助。',
      abstract: '已知的成功，都是在每道謎題上用大量計算抽取許多樣本。',
      research: '每個階段的權重、資料和程式碼都可以檢視。',
      'one-step': '普通的模型馬上就能答；幾條短鏈投票是便宜的檢查。',
    },
  },
  budget: {
    title: '多少預算用哪個？',
    asks: '一道題可以想多久？',
    options: {
      none: '不想：必須馬上作答',
      little: '幾百個 token',
      some: '一兩千個 token',
      thousands: '好幾千個 token',
      open: '需要多少就多少，不多花',
      huge: '多少都行',
    },
    why: {
      none: '同時抽取幾個短的回答來投票：等待的時間和一個一樣。',
      little: '15 億參數的蒸餾模型，用驗證器做 N 選最佳。',
      some: '微調或蒸餾的模型，加上強制結束：預算強制能守住承諾。',
      thousands: '自己結束的模型，或接受以 token 計的預算、思考力度的模型。',
      open: '按難度決定思考多少的模型。',
      huge: '許多長的樣本，加上從中選擇的方法。收益早就放緩，帳單卻不會。',
    },
  },
};
