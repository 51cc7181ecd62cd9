import type { Words } from '../rooms.ts';

export const fit: Words['fit'] = {
  strategy: {
    examples: '這個模型訓練時一次只看一道題，所以例題幫不了它。',
    'thinking-end': '這個模型不標出思考在哪裡結束，所以無法讓它繼續想。',
    'going-on': '這個模型的伺服器只寫整段回覆：不會接著已開頭的文字寫下去。',
  },
  strategyInShort: {
    examples: '這個模型沒有用例題學過',
    'thinking-end': '這個模型的思考沒有結束標記',
    'going-on': '它的伺服器只寫整段回覆',
  },
  verifier: {
    'no-verifier': '這種推理方法沒有驗證器。',
    'other-problems': '這個模型沒有在這類題目上訓練過。',
    'finished-only': '它只評判寫完的軌跡，所以不能一步一步引導搜尋。',
    'no-rule': '沒有規則可以用來檢查文字題。',
    'no-reference': '它需要正確答案，而這裡沒有給出。',
    'cannot-judge': '它要問模型某一步對不對，而這個模型沒有學過評判。',
    'cannot-value': '它要問模型某個想法有多大希望，而這個模型沒有學過用詞語來說。',
    'cannot-score': '它要讀「yes」和「no」的機率，而這個模型的伺服器不說給定文字的機率有多大。',
    'cannot-go-on': '它要從每一步接著寫軌跡，而這個模型的伺服器只寫整段回覆。',
    'no-value-head': '它需要價值頭，而這個模型沒有。',
    'unknown-model': '沒有叫這個名字的模型可以來評判。',
    'model-without-head': '要來評判的模型沒有價值頭。',
    'model-of-other-problems': '要來評判的模型是在別的題目上訓練的，讀不懂這個模型寫的東西。',
  },
  discriminator: {
    'unknown-model': '沒有叫這個名字的模型可以來續寫軌跡。',
    'only-judges': '要來續寫軌跡的模型只學過評判，不會寫。',
    'model-of-other-problems': '要來續寫軌跡的模型是在別的題目上訓練的，讀不懂這個模型寫的東西。',
  },
};
