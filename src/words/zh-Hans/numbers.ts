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
      return `缺少数字：请写${rangeText(fault.range)}。`;
    case 'out-of-range':
      return `“${fault.typed}”超出范围：请写${rangeText(fault.range)}。`;
    case 'no-number':
      return `“${fault.typed}”不是数字：请用阿拉伯数字写，例如 ${fault.example}。`;
    case 'odd-thousands':
      return `“${fault.typed}”不是数字：千位分隔要三位一组。`;
    case 'fraction':
      return `“${fault.typed}”不是整数：请不要写小数。`;
    case 'full-stop':
      return `“${fault.typed}”可能是 ${fault.readings.join(' 或 ')}：请去掉句点。`;
    case 'comma':
      return `“${fault.typed}”可能是 ${fault.readings.join(' 或 ')}：请写小数点，或去掉逗号。`;
  }
}

function rangeText({ min, max, whole }: NumberRange): string {
  return ` ${number(min, 4)} 到 ${number(max, 4)} 之间的${whole ? '整数' : '数'}`;
}
