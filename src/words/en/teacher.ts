import type { StrategyKind } from '#experiment/strategies.ts';
import type { ChoiceRule } from '#run/events.ts';
import { falseReason } from '#run/facts/false-step.ts';
import type { Contest } from '#run/what-happened/contest.ts';
import type { Finding, FindingOf } from '#run/what-happened/findings.ts';
import type { Doing } from '#run/what-happened/what-now.ts';
import { digitsApart } from '../format.ts';
import { room } from '../language.ts';
import { say, type Sayings } from '../say.ts';
import { amounts } from './amounts.ts';
import { faults } from './faults.ts';
import { labels } from './labels.ts';
import { fixed, number, percent, plural } from './format.ts';

const decimal = (value: number) => fixed(value, 2);
const tokens = (count: number) => plural(count, { one: '# token', other: '# tokens' });
const votes = (count: number) => plural(count, { one: '# vote', other: '# votes' });
const times = (count: number) => plural(count, { one: 'once', other: '# times' });
const waits = (count: number) => plural(count, { one: '# “Wait”', other: '# “Waits”' });
/** What was written, told apart from what is said of it. */
const data = (text: string) => `<data>${text}</data>`;

/** What is less is written as 0.00. */
const nearZero = 0.005;

/** By the highest score: a tie is said, and a lead is shown with the digits that tell it apart. */
const bestScored = (answer: string, score: number, contest: Contest | null): string => {
  const { tied, next } = contest ?? { tied: 0, next: null };
  if (tied > 0)
    return `${number(tied + 1)} traces share the verifier’s highest score, ${decimal(score)}; the first of them says ${answer}.`;
  const digits = digitsApart(score, next, 2);
  return digits > 2 && next !== null
    ? `The verifier liked ${answer} best by a hair: its trace has ${fixed(score, digits)}, the next ${fixed(next, digits)}.`
    : `The verifier liked ${answer} best and gave its trace ${decimal(score)}.`;
};

/** Which answer was taken and why; `answer` is marked already. */
const chose = (answer: string, by: ChoiceRule, contest: Contest | null): string => {
  switch (by.rule) {
    case 'only-trace':
      return `The answer is ${answer}.`;
    case 'majority':
      if (by.of === 1) return `Only one trace had an answer: ${answer}.`;
      return by.votes === by.of
        ? `All ${number(by.of)} votes went to ${answer}.`
        : `${answer} won the vote: ${number(by.votes)} of ${number(by.of)}.`;
    case 'majority-tie-first':
      return `The vote was a tie: ${number(by.tied.length)} answers have ${votes(by.votes)} each. ${answer} was taken because the first of their traces says so.`;
    case 'best-score':
      return by.score < nearZero
        ? `The verifier scored every trace at almost 0; the highest of them says ${answer}.`
        : bestScored(answer, by.score, contest);
    case 'weighted-vote':
      return `${answer} won the weighted vote: its scores add up to ${decimal(by.weight)} of ${decimal(by.total)}.`;
    case 'last-round':
      return by.round === 0
        ? `The answer is ${answer}.`
        : `After ${waits(by.round)} the answer is ${answer}.`;
    case 'decided-early':
      return `${answer} had ${number(by.votes)} of ${votes(by.of)}, and that settled it before all ${number(by.limit)} were drawn.`;
    case 'best-node':
      return by.score < nearZero
        ? `All finished paths were valued at almost 0; the highest of them ends in ${answer}.`
        : `The path with the highest value, ${decimal(by.score)}, ends in ${answer}.`;
    case 'most-visited':
      return `The most visited path ends in ${answer}, after ${plural(by.visits, { one: '# visit', other: '# visits' })}.`;
    case 'confirmed-answer':
      return `${answer} was found ${times(by.found)}, paths taken again counted too, and confirmed ${times(by.confirmed)} by second samplings: the best score of all answers.`;
    case 'most-found-answer':
      return by.because === 'only-answer'
        ? `${answer} is the only answer the search found.`
        : `${answer} was found most often, ${number(by.found)} of ${plural(by.of, { one: '# time', other: '# times' })}.`;
    case 'mutual-consistency':
      return by.agreement === null
        ? `${answer} has the highest reward, ${decimal(by.reward)}; no tokens were left to check it.`
        : `${answer} was confirmed best: ${percent(by.agreement)} of its second samplings agree.`;
    case 'no-answer':
      return 'There is no answer.';
  }
};

/** What a slip is, and what is true instead. */
const slip = ({ step, fault }: Pick<FindingOf<'first-false'>, 'step' | 'fault'>): string => {
  const why = say(faults, fault);
  // A claim that is quoted in the reason is not quoted twice.
  return why.includes(step) ? why : `${data(step)}, but ${why}`;
};

