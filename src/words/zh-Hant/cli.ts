import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

/** What the command line prints: its help, runs, tables, and what is wrong with what was typed. */
export const cli: Words['cli'] = {
  help: `Second Thought 的命令列：核心、模型和推理方法都和頁面上的一樣。

  npm run cli -- run [LINK]            執行一個實驗；輸出各條軌跡、投票和答案
      --problem "24: 4 9 10 13"        也可以是算術題：--problem "47 × 6 + 38 × 4"，或謎題：--problem "puzzle: v = 7. v?"
      --strategy self-consistency      或 beam-search、tree-of-thoughts、mcts、budget-forcing…
      --set samples=32 --set effort=high   推理方法的設定，和頁面上一樣；要設幾項就寫幾次
      --set 'verifier={"kind":"process","model":"arithmetic"}'   由另一個模型評判
      --set discriminator=arithmetic-r1   在 rStar 裡，由另一個模型做二次取樣
      --temperature 0.7  --seed 1  --tokens 2000（預算）  --model countdown
      --json FILE                      同時把執行寫成檔案，和頁面匯出的一樣
      --url LINK                       和直接寫 LINK 一樣
      --server http://localhost:8000/v1 --model NAME   用提供 OpenAI 介面的伺服器上的模型；sweep 也可以用
      --key-env NAME                   存有伺服器金鑰的環境變數；不寫就是 OPENAI_API_KEY
      --server-concurrency 16          同時向伺服器發多少個請求
  npm run cli -- code [LINK]           把實驗寫成 Python 程式，可用於任何提供 OpenAI 介面的伺服器；參數同 run
      --in-words                       用於任何會聽從指令的模型，而不用模型自己的提示
      --shell                          給出在這裡執行它的指令
  npm run cli -- table MODEL           在保留測試題上的正確率，和模型卡裡的一樣
      --problems 300                   用多少道題
      --write                          把表格寫進 public/models/MODEL/README.md
  npm run cli -- strategies MODEL      每種推理方法在保留測試題上的表現：正確率、token、前向計算次數、秒數
      --problems 100                   用多少道題
      --strategy "best of"             只要名稱裡有這幾個字的
  npm run cli -- effects [WORD]        檢驗文獻裡的論點；只檢驗含有這個詞的
      --problems 300                   每條論點用多少道保留測試題
      --write                          把結果存進 docs/effects.json，表格寫進 docs/effects.md
  npm run cli -- sweep                 同一批題用幾種方式作答，用上所有處理器核心：各自的正確率和花費
      --arm "self-consistency samples=1,2,4,8 temperature=0.7"   一種作答方式；用逗號寫出幾個值就是幾種；可以重複寫
      --family arithmetic  --set usual（或 harder、bigger）  --problems 50  --repeats 1  --model arithmetic  --tokens 2000（每次執行）
      --file sweep.json                或者用檔案裡的掃描（JSON，或頁面、本指令的結果檔案）
      --link '#/lab/sweep/...'         或者用連結裡的掃描（也可以寫 --url）
      --own problems.jsonl             與 --arm 一起用，自己的題目：JSON Lines、JSON、CSV，或照輸入的寫法（docs/problem-sets.md）
      --leave-out                      略去其中讀不出來的行，繼續進行
      --out FILE.jsonl                 每次執行一有結果就存下；頁面可以開啟這個檔案
      --resume                         從那個檔案接著做
      --cores 2                        不寫就用所有核心
      --shard 3/8                      只做八份中的第三份，用單獨的 --out 檔案
  npm run cli -- merge OUT.jsonl IN.jsonl ...   合併同一次掃描的幾個結果檔案；說明還缺什麼，輸出總表
  npm run cli -- train [PRESET]        對內建模型做強化學習：不寫就是 zero，也可以是 sft、small、small-distilled、
                                       countdown、dr-grpo、dapo、ttrl、any-number、waits、star
      --steps 40  --seed 1  --model arithmetic-base   代替其中的值
      --set rate=0.0006                另一項設定，寫成 JSON；要設幾項就寫幾次
      --link '#/lab/training/...'      或者用連結裡的訓練
      --out FOLDER                     儲存日誌和最後的模型
      --cores 2                        不寫就用所有核心；核心數只影響時間
  npm run cli -- grade FILE.jsonl      給回覆評分：每行一個 JSON，含 "response"、"reference"，也可以有 "question"
      --summary                        只輸出多少正確、多少錯誤、多少沒有答案
  npm run cli -- serve                 以 OpenAI 介面提供這些模型，供這台裝置上的程式使用，按 Ctrl+C 結束（結束碼 0）
      --port 8331  --model countdown,arithmetic   不寫就提供所有模型
      --allow-origin https://example.org   哪些網頁可以呼叫；不寫就是全部
      --faults cut,malformed,types,endless   輪流製造哪些故障；還有 slow:1（資料區塊之間隔幾秒）、429:2（拒絕幾個請求）；
                                       也可以用請求標頭只對一個請求製造故障：x-fault: cut
      可以這樣試一試：
      curl http://127.0.0.1:8331/v1/chat/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "messages": [{"role": "user", "content": "24: 4 9 10 13"}], "seed": 1}'
      curl http://127.0.0.1:8331/v1/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "prompt": "24 : 4 9 10 13 <low> <think>", "max_tokens": 200, "n": 4}'
  --lang zh-Hant                       任何指令都用繁體中文，zh-Hans 為簡體中文，en 為英文；
                                       不寫就按 LC_ALL、LC_MESSAGES 或 LANG

結束碼：0 完成；1 執行失敗或沒有得出答案，還缺一些執行，或檔案無法讀寫；2 輸入的指令無法執行，並說明原因；
130 被 Ctrl+C 停止。表格和答案寫到標準輸出，其餘的寫到標準錯誤。
`,
  stopped: '沒到結尾就停止了。',
  seeHelp: (problem) => `${problem}\n\nnpm run cli -- --help 會列出所有指令和參數。`,
  fileTrouble: (why) => `有檔案無法讀寫：${why}。`,

  flags: {
    empty: (flag) => `--${flag} 是空的：它需要一個值。`,
    emptyArgument: '有一個參數是空的。',
    noCommand: ({ command, commands }) => `沒有「${command}」這個指令。有這些：${commands}。`,
    tooMany: (argument) => `多了一個參數「${argument}」：含有空格的內容要加引號。`,
    foreign: ({ command, flag, flags }) => `指令 ${command} 沒有 --${flag}。它有：${flags}。`,
    oneForm: 'shell 指令不是 Python 程式：請去掉 --shell，或去掉 --python 和 --in-words。',
    besideLink: (flag) => `連結裡已經有整個實驗，所以不能再寫 --${flag}：兩者去掉一個。`,
    noStrategy: ({ strategy, strategies }) => `沒有「${strategy}」這種推理方法。有這些：${strategies}。`,
    noSetting: ({ strategy, setting, settings }) =>
      settings === ''
        ? `推理方法 ${strategy} 沒有「${setting}」這項設定。它沒有任何設定。`
        : `推理方法 ${strategy} 沒有「${setting}」這項設定。它有：${settings}。`,
    noValue: (setting) => `設定「${setting}」沒有值：請寫成 --set ${setting}=VALUE。`,
    noLanguage: ({ language, languages }) => `這裡沒有「${language}」這種語言。有這些：${languages}。`,
    noShard: (shard) => `--shard ${shard}：請寫明一共幾份裡的第幾份，例如 --shard 3/8 是八份中的第三份。`,
  },

  models: {
    name: ({ command, models }) => `請寫出模型：npm run cli -- ${command} MODEL。有這些：${models}。`,
    none: ({ model, models }) => `這裡沒有模型「${model}」。有這些：${models}。`,
    noneToJudge: ({ model, models }) => `這裡沒有能評判的模型「${model}」。有這些：${models}。`,
    onlyOnPage: (model) =>
      `文字題要用 GPU 上的模型，只有頁面能執行它們；「${model}」在這裡打不開。請在頁面上問它。`,
    onlyGpu: (why) => `${why}只有 GPU 上的模型可以；請在頁面上提問。`,
    theseDo: ({ why, models }) => `${why}這些可以：${models}。`,
  },

  json: {
    folder: (path) => `--json ${path}：這是一個資料夾。請寫出其中的檔名。`,
    locked: (path) => `--json ${path}：無法寫入這個檔案。請檢查它所在的資料夾是否存在、是否可寫。`,
    written: (path) => `已寫入 ${path}；在頁面上用「匯入執行」開啟。`,
    writtenCompressed: (path) => `已寫入 ${path}，用 gzip 壓縮；在頁面上用「匯入執行」開啟。`,
  },

  run: {
    answer: ({ answer, outcome }) => `答案 ${answer}，${outcome}`,
    outcomes: { right: '正確', wrong: '錯誤', ungraded: '未評分' },
    noAnswer: '沒有答案',
    votes: (groups) => `投票：${groups}`,
    votesFor: ({ votes, answer }) => `${votes} 票投給 ${answer}`,
    result: ({ answer, outcome }) => `答案：${answer} — ${outcome}`,
    graded: ({ outcome, reason }) => `${outcome}。${reason}`,
    none: ({ why, next }) => `沒有答案：${why}。${next}`,
    ended: {
      idle: '沒有答案（未開始）。',
      running: '沒有答案（執行中）。',
      cancelled: '沒有答案（已取消）。',
      finished: '沒有答案（已結束）。',
      failed: '沒有答案（失敗）。',
    },
    spent: ({ drawn, prompt, cached, forwards, seconds }) =>
      `抽取 ${number(drawn)} 個 token，提示 ${number(prompt)} 個 token（${number(cached)} 個來自快取），前向計算 ${number(forwards)} 次，模型用時 ${fixed(seconds, 2)} 秒`,
  },

  accuracy: {
    made: ({ model, problems }) =>
      `保留測試題：${problems} 道。由 \`npm run cli -- table ${model} --problems ${problems} --write\` 生成（正確率附 95% Wilson 區間）。`,
    head: '| 方法 | 正確 | 每題 token |',
    methods: {
      direct: '直接作答，貪心',
      chain: '思維鏈，只試一次，貪心',
      'chain-waits': '帶「Wait」的思維鏈，貪心',
      'chain-waits-warm': '帶「Wait」的思維鏈，溫度 0.7',
      'one-sample': '一個樣本，溫度 0.7',
    },
    vote: (samples) => `自我一致性投票，${samples} 個樣本`,
    oracle: (samples) => `${samples} 個樣本中有一個正確（神諭）`,
    progress: ({ method, done, of }) => `${method}：${done} / ${of}`,
    written: (file) => `已寫入 ${file}`,
  },

  strategies: {
    made: ({ model, problems }) =>
      `模型 ${model}，${problems} 道保留測試題，正確率附 95% Wilson 區間；token、前向計算次數和秒數按每題計。`,
    head: '| 推理方法 | 正確 | token | 前向計算 | 秒 |',
    none: ({ word, names }) => `表裡沒有名稱含「${word}」的推理方法。有這些：${names}。`,
  },
  lines: {
    direct: '直接作答',
    'chain-greedy': '思維鏈，貪心',
    'chain-sample': '思維鏈，一個樣本',
    'chain-waits': '帶「Wait」的思維鏈，貪心',
    'budget-2': '預算強制，2 次「Wait」',
    'budget-4': '預算強制，4 次「Wait」',
    'vote-8': '自我一致性投票，8',
    'vote-32': '自我一致性投票，32',
    'adaptive-32': '自適應投票，最多 32',
    'best-8-process': '8 選最佳，過程驗證器，最弱一步',
    'best-8-outcome': '8 選最佳，結果驗證器',
    'best-8-rollouts': '8 選最佳，推演（Math-Shepherd）',
    'best-8-rule': '8 選最佳，規則檢查',
    'best-32-process': '32 選最佳，過程驗證器，最弱一步',
    'weighted-32-process': '32 個樣本加權投票，過程驗證器，最弱一步',
    'best-32-rule': '32 選最佳，規則檢查',
    'best-32-oracle': '32 選最佳，神諭（上限）',
    'step-verification': '逐步驗證',
    revision: '順序修訂，4 條鏈各 3 次',
    beam: '束搜尋，4 × 4',
    'beam-weighted': '束搜尋，4 × 4，加權投票',
    dvts: 'DVTS，4 棵子樹 × 4',
    'thoughts-bfs': '思維樹，BFS b = 5',
    'thoughts-bfs-weighted': '思維樹，BFS b = 5，加權投票',
    'thoughts-dfs': '思維樹，DFS',
    'mcts-30': 'MCTS，30 次模擬',
    'mcts-30-per-token': 'MCTS，30 次模擬，先驗按每個 token',
    'mcts-30-draws': 'MCTS，30 次模擬，先驗按抽取比例',
    'mcts-30-uniform': 'MCTS，30 次模擬，均勻先驗',
    'mcts-100': 'MCTS，100 次模擬',
    'mcts-100-weighted': 'MCTS，100 次模擬，加權投票',
    rstar: 'rStar，16 次推演',
    'compute-optimal': '運算最佳，2,000 個 token',
  },

  grade: {
    responses: {
      noAnswer: '它沒有給出答案。',
      emptyReference: '它無法比較：參考答案是空的。',
    },
    name: '請寫出要評分的檔案，每行一個 JSON。',
    line: ({ line, why }) => `第 ${line} 行讀不出來：${why}`,
    file: ({ file, why }) => `${file} 讀不出來：${why}`,
    noJson: '不是 JSON。',
    wrongFields: '"response" 和 "reference" 必須是文字，"question" 如果有，也必須是文字。',
    summary: ({ graded, right, wrong, none }) =>
      graded === 0
        ? '沒有可評分的。'
        : `評分 ${graded} 條：${right} 條正確，${wrong} 條錯誤，${none} 條沒有答案；正確率 ${((100 * right) / graded).toFixed(1)}%。`,
  },

  noMark: ({ file, mark }) =>
    `${file} 裡沒有 ${mark} 這一行，不知道表格該放在哪裡。請加上這一行，再執行一次。`,
};
