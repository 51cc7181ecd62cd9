import type { Words } from '../rooms.ts';
import { fixed, number } from './format.ts';

/** What the command line prints: its help, runs, tables, and what is wrong with what was typed. */
export const cli: Words['cli'] = {
  help: `Second Thought 的命令行：核心、模型和推理方法都和页面上的一样。

  npm run cli -- run [LINK]            运行一个实验；输出各条轨迹、投票和答案
      --problem "24: 4 9 10 13"        也可以是算术题：--problem "47 × 6 + 38 × 4"，或谜题：--problem "puzzle: v = 7. v?"
      --strategy self-consistency      或 beam-search、tree-of-thoughts、mcts、budget-forcing…
      --set samples=32 --set effort=high   推理方法的设置，和页面上一样；要设几项就写几次
      --set 'verifier={"kind":"process","model":"arithmetic"}'   由另一个模型评判
      --set discriminator=arithmetic-r1   在 rStar 里，由另一个模型做二次采样
      --temperature 0.7  --seed 1  --tokens 2000（预算）  --model countdown
      --json FILE                      同时把运行写成文件，和页面导出的一样
      --url LINK                       和直接写 LINK 一样
      --server http://localhost:8000/v1 --model NAME   用提供 OpenAI 接口的服务器上的模型；sweep 也可以用
      --key-env NAME                   存有服务器密钥的环境变量；不写就是 OPENAI_API_KEY
      --server-concurrency 16          同时向服务器发多少个请求
  npm run cli -- code [LINK]           把实验写成 Python 程序，可用于任何提供 OpenAI 接口的服务器；参数同 run
      --in-words                       用于任何会听从指令的模型，而不用模型自己的提示
      --shell                          给出在这里运行它的命令
  npm run cli -- table MODEL           在保留测试题上的正确率，和模型卡里的一样
      --problems 300                   用多少道题
      --write                          把表格写进 public/models/MODEL/README.md
  npm run cli -- strategies MODEL      每种推理方法在保留测试题上的表现：正确率、token、前向计算次数、秒数
      --problems 100                   用多少道题
      --strategy "best of"             只要名称里有这几个字的
  npm run cli -- effects [WORD]        检验文献里的论断；只检验含有这个词的
      --problems 300                   每条论断用多少道保留测试题
      --write                          把结果存进 docs/effects.json，表格写进 docs/effects.md
  npm run cli -- sweep                 同一批题用几种方式作答，用上所有处理器核心：各自的正确率和花费
      --arm "self-consistency samples=1,2,4,8 temperature=0.7"   一种作答方式；用逗号写出几个值就是几种；可以重复写
      --family arithmetic  --set usual（或 harder、bigger）  --problems 50  --repeats 1  --model arithmetic  --tokens 2000（每次运行）
      --file sweep.json                或者用文件里的扫描（JSON，或页面、本命令的结果文件）
      --link '#/lab/sweep/...'         或者用链接里的扫描（也可以写 --url）
      --own problems.jsonl             与 --arm 一起用，自己的题目：JSON Lines、JSON、CSV，或照输入的写法（docs/problem-sets.md）
      --leave-out                      略去其中读不出来的行，继续进行
      --out FILE.jsonl                 每次运行一有结果就存下；页面可以打开这个文件
      --resume                         从那个文件接着做
      --cores 2                        不写就用所有核心
      --shard 3/8                      只做八份中的第三份，用单独的 --out 文件
  npm run cli -- merge OUT.jsonl IN.jsonl ...   合并同一次扫描的几个结果文件；说明还缺什么，输出总表
  npm run cli -- train [PRESET]        对内置模型做强化学习：不写就是 zero，也可以是 sft、small、small-distilled、
                                       countdown、dr-grpo、dapo、ttrl、any-number、waits、star
      --steps 40  --seed 1  --model arithmetic-base   代替其中的值
      --set rate=0.0006                另一项设置，写成 JSON；要设几项就写几次
      --link '#/lab/training/...'      或者用链接里的训练
      --out FOLDER                     保存日志和最后的模型
      --cores 2                        不写就用所有核心；核心数只影响时间
  npm run cli -- grade FILE.jsonl      给回复判分：每行一个 JSON，含 "response"、"reference"，也可以有 "question"
      --summary                        只输出多少正确、多少错误、多少没有答案
  npm run cli -- serve                 以 OpenAI 接口提供这些模型，供这台设备上的程序使用，按 Ctrl+C 结束（退出码 0）
      --port 8331  --model countdown,arithmetic   不写就提供所有模型
      --allow-origin https://example.org   哪些网页可以调用；不写就是全部
      --faults cut,malformed,types,endless   轮流制造哪些故障；还有 slow:1（数据块之间隔几秒）、429:2（拒绝几个请求）；
                                       也可以用请求头只对一个请求制造故障：x-fault: cut
      可以这样试一试：
      curl http://127.0.0.1:8331/v1/chat/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "messages": [{"role": "user", "content": "24: 4 9 10 13"}], "seed": 1}'
      curl http://127.0.0.1:8331/v1/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "prompt": "24 : 4 9 10 13 <low> <think>", "max_tokens": 200, "n": 4}'
  --lang zh-Hans                       任何命令都用简体中文，zh-Hant 为繁体中文，en 为英文；
                                       不写就按 LC_ALL、LC_MESSAGES 或 LANG

退出码：0 完成；1 运行失败或没有得出答案，还缺一些运行，或文件无法读写；2 输入的命令无法执行，并说明原因；
130 被 Ctrl+C 停止。表格和答案写到标准输出，其余的写到标准错误。
`,
  stopped: '没到结尾就停止了。',
  seeHelp: (problem) => `${problem}\n\nnpm run cli -- --help 会列出所有命令和参数。`,
  fileTrouble: (why) => `有文件无法读写：${why}。`,

  flags: {
    empty: (flag) => `--${flag} 是空的：它需要一个值。`,
    emptyArgument: '有一个参数是空的。',
    noCommand: ({ command, commands }) => `没有“${command}”这个命令。有这些：${commands}。`,
    tooMany: (argument) => `多了一个参数“${argument}”：含有空格的内容要加引号。`,
    foreign: ({ command, flag, flags }) => `命令 ${command} 没有 --${flag}。它有：${flags}。`,
    oneForm: 'shell 命令不是 Python 程序：请去掉 --shell，或去掉 --python 和 --in-words。',
    besideLink: (flag) => `链接里已经有整个实验，所以不能再写 --${flag}：两者去掉一个。`,
    noStrategy: ({ strategy, strategies }) => `没有“${strategy}”这种推理方法。有这些：${strategies}。`,
    noSetting: ({ strategy, setting, settings }) =>
      settings === ''
        ? `推理方法 ${strategy} 没有“${setting}”这项设置。它没有任何设置。`
        : `推理方法 ${strategy} 没有“${setting}”这项设置。它有：${settings}。`,
    noValue: (setting) => `设置“${setting}”没有值：请写成 --set ${setting}=VALUE。`,
    noLanguage: ({ language, languages }) => `这里没有“${language}”这种语言。有这些：${languages}。`,
    noShard: (shard) => `--shard ${shard}：请写明一共几份里的第几份，例如 --shard 3/8 是八份中的第三份。`,
  },

  models: {
    name: ({ command, models }) => `请写出模型：npm run cli -- ${command} MODEL。有这些：${models}。`,
    none: ({ model, models }) => `这里没有模型“${model}”。有这些：${models}。`,
    noneToJudge: ({ model, models }) => `这里没有能评判的模型“${model}”。有这些：${models}。`,
    onlyOnPage: (model) =>
      `文字题要用 GPU 上的模型，只有页面能运行它们；“${model}”在这里打不开。请在页面上问它。`,
    onlyGpu: (why) => `${why}只有 GPU 上的模型可以；请在页面上提问。`,
    theseDo: ({ why, models }) => `${why}这些可以：${models}。`,
  },

  json: {
    folder: (path) => `--json ${path}：这是一个文件夹。请写出其中的文件名。`,
    locked: (path) => `--json ${path}：无法写入这个文件。请检查它所在的文件夹是否存在、是否可写。`,
    written: (path) => `已写入 ${path}；在页面上用“导入运行”打开。`,
    writtenCompressed: (path) => `已写入 ${path}，用 gzip 压缩；在页面上用“导入运行”打开。`,
  },

  run: {
    answer: ({ answer, outcome }) => `答案 ${answer}，${outcome}`,
    outcomes: { right: '正确', wrong: '错误', ungraded: '未判分' },
    noAnswer: '没有答案',
    votes: (groups) => `投票：${groups}`,
    votesFor: ({ votes, answer }) => `${votes} 票投给 ${answer}`,
    result: ({ answer, outcome }) => `答案：${answer} — ${outcome}`,
    graded: ({ outcome, reason }) => `${outcome}。${reason}`,
    none: ({ why, next }) => `没有答案：${why}。${next}`,
    ended: {
      idle: '没有答案（未开始）。',
      running: '没有答案（运行中）。',
      cancelled: '没有答案（已取消）。',
      finished: '没有答案（已结束）。',
      failed: '没有答案（失败）。',
    },
    spent: ({ drawn, prompt, cached, forwards, seconds }) =>
      `抽取 ${number(drawn)} 个 token，提示 ${number(prompt)} 个 token（${number(cached)} 个来自缓存），前向计算 ${number(forwards)} 次，模型用时 ${fixed(seconds, 2)} 秒`,
  },

  accuracy: {
    made: ({ model, problems }) =>
      `保留测试题：${problems} 道。由 \`npm run cli -- table ${model} --problems ${problems} --write\` 生成（正确率附 95% Wilson 区间）。`,
    head: '| 方法 | 正确 | 每题 token |',
    methods: {
      direct: '直接作答，贪心',
      chain: '思维链，只试一次，贪心',
      'chain-waits': '带“Wait”的思维链，贪心',
      'chain-waits-warm': '带“Wait”的思维链，温度 0.7',
      'one-sample': '一个样本，温度 0.7',
    },
    vote: (samples) => `自洽性投票，${samples} 个样本`,
    oracle: (samples) => `${samples} 个样本中有一个正确（神谕）`,
    progress: ({ method, done, of }) => `${method}：${done} / ${of}`,
    written: (file) => `已写入 ${file}`,
  },

  strategies: {
    made: ({ model, problems }) =>
      `模型 ${model}，${problems} 道保留测试题，正确率附 95% Wilson 区间；token、前向计算次数和秒数按每题计。`,
    head: '| 推理方法 | 正确 | token | 前向计算 | 秒 |',
    none: ({ word, names }) => `表里没有名称含“${word}”的推理方法。有这些：${names}。`,
  },
  lines: {
    direct: '直接作答',
    'chain-greedy': '思维链，贪心',
    'chain-sample': '思维链，一个样本',
    'chain-waits': '带“Wait”的思维链，贪心',
    'budget-2': '预算强制，2 次“Wait”',
    'budget-4': '预算强制，4 次“Wait”',
    'vote-8': '自洽性投票，8',
    'vote-32': '自洽性投票，32',
    'adaptive-32': '自适应投票，最多 32',
    'best-8-process': '8 选最佳，过程验证器，最弱一步',
    'best-8-outcome': '8 选最佳，结果验证器',
    'best-8-rollouts': '8 选最佳，推演（Math-Shepherd）',
    'best-8-rule': '8 选最佳，规则检查',
    'best-32-process': '32 选最佳，过程验证器，最弱一步',
    'weighted-32-process': '32 个样本加权投票，过程验证器，最弱一步',
    'best-32-rule': '32 选最佳，规则检查',
    'best-32-oracle': '32 选最佳，神谕（上限）',
    'step-verification': '逐步验证',
    revision: '顺序修订，4 条链各 3 次',
    beam: '束搜索，4 × 4',
    'beam-weighted': '束搜索，4 × 4，加权投票',
    dvts: 'DVTS，4 棵子树 × 4',
    'thoughts-bfs': '思维树，BFS b = 5',
    'thoughts-bfs-weighted': '思维树，BFS b = 5，加权投票',
    'thoughts-dfs': '思维树，DFS',
    'mcts-30': 'MCTS，30 次模拟',
    'mcts-30-per-token': 'MCTS，30 次模拟，先验按每个 token',
    'mcts-30-draws': 'MCTS，30 次模拟，先验按抽取份额',
    'mcts-30-uniform': 'MCTS，30 次模拟，均匀先验',
    'mcts-100': 'MCTS，100 次模拟',
    'mcts-100-weighted': 'MCTS，100 次模拟，加权投票',
    rstar: 'rStar，16 次推演',
    'compute-optimal': '计算最优，2,000 个 token',
  },

  grade: {
    responses: {
      noAnswer: '它没有给出答案。',
      emptyReference: '它没法比较：参考答案是空的。',
    },
    name: '请写出要判分的文件，每行一个 JSON。',
    line: ({ line, why }) => `第 ${line} 行读不出来：${why}`,
    file: ({ file, why }) => `${file} 读不出来：${why}`,
    noJson: '不是 JSON。',
    wrongFields: '"response" 和 "reference" 必须是文本，"question" 如果有，也必须是文本。',
    summary: ({ graded, right, wrong, none }) =>
      graded === 0
        ? '没有可判分的。'
        : `判分 ${graded} 条：${right} 条正确，${wrong} 条错误，${none} 条没有答案；正确率 ${((100 * right) / graded).toFixed(1)}%。`,
  },

  noMark: ({ file, mark }) =>
    `${file} 里没有 ${mark} 这一行，不知道表格该放在哪里。请加上这一行，再运行一次。`,
};