const difficulties = { easy: 'easy', medium: 'of medium difficulty', hard: 'hard' };
const plans = {
  easy: 'the first votes were enough',
  medium: 'more traces were drawn for a weighted vote',
  hard: 'a beam search was started',
};

const foundNotChosen = ({ answer, count, of, score, chosenScore }: FindingOf<'found-not-chosen'>): string => {
  const there = `A right answer was there, in ${number(count)} of ${number(of)} finished traces: ${data(answer)}.`;
  if (score === null || chosenScore === null) return there;
  if (score === chosenScore)
    return `${there} The best of them scored ${decimal(score)}, and so did the chosen one.`;
  const digits = digitsApart(score, chosenScore, 2);
  return `${there} The best of them scored ${fixed(score, digits)}, the chosen one ${fixed(chosenScore, digits)}.`;
};

/** `The “Wait”`, `The 4 “Waits”`. */
const theWaits = (count: number) => plural(count, { one: 'The “Wait”', other: 'The # “Waits”' });

const waitsSaid = ({ forced, mendedBy, before, after, change }: FindingOf<'waits'>): string => {
  const from = before === null ? 'no answer' : data(before);
  const to = after === null ? 'no answer' : data(after);
  const the = theWaits(forced);
  switch (change) {
    case 'same':
      return before === null
        ? `${the} changed nothing: there was no answer before or after.`
        : `${the} changed nothing: the answer was ${from} before and after.`;
    case 'mended':
      return mendedBy === null || forced === 1
        ? `${the} mended it: ${from} became ${to}.`
        : `“Wait” ${number(mendedBy)} of ${number(forced)} mended it: ${from} became ${to}.`;
    case 'spoilt':
      return `${the} spoilt it: ${from} was right and became ${to}.`;
    case 'unknown':
      return `It was made to think on with ${waits(forced)}.`;
    case 'other':
      return `${the} changed the answer from ${from} to ${to}.`;
  }
};

const leading = (leader: { readonly answer: string; readonly votes: number } | null): string =>
  leader ? `: ${number(leader.votes)} ${leader.votes === 1 ? 'says' : 'say'} ${data(leader.answer)}` : '';

