import type { Words } from '../rooms.ts';
import { gameFaultsText } from './game-faults.ts';

export const faults: Words['faults'] = {
  'no-answer': () => '没有答案',
  'claim-divides-by-zero': ({ claim }) => `${claim} 除以了零`,
  'false-equality': ({ claim, value, said }) => `${claim} 是 ${value}，而不是 ${said}`,
  'no-equation': ({ claim }) => `“${claim}”不是等式`,
  'no-step': ({ claim }) => `“${claim}”不是一个步骤`,
  'not-in-problem': ({ claim }) => `“${claim}”不在题目里`,
  'number-not-left': (fault) => `${fault.number} 不在剩下的数里`,
  'other-numbers-left': ({ left, said }) => `剩下的数是 ${left}，而不是 ${said}`,
  'answer-no-number': () => '答案不是数',
  'answer-no-expression': () => '答案不是表达式',
  'answer-wrong': (fault) => `答案${gameFaultsText(fault.faults)}`,
  'answer-from-nothing': () => '写下的内容没有一处通向这个答案',
  'answer-not-as-worked': ({ answer, worked, by }) =>
    by === 'sums'
      ? `答案是 ${answer}，而它的算式得到 ${worked}`
      : `答案是 ${answer}，而它的步骤得到 ${worked}`,
  'not-needed': ({ subject }) => `不需要知道 ${subject}`,
  'no-whole-number': ({ claim }) => `${claim} 不是整数`,
  'not-as-before': ({ before, result }) => `写了“ok”，但之前写的是 ${before}，而不是 ${result}`,
  given: ({ subject, value }) => `题目已经说了 ${subject} 是 ${value}：没有什么要算的`,
  'not-known-yet': ({ subject }) => `${subject} 还没有全部算出来`,
  'other-fact': ({ subject, fact, said }) => `${subject} 是 ${fact}，而不是 ${said}`,
  stranger: ({ name }) => `没有人提到 ${name}`,
  'answer-misfit': ({ who }) => `${who} 说的话与答案不符`,
  'after-clash': () => '出现矛盾之后推不出任何东西',
  'verdict-of-nothing': ({ verdict }) => `说了“${verdict}”，却没有对应的陈述`,
  'never-said': ({ quote }) => `没有人说过“${quote}”`,
  'status-otherwise': ({ name, status }) => `在这次尝试里 ${name} 是 ${status}`,
  'status-unshown': ({ name, status }) => `没有任何东西表明 ${name} 是 ${status}`,
  'can-still-fit': ({ who }) => `${who} 说的话还可能成立`,
  misfit: ({ who }) => `${who} 说的话不成立`,
  'not-sure-to-fit': ({ who }) => `${who} 说的话还不能确定成立`,
  'decides-something': ({ who }) => `${who} 说的话确实能决定一些事`,
  'nothing-known': ({ name }) => `对 ${name} 还一无所知`,
  'as-saved': ({ text }) => text,
};
