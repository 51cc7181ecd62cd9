import type { CodePlan, CodeScore } from '../plan.ts';
import { pythonLines, pythonNumber, pythonText } from './literals.ts';

/** The parts of a program that score and choose. */

const voting = String.raw`def vote(answers):
    """The answer that most come to; of equals, the one that came first. What has no answer does not vote."""
    found = [answer for answer in answers if answer]
    counts = collections.Counter(key for _, key in found)
    if not counts:
        return None
    winner, votes = counts.most_common(1)[0]
    shown = next(shown for shown, key in found if key == winner)
    print(f"{votes} of {len(answers)} for {shown}")
    return shown`;

/** What has no answer can't win: the votes decide where nothing has a score. */
const choosing = String.raw`def best(scored):
    """The answer with the highest score, of equals the first. What has no answer cannot win."""
    found = [(score, answer) for score, answer in scored if answer]
    for score, answer in found:
        print(f"{score:.3f} for {answer[0]}")
    return max(found, key=lambda one: one[0])[1][0] if found else None`;

const weighing = String.raw`def heaviest(scored):
    """The answer whose scores sum to the most, of equals the first. What has no answer does not count."""
    sums, shown = {}, {}
    for score, answer in scored:
        if answer:
            sums[answer[1]] = sums.get(answer[1], 0) + score
            shown.setdefault(answer[1], answer[0])
    for key, weight in sums.items():
        print(f"{weight:.3f} for {shown[key]}")
    return shown[max(sums, key=sums.get)] if sums else None`;

export interface JudgeWords {
  /** The question with what was written in the place of the mark. */
  readonly question: string;
  /** The same of steps that are not the end. */
  readonly stepQuestion: string;
}

export interface GameToCheck {
  readonly numbers: readonly number[];
  readonly target: number;
}

const scoring = {
  likelihood: () => String.raw`def score(drawn, answers, at):
    return drawn[at]["likelihood"]`,
  agreement: () => String.raw`def score(drawn, answers, at):
    """The share of the answers that are the same."""
    return sum(1 for answer in answers if answer and answers[at] and answer[1] == answers[at][1]) / len(answers)`,
  'by-rule': ({ game }) => String.raw`NUMBERS = [${(game?.numbers ?? []).join(', ')}]
TARGET = ${game?.target ?? 0}


def score(drawn, answers, at):
    """1 where the expression makes the target with each number used once, else 0."""
    if not answers[at]:
        return 0
    tree = ast.parse(answers[at][0].strip(" +-*/"), mode="eval").body
    used = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return int(sorted(used) == sorted(NUMBERS) and value(tree) == TARGET)


def value(tree):
    """Exactly; None where it divides by zero."""
    if isinstance(tree, ast.Constant):
        return fractions.Fraction(tree.value)
    if isinstance(tree, ast.UnaryOp):
        inner = value(tree.operand)
        return None if inner is None else -inner
    left, right = value(tree.left), value(tree.right)
    if left is None or right is None or (isinstance(tree.op, ast.Div) and right == 0):
        return None
    by = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
    return by[type(tree.op)](left, right)`,
  'yes-or-no': ({ judge }) => String.raw`${questions(judge)}


def judge(text, finished=True):
    """p(yes) / (p(yes) + p(no)) where it says the one or the other."""
    question = (QUESTION if finished else STEP_QUESTION).replace(MARK, text)
    reply = draw(1, question, logprobs=True, top_logprobs=20, temperature=0)[0]
    for token in reversed(reply["logprobs"]):
        if token["token"].strip().lower() in ("yes", "no"):
            chance = {"yes": 0, "no": 0}
            for one in token["top_logprobs"]:
                word = one["token"].strip().lower()
                if word in chance:
                    chance[word] += math.exp(one["logprob"])
            return chance["yes"] / max(1e-300, chance["yes"] + chance["no"])
    return 0`,
  'sure-or-not': ({ judge, replies }) => String.raw`${questions(judge)}
WORTH = {"sure": 20, "likely": 1, "impossible": 0.001}


def judge(text, finished=True):
    """What it says of it, summed and divided by what it would be if all said "sure"."""
    question = (QUESTION if finished else STEP_QUESTION).replace(MARK, text)
    replies = draw(${replies}, question)
    said = [re.findall(r"\b(?:sure|likely|impossible)\b", reply["text"].lower()) for reply in replies]
    return sum(WORTH[words[-1]] for words in said if words) / (20 * len(replies))`,
} as const satisfies Record<
  CodeScore['kind'],
  (of: { readonly judge: JudgeWords; readonly game: GameToCheck | null; readonly replies: number }) => string
>;

const questions = ({ question, stepQuestion }: JudgeWords): string => `QUESTION = ${pythonLines(question)}
STEP_QUESTION = ${pythonLines(stepQuestion)}`;

export interface Deciding {
  readonly judge: JudgeWords;
  readonly game: GameToCheck | null;
  /** What closes a thought and begins the answer. */
  readonly close: string;
  /** How a word stands behind a thought. */
  readonly joint: string;
  readonly revise: { readonly before: string; readonly after: string };
  readonly nextStep: string;
}

const askedScore = String.raw`def score(drawn, answers, at):
    return judge(drawn[at]["text"])`;

const asksJudge = ({ kind }: CodeScore): boolean => kind === 'yes-or-no' || kind === 'sure-or-not';

