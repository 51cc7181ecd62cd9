import type { Words } from '../rooms.ts';
import { list } from './format.ts';
import { gameFaultsText } from './game-faults.ts';

const people = (names: readonly string[]) => (names.length === 0 ? '没有人' : list(names));

export const verdicts: Words['verdicts'] = {
  grades: {
    'makes-target': ({ target }) => `它得到 ${target}，每个数正好用一次。`,
    faults: ({ faults }) => `它${gameFaultsText(faults)}。`,
    'no-expression': () => '它不是表达式。',
    'exact-result': () => '它是精确的结果。',
    'other-number': ({ right }) => `它不是 ${right}。`,
    'no-number': () => '它不是一个数。',
    'all-fits': () => '它符合题目说的一切。',
    'other-names': ({ right }) => `它不是${people(right)}。`,
    'no-names': () => '它不是一串名字。',
    'same-value': ({ both }) => `它就是参考答案：两者都是 ${both}。`,
    'same-in-another-unit': ({ unit, reference }) =>
      `它就是参考答案，只是单位不同：${unit} 对应 ${reference}。`,
    'same-as-share': ({ percent, share }) => `它就是参考答案：${percent}% 就是 ${share}。`,
    'same-as-percentage': ({ percent }) => `它就是参考答案，写成百分数：两者都是 ${percent}%。`,
    'same-digits-and-base': () => '它就是参考答案：进制相同，数字也相同。',
    'same-digits': () => '它就是参考答案：数字相同，进制由其中一个写明。',
    'same-ratio': () => '它就是参考答案：一个写成比，一个写成商。',
    'same-equation': () => '它就是参考答案：同一个方程。',
    'same-coordinates': () => '它就是参考答案：坐标相同。',
    'same-choice': ({ letter }) => `它就是参考答案，选项 ${letter}。`,
    'same-left-side': ({ left }) => `它就是 ${left} 的参考答案。`,
    'same-remainder': ({ remainder }) => `它就是参考答案：余数是 ${remainder}。`,
    'same-with-unit': () => '它就是参考答案，带上了单位。',
    'same-time': () => '它就是参考答案，同一时间。',
    'not-the-reference': ({ reference, apart }) =>
      apart
        ? `它不是参考答案 ${reference}：当 ${apart.at.map(({ name, value }) => `${name} = ${value}`).join('，')} 时它是 ${apart.given}，而不是 ${apart.reference}。`
        : `它不是参考答案 ${reference}。`,
    'other-unit': ({ unit, reference }) => `它的单位是 ${unit}，而参考答案的单位是 ${reference}。`,
    'other-name': ({ name, reference }) => `它说的是 ${name} 是什么，而参考答案说的是 ${reference} 是什么。`,
    'no-reference': () => '没有给出参考答案。',
    logged: () => '日志中如此记载。',
    'as-saved': ({ text }) => `保存的运行里写着：${text}。`,
  },
};
