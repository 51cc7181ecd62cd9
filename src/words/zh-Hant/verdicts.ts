import type { Words } from '../rooms.ts';
import { list } from './format.ts';
import { gameFaultsText } from './game-faults.ts';

const people = (names: readonly string[]) => (names.length === 0 ? '沒有人' : list(names));

export const verdicts: Words['verdicts'] = {
  grades: {
    'makes-target': ({ target }) => `它得到 ${target}，每個數正好用一次。`,
    faults: ({ faults }) => `它${gameFaultsText(faults)}。`,
    'no-expression': () => '它不是運算式。',
    'exact-result': () => '它是精確的結果。',
    'other-number': ({ right }) => `它不是 ${right}。`,
    'no-number': () => '它不是一個數。',
    'all-fits': () => '它符合題目說的一切。',
    'other-names': ({ right }) => `它不是${people(right)}。`,
    'no-names': () => '它不是一串名字。',
    'same-value': ({ both }) => `它就是參考答案：兩者都是 ${both}。`,
    'same-in-another-unit': ({ unit, reference }) =>
      `它就是參考答案，只是單位不同：${unit} 對應 ${reference}。`,
    'same-as-share': ({ percent, share }) => `它就是參考答案：${percent}% 就是 ${share}。`,
    'same-as-percentage': ({ percent }) => `它就是參考答案，寫成百分數：兩者都是 ${percent}%。`,
    'same-digits-and-base': () => '它就是參考答案：進位制相同，數字也相同。',
    'same-digits': () => '它就是參考答案：數字相同，進位制由其中一個寫明。',
    'same-ratio': () => '它就是參考答案：一個寫成比，一個寫成商。',
    'same-equation': () => '它就是參考答案：同一個方程式。',
    'same-coordinates': () => '它就是參考答案：座標相同。',
    'same-choice': ({ letter }) => `它就是參考答案，選項 ${letter}。`,
    'same-left-side': ({ left }) => `它就是 ${left} 的參考答案。`,
    'same-remainder': ({ remainder }) => `它就是參考答案：餘數是 ${remainder}。`,
    'same-with-unit': () => '它就是參考答案，帶上了單位。',
    'same-time': () => '它就是參考答案，同一時間。',
    'not-the-reference': ({ reference, apart }) =>
      apart
        ? `它不是參考答案 ${reference}：當 ${apart.at.map(({ name, value }) => `${name} = ${value}`).join('，')} 時它是 ${apart.given}，而不是 ${apart.reference}。`
        : `它不是參考答案 ${reference}。`,
    'other-unit': ({ unit, reference }) => `它的單位是 ${unit}，而參考答案的單位是 ${reference}。`,
    'other-name': ({ name, reference }) => `它說的是 ${name} 是什麼，而參考答案說的是 ${reference} 是什麼。`,
    'no-reference': () => '沒有給出參考答案。',
    logged: () => '日誌中如此記載。',
    'as-saved': ({ text }) => `儲存的執行裡寫著：${text}。`,
  },
};