const scored = (score: CodeScore, of: Deciding): string =>
  scoring[score.kind]({ ...of, replies: score.kind === 'sure-or-not' ? score.replies : 1 });

const end = String.raw`print("Answer:", answer or "none")`;

/** What the program does with what it draws, down to its last line. */
export function deciding(plan: CodePlan, of: Deciding): readonly string[] {
  switch (plan.kind) {
    case 'one':
      return [
        `text = draw(1)[0]["text"]
print(text.strip())
answer = (read_answer(text) or [None])[0]
${end}`,
      ];
    case 'vote':
      return [voting, `answer = vote([read_answer(one["text"]) for one in draw(${plan.samples})])\n${end}`];
    case 'vote-until-decided':
      return [voting, untilDecided(plan)];
    case 'best': {
      const choose = plan.choose === 'best' ? 'best' : 'heaviest';
      return [
        scored(plan.score, of),
        ...(asksJudge(plan.score) ? [askedScore] : []),
        plan.choose === 'best' ? choosing : weighing,
        `drawn = draw(${plan.samples})
answers = [read_answer(one["text"]) for one in drawn]
answer = ${choose}([(score(drawn, answers, at), answers[at]) for at in range(len(drawn))])
${end}`,
      ];
    }
    case 'wait':
      return [waiting(plan, of)];
    case 'revise':
      return [
        scored(plan.score, of),
        ...(asksJudge(plan.score) ? [askedScore] : []),
        choosing,
        revising(plan, of),
      ];
    case 'search':
      return [scored(plan.score, of), choosing, searching(plan, of)];
  }
}

function untilDecided({
  samples,
  batch,
  confidence,
}: Extract<CodePlan, { kind: 'vote-until-decided' }>): string {
  return String.raw`def decided(answers):
    """${
      confidence === null
        ? 'Whether what is left to draw cannot change the winner.'
        : 'Whether the leader is really ahead of the second with the probability asked for, after a uniform prior.'
    }"""
    counts = collections.Counter(answer[1] for answer in answers if answer).most_common(2)
    if not counts:
        return False
    first, second = counts[0][1], counts[1][1] if len(counts) > 1 else 0
${
  confidence === null
    ? `    return first - second > ${samples} - len(answers)`
    : `    throws = first + second + 1
    return sum(math.comb(throws, k) for k in range(second + 1, throws + 1)) / 2**throws >= ${pythonNumber(confidence)}`
}


answers = []
while len(answers) < ${samples}:
    drawn = draw(min(${batch}, ${samples} - len(answers)), first=len(answers))
    answers += [read_answer(one["text"]) for one in drawn]
    if decided(answers):
        break
answer = vote(answers)
${end}`;
}

const waiting = (
  { waits, word, thinkingTokens }: Extract<CodePlan, { kind: 'wait' }>,
  { close, joint }: Deciding,
): string => String.raw`thought, left = "", ${thinkingTokens}
for round in range(${waits} + 1):
    one = draw(1, PROMPT + thought, stop=["</think>"], max_tokens=max(1, left))[0]
    thought += one["text"]
    left -= one["tokens"]
    if one["end"] != "stop" or round == ${waits} or left < 2:
        break
    thought = thought.rstrip() + ${pythonText(joint + word)}  # in the place of the end of its thought
    left -= 1
print(thought.strip())
closed = thought.rstrip() + ${pythonText(close)}
answer = (read_answer(closed + draw(1, PROMPT + closed)[0]["text"]) or [None])[0]
${end}`;

const revising = (
  { chains, attempts }: Extract<CodePlan, { kind: 'revise' }>,
  { revise }: Deciding,
): string => String.raw`BEFORE = ${pythonLines(revise.before)}
AFTER = ${pythonLines(revise.after)}

drawn = []
for chain in range(${chains}):
    shown = []
    for attempt in range(${attempts}):
        earlier = "\n".join(f"Attempt {number}:\n{text[-2000:]}\n" for number, text in enumerate(shown, 1))
        message = BEFORE + earlier + AFTER if shown else MESSAGE
        drawn += draw(1, message, first=len(drawn))
        shown = (shown + [drawn[-1]["text"]])[-4:]
answers = [read_answer(one["text"]) for one in drawn]
answer = best([(score(drawn, answers, at), answers[at]) for at in range(len(drawn))])
${end}`;

const searching = (
  { keep, draws, steps }: Extract<CodePlan, { kind: 'search' }>,
  { nextStep }: Deciding,
): string => String.raw`NEXT_STEP = ${pythonLines(nextStep)}


def shown(path):
    return "\n".join(f"{number}. {step}" for number, step in enumerate(path, 1))


paths, ended = [()], []
for round in range(${steps}):
    grown = {}
    for at, path in enumerate(paths):
        message = MESSAGE + NEXT_STEP.replace(MARK, shown(path) or "none")
        for one in draw(${draws}, message, first=1000 * round + 100 * at):
            if one["text"].strip():
                grown[path + (one["text"].rpartition("</think>")[2].strip(),)] = True
    rated = []
    for path in grown:
        finished = stated(path[-1]) is not None
        rated.append((judge(shown(path), finished), path))
        if finished:
            ended.append((rated[-1][0], read_answer(path[-1])))
    going = [one for one in rated if stated(one[1][-1]) is None]
    paths = [path for _, path in sorted(going, key=lambda one: -one[0])[:${keep}]]
    if not paths:
        break
answer = best(ended)
${end}`;
