import type { Words } from '../rooms.ts';
import { gameFaultsText } from './game-faults.ts';

export const faults: Words['faults'] = {
  'no-answer': () => '沒有答案',
  'claim-divides-by-zero': ({ claim }) => `${claim} 除以了零`,
  'false-equality': ({ claim, value, said }) => `${claim} 是 ${value}，而不是 ${said}`,
  'no-equation': ({ claim }) => `「${claim}」不是等式`,
  'no-step': ({ claim }) => `「${claim}」不是一個步驟`,
  'not-in-problem': ({ claim }) => `「${claim}」不在題目裡`,
  'number-not-left': (fault) => `${fault.number} 不在剩下的數裡`,
  'other-numbers-left': ({ left, said }) => `剩下的數是 ${left}，而不是 ${said}`,
  'answer-no-number': () => '答案不是數',
  'answer-no-expression': () => '答案不是運算式',
  'answer-wrong': (fault) => `答案${gameFaultsText(fault.faults)}`,
  'answer-from-nothing': () => '寫下的內容沒有一處通向這個答案',
  'answer-not-as-worked': ({ answer, worked, by }) =>
    by === 'sums'
      ? `答案是 ${answer}，而它的算式得到 ${worked}`
      : `答案是 ${answer}，而它的步驟得到 ${worked}`,
  'not-needed': ({ subject }) => `不需要知道 ${subject}`,
  'no-whole-number': ({ claim }) => `${claim} 不是整數`,
  'not-as-before': ({ before, result }) => `寫了「ok」，但之前寫的是 ${before}，而不是 ${result}`,
  given: ({ subject, value }) => `題目已經說了 ${subject} 是 ${value}：沒有什麼要算的`,
  'not-known-yet': ({ subject }) => `${subject} 還沒有全部算出來`,
  'other-fact': ({ subject, fact, said }) => `${subject} 是 ${fact}，而不是 ${said}`,
  stranger: ({ name }) => `沒有人提到 ${name}`,
  'answer-misfit': ({ who }) => `${who} 說的話與答案不符`,
  'after-clash': () => '出現矛盾之後推不出任何東西',
  'verdict-of-nothing': ({ verdict }) => `說了「${verdict}」，卻沒有對應的陳述`,
  'never-said': ({ quote }) => `沒有人說過「${quote}」`,
  'status-otherwise': ({ name, status }) => `在這次嘗試裡 ${name} 是 ${status}`,
  'status-unshown': ({ name, status }) => `沒有任何東西表明 ${name} 是 ${status}`,
  'can-still-fit': ({ who }) => `${who} 說的話還可能成立`,
  misfit: ({ who }) => `${who} 說的話不成立`,
  'not-sure-to-fit': ({ who }) => `${who} 說的話還不能確定成立`,
  'decides-something': ({ who }) => `${who} 說的話確實能決定一些事`,
  'nothing-known': ({ name }) => `對 ${name} 還一無所知`,
  'as-saved': ({ text }) => text,
};
