import type { Words } from '../rooms.ts';

export const topicWords: Words['topicWords'] = {
  names: {
    'one-chain': '一條思維鏈',
    voting: '投票',
    judging: '評判',
    searching: '搜尋',
    'thinking-longer': '想得更久',
    training: '訓練',
  },
  ideas: {
    'one-chain': '先寫下步驟再作答的模型，比必須馬上作答的模型有更多依據。',
    voting: '失誤每次不同，正確答案每次相同：讓許多次嘗試來投票。',
    judging: '驗證器給嘗試或步驟評分，好在許多錯的當中找到對的那一個。',
    searching: '一步一步地想，留下有希望的，丟掉其餘的：用樹代替鏈。',
    'thinking-longer': '被要求「Wait」的模型會檢查寫過的內容，再從頭開始。',
    training: '模型是怎樣學會思考的：答對得到獎勵，或模仿自己最好的嘗試。',
  },
};
