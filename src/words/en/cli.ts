import type { RunState } from '#run/state.ts';
import { room } from '../language.ts';
import { fixed, number, plural } from './format.ts';

/** What the command line prints: its help, runs, tables, and what is wrong with what was typed. */
export const cli = room('cli', {
  help: `Second Thought on the command line: the same core, models and strategies as the page.

  npm run cli -- run [LINK]            run an experiment; prints its traces, votes and answer
      --problem "24: 4 9 10 13"        or an arithmetic problem: --problem "47 × 6 + 38 × 4", or a puzzle: --problem "puzzle: v = 7. v?"
      --strategy self-consistency      or beam-search, tree-of-thoughts, mcts, budget-forcing ...
      --set samples=32 --set effort=high   a setting of the strategy, as in the page; again for more
      --set 'verifier={"kind":"process","model":"arithmetic"}'   another model judges
      --set discriminator=arithmetic-r1   in rStar, another model writes the second samplings
      --temperature 0.7  --seed 1  --tokens 2000 (budget)  --model countdown
      --json FILE                      also write the run as the page exports it
      --url LINK                       the same as a LINK alone
      --server http://localhost:8000/v1 --model NAME   a model on a server that speaks OpenAI's interface; also with sweep
      --key-env NAME                   the environment variable that has the server's key; OPENAI_API_KEY unless it says otherwise
      --server-concurrency 16          requests to the server at once
  npm run cli -- code [LINK]           the experiment as a Python program against any server with OpenAI's interface; flags as for run
      --in-words                       for any model that follows instructions, in place of the model's own prompts
      --shell                          the command that runs it here
  npm run cli -- table MODEL           accuracy on the held-out problems, as in the model card
      --problems 300                   how many of them
      --write                          put the table into public/models/MODEL/README.md
  npm run cli -- strategies MODEL      every strategy on held-out problems: accuracy, tokens, forwards, seconds
      --problems 100                   how many of them
      --strategy "best of"             only those whose name has it
  npm run cli -- effects [WORD]        the literature's claims put to the test; only the claims with this word in them
      --problems 300                   held-out problems for each
      --write                          keep the outcomes in docs/effects.json; the table into docs/effects.md
  npm run cli -- sweep                 several ways to answer on the same problems, on all cores: accuracy and cost of each
      --arm "self-consistency samples=1,2,4,8 temperature=0.7"   a way to answer; with commas, several; again for more
      --family arithmetic  --set usual (or harder, bigger)  --problems 50  --repeats 1  --model arithmetic  --tokens 2000 (a run)
      --file sweep.json                or the sweep of a file (JSON, or results of the page or of this command)
      --link '#/lab/sweep/...'         or of a link (also --url)
      --own problems.jsonl             with --arm, problems of your own: JSON Lines, JSON, CSV, or as typed (docs/problem-sets.md)
      --leave-out                      go on without the lines of it that cannot be read
      --out FILE.jsonl                 keep each run's outcome as it comes; the page opens it
      --resume                         go on with that file
      --cores 2                        all cores unless it says otherwise
      --shard 3/8                      only the third of eight parts, into an --out of its own
  npm run cli -- merge OUT.jsonl IN.jsonl ...   joins such files of one sweep; says what is missing, prints the table of the whole
  npm run cli -- train [PRESET]        reinforcement learning on an embedded model: zero unless it says otherwise, or sft, small, small-distilled,
                                       countdown, dr-grpo, dapo, ttrl, any-number, waits, star
      --steps 40  --seed 1  --model arithmetic-base   in place of the preset's
      --set rate=0.0006                another setting, as JSON; again for more
      --link '#/lab/training/...'      or the training of a link
      --out FOLDER                     keep the log and the model at its end
      --cores 2                        all cores unless it says otherwise; they change nothing but the time
  npm run cli -- grade FILE.jsonl      grades replies: lines of JSON with "response", "reference" and perhaps "question"
      --summary                        only how many are right, wrong and without an answer
  npm run cli -- serve                 the models behind OpenAI's interface, for programs on this machine, until Ctrl+C (then 0)
      --port 8331  --model countdown,arithmetic   all models unless it says otherwise
      --allow-origin https://example.org   the pages that may call it; all unless it says otherwise
      --faults cut,malformed,types,endless   what goes wrong, in turns; also slow:1 (seconds between chunks), 429:2 (requests refused);
                                       or for one request alone by a header: x-fault: cut
      to try it:
      curl http://127.0.0.1:8331/v1/chat/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "messages": [{"role": "user", "content": "24: 4 9 10 13"}], "seed": 1}'
      curl http://127.0.0.1:8331/v1/completions -H 'content-type: application/json' \\
        -d '{"model": "countdown", "prompt": "24 : 4 9 10 13 <low> <think>", "max_tokens": 200, "n": 4}'
  --lang zh-Hans                       any command in Simplified Chinese, zh-Hant in Traditional, en in English;
                                       else as LC_ALL, LC_MESSAGES or LANG says

Exit codes: 0 done; 1 a run failed or gave no answer, runs are missing, or a file cannot be read or written; 2 what was typed
cannot be done, and why stands there; 130 stopped by Ctrl+C. Tables and answers go to standard output, all else to standard error.
`,
  stopped: 'Stopped before the end.',
  seeHelp: (problem: string) => `${problem}\n\nnpm run cli -- --help lists the commands and their flags.`,
  fileTrouble: (why: string) => `A file could not be read or written: ${why}.`,

  flags: {
    empty: (flag: string) => `--${flag} is empty: it needs a value.`,
    emptyArgument: 'One of the arguments is empty.',
    noCommand: ({ command, commands }: { readonly command: string; readonly commands: string }) =>
      `There is no command "${command}". There are: ${commands}.`,
    tooMany: (argument: string) =>
      `"${argument}" is one argument too many: put quotes around what has spaces in it.`,
    foreign: ({
      command,
      flag,
      flags,
    }: {
      readonly command: string;
      readonly flag: string;
      readonly flags: string;
    }) => `The command ${command} has no --${flag}. It has: ${flags}.`,
    oneForm: 'The command of a shell is no Python program: leave --shell out, or --python and --in-words.',
    besideLink: (flag: string) =>
      `A link holds the whole experiment, so --${flag} cannot be given with one: leave one of the two out.`,
    noStrategy: ({ strategy, strategies }: { readonly strategy: string; readonly strategies: string }) =>
      `There is no strategy "${strategy}". There are: ${strategies}.`,
    noSetting: ({
      strategy,
      setting,
      settings,
    }: {
      readonly strategy: string;
      readonly setting: string;
      readonly settings: string;
    }) =>
      settings === ''
        ? `The strategy ${strategy} has no setting "${setting}". It has none.`
        : `The strategy ${strategy} has no setting "${setting}". It has: ${settings}.`,
    noValue: (setting: string) => `The setting "${setting}" has no value: write --set ${setting}=VALUE.`,
    noLanguage: ({ language, languages }: { readonly language: string; readonly languages: string }) =>
      `There is no language "${language}" here. There are: ${languages}.`,
    noShard: (shard: string) =>
      `--shard ${shard}: write which part of how many, as in --shard 3/8 for the third of eight.`,
  },

  models: {
    name: ({ command, models }: { readonly command: string; readonly models: string }) =>
      `Name a model: npm run cli -- ${command} MODEL. There are: ${models}.`,
    none: ({ model, models }: { readonly model: string; readonly models: string }) =>
      `There is no model "${model}" here. There are: ${models}.`,
    noneToJudge: ({ model, models }: { readonly model: string; readonly models: string }) =>
      `There is no model "${model}" here that could judge. There are: ${models}.`,
    onlyOnPage: (model: string) =>
      `Questions in words are for models on a graphics processor, which only the page runs; "${model}" cannot be opened here. Ask it in the page.`,
    onlyGpu: (why: string) => `${why} Only models on a graphics processor do; ask it in the page.`,
    theseDo: ({ why, models }: { readonly why: string; readonly models: string }) =>
      `${why} These do: ${models}.`,
  },

  json: {
    folder: (path: string) => `--json ${path}: this is a folder. Name a file in it.`,
    locked: (path: string) =>
      `--json ${path}: this file cannot be written. Check that its folder exists and may be written to.`,
    written: (path: string) => `Written to ${path}; the page opens it with Import.`,
    writtenCompressed: (path: string) =>
      `Written to ${path}, compressed with gzip; the page opens it with Import.`,
  },

  run: {
    answer: ({ answer, outcome }: { readonly answer: string; readonly outcome: string }) =>
      `answer ${answer}, ${outcome}`,
    outcomes: { right: 'right', wrong: 'wrong', ungraded: 'not graded' },
    noAnswer: 'no answer',
    votes: (groups: string) => `Votes: ${groups}`,
    votesFor: ({ votes, answer }: { readonly votes: number; readonly answer: string }) =>
      `${votes} for ${answer}`,
    result: ({ answer, outcome }: { readonly answer: string; readonly outcome: string }) =>
      `Answer: ${answer} — ${outcome}`,
    graded: ({ outcome, reason }: { readonly outcome: string; readonly reason: string }) =>
      `${outcome}. ${reason}`,
    none: ({ why, next }: { readonly why: string; readonly next: string }) => `No answer: ${why}. ${next}`,
    ended: {
      idle: 'No answer (idle).',
      running: 'No answer (running).',
      cancelled: 'No answer (cancelled).',
      finished: 'No answer (finished).',
      failed: 'No answer (failed).',
    } satisfies Record<RunState['status'], string>,
    spent: ({
      drawn,
      prompt,
      cached,
      forwards,
      seconds,
    }: {
      readonly drawn: number;
      readonly prompt: number;
      readonly cached: number;
      readonly forwards: number;
      readonly seconds: number;
    }) =>
      `${plural(drawn, { one: '# token', other: '# tokens' })} drawn, ${plural(prompt, {
        one: '# prompt token',
        other: '# prompt tokens',
      })} (${number(cached)} cached), ${plural(forwards, {
        one: '# forward',
        other: '# forwards',
      })}, ${fixed(seconds, 2)} s in the model`,
  },

  accuracy: {
    made: ({ model, problems }: { readonly model: string; readonly problems: number }) =>
      `Held-out problems: ${problems}. Made by \`npm run cli -- table ${model} --problems ${problems} --write\` (shares with 95% Wilson intervals).`,
    head: '| method | right | tokens a problem |',
    methods: {
      direct: 'direct answer, greedy',
      chain: 'chain of thought, one attempt, greedy',
      'chain-waits': 'chain of thought with "Wait", greedy',
      'chain-waits-warm': 'chain of thought with "Wait", temperature 0.7',
      'one-sample': 'one sample, temperature 0.7',
    },
    vote: (samples: number) => `self-consistency, ${samples} samples`,
    oracle: (samples: number) => `any of ${samples} samples right (oracle)`,
    progress: ({
      method,
      done,
      of,
    }: {
      readonly method: string;
      readonly done: number;
      readonly of: number;
    }) => `${method}: ${done} of ${of}`,
    written: (file: string) => `Written into ${file}`,
  },

  strategies: {
    made: ({ model, problems }: { readonly model: string; readonly problems: number }) =>
      `Model ${model}, ${problems} held-out problems, shares with 95% Wilson intervals; tokens, forwards and seconds a problem.`,
    head: '| strategy | right | tokens | forwards | seconds |',
    none: ({ word, names }: { readonly word: string; readonly names: string }) =>
      `No strategy of the table has "${word}" in its name. They are: ${names}.`,
  },
  /** Lines of the table of strategies. */
  lines: {
    direct: 'direct answer',
    'chain-greedy': 'chain of thought, greedy',
    'chain-sample': 'chain of thought, one sample',
    'chain-waits': 'chain of thought with "Wait", greedy',
    'budget-2': 'budget forcing, 2 waits',
    'budget-4': 'budget forcing, 4 waits',
    'vote-8': 'self-consistency, 8',
    'vote-32': 'self-consistency, 32',
    'adaptive-32': 'adaptive self-consistency, up to 32',
    'best-8-process': 'best of 8, process verifier, weakest step',
    'best-8-outcome': 'best of 8, outcome verifier',
    'best-8-rollouts': 'best of 8, rollouts (Math-Shepherd)',
    'best-8-rule': 'best of 8, rule checker',
    'best-32-process': 'best of 32, process verifier, weakest step',
    'weighted-32-process': 'weighted vote of 32, process verifier, weakest step',
    'best-32-rule': 'best of 32, rule checker',
    'best-32-oracle': 'best of 32, oracle (the ceiling)',
    'step-verification': 'step verification',
    revision: 'attempts, 4 chains of 3',
    beam: 'beam search, 4 × 4',
    'beam-weighted': 'beam search, 4 × 4, weighted vote',
    dvts: 'DVTS, 4 subtrees × 4',
    'thoughts-bfs': 'tree of thoughts, BFS b = 5',
    'thoughts-bfs-weighted': 'tree of thoughts, BFS b = 5, weighted vote',
    'thoughts-dfs': 'tree of thoughts, DFS',
    'mcts-30': 'MCTS, 30 simulations',
    'mcts-30-per-token': 'MCTS, 30 simulations, prior per token',
    'mcts-30-draws': 'MCTS, 30 simulations, prior by draws',
    'mcts-30-uniform': 'MCTS, 30 simulations, uniform prior',
    'mcts-100': 'MCTS, 100 simulations',
    'mcts-100-weighted': 'MCTS, 100 simulations, weighted vote',
    rstar: 'rStar, 16 rollouts',
    'compute-optimal': 'compute-optimal, 2,000 tokens',
  },

  grade: {
    /** Of a reply held against a reference. */
    responses: {
      noAnswer: 'It gives no answer.',
      emptyReference: 'It cannot be compared: nothing is in the reference.',
    },
    name: 'Name a file of JSON lines to grade.',
    line: ({ line, why }: { readonly line: number; readonly why: string }) =>
      `Line ${line} can't be read: ${why}`,
    file: ({ file, why }: { readonly file: string; readonly why: string }) => `${file} can't be read: ${why}`,
    noJson: 'it is no JSON.',
    wrongFields: '"response" and "reference" must be texts, and "question" where it is given.',
    summary: ({
      graded,
      right,
      wrong,
      none,
    }: {
      readonly graded: number;
      readonly right: number;
      readonly wrong: number;
      readonly none: number;
    }) =>
      graded === 0
        ? 'None graded.'
        : `${graded} graded: ${right} right, ${wrong} wrong, ${none} without an answer; ${((100 * right) / graded).toFixed(1)}% right.`,
  },

  noMark: ({ file, mark }: { readonly file: string; readonly mark: string }) =>
    `${file} has no line ${mark} to put the table after. Add that line, then run this again.`,
});
