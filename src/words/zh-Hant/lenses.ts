import type { Words } from '../rooms.ts';

/** The index of the lenses. What one of them says stands in a room of its own. */
export const lensWords: Words['lensWords'] = {
  title: '分析視角',
  intro: '分析視角取來「試玩」裡的一次執行，顯示其中的數是怎麼來的，旁邊附上公式。',
  all: '全部分析視角',
  closer: '在實驗室裡細看',
  names: {
    grpo: '一條軌跡在組裡值多少',
    shepherd: '思考在哪裡走錯',
    anchors: '哪一步決定了答案',
  },
  ideas: {
    grpo: '同一道題的許多軌跡組成一組：按規則給出的獎勵、優勢，以及 GRPO 會把每個 token 往上推還是往下推。',
    shepherd: '從一條軌跡的每一步做推演：得到 Math-Shepherd 用來學習的標籤，旁邊是價值頭的說法。',
    anchors: '軌跡的每一步都重新抽取很多次：答案變化有多大，就說明答案有多依賴這一步。',
  },
  sources: {
    grpo: 'DeepSeekMath，arXiv 2402.03300',
    shepherd: 'Math-Shepherd，arXiv 2312.08935',
    anchors: 'Thought Anchors，arXiv 2506.19143',
  },
  nothing: '還沒有選任何東西。先在<play>試玩</play>裡執行一次，再回到這裡：分析視角看的就是那次執行。',
};