/** The teacher's column: what a strategy does, what a run is doing, what happened and what to try next. */
export const teacher = room('teacher', {
  back: 'Back to what happened',
  /** Beside a lesson: what is selected is put away. */
  close: 'Close what is selected',
  nothingYet: 'Press Run to see it happen.',
  before: 'This is before the first step of the run.',
  /** Headings of its parts. */
  parts: {
    how: 'How it works',
    now: 'Now',
    step: 'This step',
    happened: 'What happened',
    also: 'Also',
    next: 'Try next',
    setUp: 'Set up for the next run',
  },
  howOf: (strategy: string) => `How it works: ${strategy}`,
  source: 'From',
  formula: 'Formula',
  byRule: 'Checked by rule, not by the model.',
  /** Two sentences a strategy; its line in the setup stands in for those that are not here. */
  intros: {
    direct:
      'The model answers at once, without a thought. All it can do has to happen inside of one pass for each token of the answer.',
    'chain-of-thought':
      'The model writes its steps down before it answers. Each step it has written is something it can read when it writes the next one.',
    'few-shot':
      'The model first reads a few problems with their worked solutions. It then goes on in the same way with yours.',
    'self-consistency':
      'Many chains of thought are drawn, each by chance a little different. They vote: slips scatter, and the right answer gathers.',
    'adaptive-consistency':
      'A vote that looks at itself while it goes on. Once the winner is all but settled it stops, and saves the tokens of the rest.',
    'best-of-n':
      'Many chains of thought are drawn, and a verifier scores each. The answer is as good as the eye of the verifier.',
    'budget-forcing':
      'Where the model would stop thinking, the end is dropped and “Wait” is put in its place. It thinks on, and may find its own slip.',
    revision:
      'The model sees its attempt and tries again, several times over. A verifier chooses the best of all attempts.',
    'step-verification':
      'A verifier looks at every step as it is written. A step that fails is thrown away and drawn again, so that no slip is built upon.',
    'beam-search':
      'Several beginnings grow side by side, a step at a time. After each step a verifier scores them, and only the best go on.',
    'tree-of-thoughts':
      'From each state several next thoughts are tried and valued. The search goes on from the most promising, and can leave a dead end.',
    mcts: 'Simulations walk down the tree, where value is high or little was tried. What each finds is carried back up to every node it came through.',
    rstar:
      'A tree search in which the model may also ask itself sub-questions or put the problem in other words. A second sampling checks the traces, and answers that it confirms count.',
    'compute-optimal':
      'A few samples tell how hard the problem is. Easy ones are answered at once, hard ones get a search.',
  } satisfies Partial<Record<StrategyKind, string>>,
  /** What the letters of its formula mean. */
  letters: {
    direct: 'The answer y, one token after the other, each given the problem x and the tokens before it.',
    'chain-of-thought': 'First a thought z about the problem x, then the answer y given both.',
    'few-shot': 'The answer y given k problems with their solutions, then the problem x.',
    'self-consistency': 'Of all answers a, the one that most of the n traces gave as their answer aᵢ.',
    'adaptive-consistency':
      'It stops once the share of the first answer is above that of the second with probability c, given their votes.',
    'best-of-n': 'The answer of the trace z that the verifier scores highest.',
    'budget-forcing': 'The thought z goes on behind each forced “Wait”, then comes the answer y.',
    revision: 'Each thought is drawn given the problem x and the attempts before it.',
    'step-verification': 'A step s is kept where the verifier’s score reaches the threshold t.',
    'beam-search': 'Of all steps drawn from the beams B, the w with the highest scores go on.',
    'tree-of-thoughts': 'Of all thoughts from the states S, the b with the highest values go on.',
    mcts: 'Each choice takes the child with the highest sum: mean value Q, and prior P, larger the fewer of the N visits went to it (n). c weighs the two.',
    rstar:
      'Each choice takes the child with the highest sum: mean value Q, and a part that is larger the fewer of the N visits went to it (n).',
    'compute-optimal':
      'How easy: the mean of the share of the first answer and of the verifier’s mean score.',
  } satisfies Partial<Record<StrategyKind, string>>,
  doing: {
    asking: () => 'The model reads the problem.',
    thinking: () => 'It is thinking.',
    answering: ({ thought }) =>
      thought ? 'It has thought, and writes the answer.' : 'It writes the answer.',
    drawing: ({ ended, of, leader }) =>
      ended === 0
        ? 'The traces are thinking, side by side.'
        : `${of === null ? number(ended) : `${number(ended)} of ${number(of)}`} have answered${leading(leader)}.`,
    voting: ({ cast, of, leader }) => `${number(cast)} of ${number(of)} have voted${leading(leader)}.`,
    scoring: ({ scored, of, best }) =>
      `The verifier has scored ${number(scored)} of ${number(of)} traces${best === null ? '' : `; the best has ${decimal(best)}`}.`,
    waiting: ({ forced, of, tokens: thought }) =>
      `It wanted to stop and was told to wait, ${number(forced)} of ${plural(of, { one: '# time', other: '# times' })}: ${tokens(thought)} of thought so far.`,
    attempting: ({ attempt, of, answer }) =>
      `Attempt ${number(attempt)} of ${number(of)}${answer === null ? '' : `; the last answer was ${data(answer)}`}.`,
    searching: ({ nodes, ends, simulations }) =>
      nodes === 0
        ? 'The search is drawing its first steps.'
        : `The search has ${plural(nodes, { one: '# step', other: '# steps' })} and ${plural(ends, { one: '# finished path', other: '# finished paths' })}${simulations ? `, after ${number(simulations.run)} of ${plural(simulations.of, { one: '# simulation', other: '# simulations' })}` : ''}.`,
    chosen: ({ answer }) =>
      answer === null ? 'It is over, without an answer.' : `It has chosen ${data(answer)}.`,
  } satisfies Sayings<Doing>,
  current: {
    thought: ({ name, tokens: count }: { readonly name: string; readonly tokens: number }) =>
      `${name} is thinking: ${tokens(count)}.`,
    answer: ({ name, tokens: count }: { readonly name: string; readonly tokens: number }) =>
      `${name} is answering: ${tokens(count)}.`,
    ended: ({ name, tokens: count }: { readonly name: string; readonly tokens: number }) =>
      `${name} came to its end after ${tokens(count)}.`,
  },
  outcome: {
    chose: (answer: string, by: ChoiceRule, contest: Contest | null) => chose(data(answer), by, contest),
    right: 'That is right.',
    wrong: (reason: string) => `That is wrong. ${reason}`,
    ungraded: 'Nobody can say whether that is right: no reference answer is known.',
    noAnswer: (why: string) => `There is no answer: ${why}.`,
    noAnswerAtAll: 'There is no answer.',
    cancelled: (ends: number) =>
      ends === 0
        ? 'It was stopped before anything was finished. What was written until then is kept.'
        : `It was stopped after ${plural(ends, { one: '# finished trace', other: '# finished traces' })}. They are kept.`,
    failed: 'It broke off. What was written until then is kept.',
    noSolution: 'It could not have been right: this game has no solution.',
  },
  findings: {
    'found-not-chosen': foundNotChosen,
    'none-right': ({ of }) =>
      of === 2
        ? 'Neither of the two finished traces is right.'
        : `None of the ${number(of)} finished traces is right.`,
    'others-wrong': ({ wrong, of }) =>
      `${number(wrong)} of ${number(of)} finished traces ${wrong === 1 ? 'is' : 'are'} wrong, and that did not matter.`,
    'all-same': ({ of }) => `All ${number(of)} came to the same answer.`,
    fooled: (finding) =>
      finding.judged === 'step'
        ? `The verifier was fooled: it gave ${decimal(finding.score)} to ${slip(finding)}.`
        : `The verifier was fooled: it gave ${decimal(finding.score)} to a trace that says ${slip(finding)}.`,
    'first-false': (finding) =>
      finding.despite
        ? `Right all the same, though one step is ${falseReason(finding.fault) === 'not-there' ? 'not allowed' : 'false'}: ${slip(finding)}.`
        : `${finding.label ? `${say(labels.kinds, finding.label)} went wrong here` : 'Here it went wrong'}: ${slip(finding)}.`,
    'all-true': () => 'Every step of it is true; they only lead elsewhere.',
    slip: (finding) => `${say(labels.kinds, finding.label)} slipped here: ${slip(finding)}.`,
    cut: ({ count, of, cut }) =>
      `${number(count)} of ${number(of)} traces ${count === 1 ? 'was' : 'were'} cut off at ${tokens(cut.tokens)} and so gave no answer.`,
    'budget-out': ({ budget }) => `The budget of ${tokens(budget)} ran out.`,
    waits: waitsSaid,
    'own-waits': ({ count }) => `It said ${waits(count)} of its own and thought again.`,
    search: ({ nodes, ends, right }) =>
      `The search tried ${plural(nodes, { one: '# step', other: '# steps' })} and finished ${plural(ends, { one: '# path', other: '# paths' })}${right === null || ends === 0 ? '' : `, ${right === 0 ? 'none' : number(right)} of them right`}.`,
    simulations: ({ run, again }) =>
      `It ran ${plural(run, { one: '# simulation', other: '# simulations' })}; ${number(again)} ended where another had been before.`,
    answers: ({ count, votes: cast }) =>
      count === 1
        ? `All ${votes(cast)} went to one answer.`
        : `The ${votes(cast)} went to ${number(count)} different answers.`,
    scores: ({ lowest, highest, of }) =>
      `The verifier’s scores of ${number(of)} traces run from ${decimal(lowest)} to ${decimal(highest)}.`,
    'stopped-early': ({ traces, limit }) =>
      `It stopped after ${number(traces)} of ${number(limit)} traces, and saved the rest.`,
    'never-settled': ({ limit }) =>
      `The vote was never settled early: all ${number(limit)} traces were drawn.`,
    difficulty: ({ looks, plan, agreement, mean }) => {
      const signs = `${percent(agreement)} of the first traces agreed${mean === null ? '' : ` and the verifier gave them ${decimal(mean)} on average`}`;
      return looks === plan
        ? `The problem looked ${difficulties[looks]}: ${signs}, so ${plans[plan]}.`
        : `The problem looked ${difficulties[looks]}: ${signs}. This verifier cannot judge steps, so ${plans[plan]}.`;
    },
    refused: ({ refused, kept }) =>
      refused === 0
        ? plural(kept, {
            one: 'The verifier passed the only step.',
            other: 'The verifier passed all # steps.',
          })
        : `The verifier refused ${plural(refused, { one: '# step', other: '# steps' })} and passed ${number(kept)}.`,
    revised: ({ attempts, mended, spoilt }) =>
      mended + spoilt === 0
        ? `Of ${number(attempts)} attempts, none turned a wrong answer right or a right one wrong.`
        : `Of ${number(attempts)} attempts, trying again mended ${number(mended)} and spoilt ${number(spoilt)}.`,
    examples: ({ shown }) =>
      `It had ${plural(shown, { one: '# worked example', other: '# worked examples' })} before it.`,
    'no-thinking': ({ tokens: count }) => `It spent ${tokens(count)} in all, none of them on thinking.`,
    thought: ({ tokens: count }) => `It thought for ${tokens(count)}.`,
    'least-sure': ({ text, probability, instead }) =>
      `It was least sure of ${data(text)} (${amounts.likely(probability)})${instead ? `; ${data(instead.text)} had ${amounts.likely(instead.probability)}` : ''}.`,
  } satisfies Sayings<Finding>,
});
