import type { Words } from '../rooms.ts';

export const trainerSettings: Words['trainerSettings'] = {
  presets: {
    zero: {
      title: '只有獎勵，如 R1-Zero',
      does: '一個多半靠猜的基礎模型，只獎勵格式正確的正確答案。它會開始思考。',
    },
    sft: {
      title: '微調之後，如 R1',
      does: '先看過解題過程的模型。它一開始就思考；獎勵讓它更仔細。',
    },
    small: {
      title: '最小的模型，沒有蒸餾',
      does: '只有三十萬參數，很少成功，也就沒有多少可以獎勵的。',
    },
    'small-distilled': {
      title: '最小的模型，蒸餾之後',
      does: '同樣的大小，先模仿過更大的模型：這下有可以獎勵的了。',
    },
    countdown: {
      title: '24 點',
      does: '學過失敗之後再試的模型。請看軌跡的長度。',
    },
    'dr-grpo': {
      title: 'Dr. GRPO',
      does: '優勢不除以標準差，軌跡上的和也不除以它的長度；沒有參考模型。',
    },
    dapo: {
      title: 'DAPO',
      does: '1 以上的裁剪更寬，沒有訊號的組重新抽取，對所有 token 取平均；沒有參考模型。',
    },
    ttrl: {
      title: 'TTRL：由多數給獎勵',
      does: '沒有人知道正確答案：一組裡多數軌跡得出的答案就算正確。',
    },
    'any-number': {
      title: '可以鑽漏洞的獎勵：任何數',
      does: '思考之後寫任何數都有獎勵，而思考要付代價。看思考會變成什麼樣，答案又會怎樣。',
    },
    waits: {
      title: '可以鑽漏洞的獎勵：「Wait」',
      does: '每寫一個「Wait」都有獎勵，不管後面有沒有檢查。獎勵會上升；正確答案呢？',
    },
    star: {
      title: 'STaR：模仿正確的',
      does: '另一種迴圈：模仿正確的軌跡，略去錯誤的。沒有優勢，也沒有裁剪。',
    },
  },
  knobs: {
    model: { label: '模型', help: '訓練從它開始，也不能離它太遠。', source: '' },
    products: { label: '題目', help: '這麼多個乘積之和。保留測試題也是同一類。', source: '' },
    steps: { label: '步數', help: '做完這麼多步，它自己結束。', source: '' },
    problems: { label: '每步題數', help: '每一步抽取多少道題。', source: '' },
    group: {
      label: '組的大小',
      help: '每道題的軌跡數，它們互相比較。',
      source: 'DeepSeekMath 取 64（2402.03300），R1-Zero 取 16（2501.12948）。',
    },
    effort: { label: '思考力度', help: '讓模型多用力地思考。', source: '' },
    temperature: {
      label: '溫度',
      help: '用來學習的軌跡的溫度。太低就彼此相似，教不了多少。',
      source: 'R1-Zero 取 1（2501.12948）。',
    },
    maxTokens: { label: '每條 token', help: '更長的軌跡會被截斷，沒有答案。', source: '' },
    reward: { label: '獎勵什麼', help: '軌跡因為什麼得分。', source: '' },
    format: {
      label: '格式',
      help: '一段思考加一個答案的分數，不管對錯。正確答案得 1。',
      source: 'R1-Zero 在正確之外也獎勵格式（2501.12948）。',
    },
    price: {
      label: 'token 的價格',
      help: '軌跡的每個 token 扣這麼多；小於 0 就是每個都加分。',
      source: '',
    },
    tokenPrice: { label: 'token 的價格', help: '軌跡的每個 token 扣這麼多。', source: '' },
    pay: { label: '每個「Wait」', help: '每個都加這麼多分，不管後面有沒有檢查。', source: '' },
    method: {
      label: '方法',
      help: '按優勢推動軌跡，或者模仿結果正確的軌跡。',
      source: 'GRPO：2402.03300。STaR：2203.14465。',
    },
    keep: { label: '模仿幾條', help: '一組裡最多模仿這麼多條正確的軌跡。', source: '' },
    clipLow: {
      label: 'ε，1 以下',
      help: '一步之內，一個 token 最多可以變得多不可能。',
      source: 'DAPO 取 0.2（2503.14476）。',
    },
    clipHigh: {
      label: 'ε，1 以上',
      help: '一步之內，一個 token 最多可以變得多可能。大一些，少見的 token 就不會消失。',
      source: 'DAPO 取 0.28（2503.14476）。',
    },
    beta: {
      label: 'β',
      help: '離最初的模型越遠，代價越大。',
      source: 'DeepSeekMath 取 0.04（2402.03300），DAPO 和 Dr. GRPO 取 0。',
    },
    byDeviation: {
      label: '除以標準差',
      help: '優勢除以這一組獎勵的標準差。Dr. GRPO 不除。',
      source: '2503.20783。',
    },
    floor: { label: '它的下限', help: '標準差至少算這麼大，小差別就不會被放大。', source: '' },
    averaging: {
      label: '取平均',
      help: 'GRPO 先取每條軌跡的平均，DAPO 取所有 token 的平均；Dr. GRPO 除以固定長度。',
      source: '2503.20783，2503.14476。',
    },
    dynamicSampling: {
      label: '重新抽取',
      help: '沒有訊號的組重新抽取，次數有限。',
      source: 'DAPO 3.2 節（2503.14476）。',
    },
    rate: { label: '學習率', help: '一步走多遠。這麼小的模型比大模型經得起。', source: '' },
    updates: { label: '每步更新', help: '每次更新用其中一份組。', source: '' },
  },
  options: {
    one: '一個乘積',
    two: '兩個乘積',
    three: '三個乘積',
    mixed: '一到三個乘積',
    own: '自己的混合',
    low: '低',
    high: '高',
    both: '低和高',
    'accuracy-and-format': '正確答案，還有格式',
    accuracy: '只有正確答案',
    length: '正確答案，還有簡短',
    majority: '多數的答案（TTRL）',
    'any-number': '任何數（可以鑽漏洞）',
    waits: '正確答案，還有「Wait」（可以鑽漏洞）',
    grpo: 'GRPO',
    star: 'STaR：模仿正確的',
    token: '所有 token 一視同仁',
    trace: '先按軌跡內的 token，再按軌跡',
    constant: '除以固定長度',
  },
};
