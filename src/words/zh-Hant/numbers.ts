import type { NumberFault, NumberRange } from '#experiment/typed-number.ts';
import type { Words } from '../rooms.ts';
import { number } from './format.ts';

export const numbers: Words['numbers'] = {
  fault: faultText,
  faultOf: (name, fault) => `${name}：${faultText(fault)}`,
};

function faultText(fault: NumberFault): string {
  switch (fault.why) {
    case 'missing':
      return `缺少數字：請寫${rangeText(fault.range)}。`;
    case 'out-of-range':
      return `「${fault.typed}」超出範圍：請寫${rangeText(fault.range)}。`;
    case 'no-number':
      return `「${fault.typed}」不是數字：請用阿拉伯數字寫，例如 ${fault.example}。`;
    case 'odd-thousands':
      return `「${fault.typed}」不是數字：千位分隔要三位一組。`;
    case 'fraction':
      return `「${fault.typed}」不是整數：請不要寫小數。`;
    case 'full-stop':
      return `「${fault.typed}」可能是 ${fault.readings.join(' 或 ')}：請去掉句點。`;
    case 'comma':
      return `「${fault.typed}」可能是 ${fault.readings.join(' 或 ')}：請寫小數點，或去掉逗號。`;
  }
}

function rangeText({ min, max, whole }: NumberRange): string {
  return ` ${number(min, 4)} 到 ${number(max, 4)} 之間的${whole ? '整數' : '數'}`;
}
