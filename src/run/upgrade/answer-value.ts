import type { AnswerValue } from '../facts/answer-value.ts';

const plainSigns: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' };

/** The value of an answer of version 1, from its key; games were all of one family. */
export function valueOfAnswer(key: string, display: string, family: unknown): AnswerValue {
  if (/^-?\d+(?:\/\d+)?$/.test(key)) return { kind: 'number', number: key };
  if (key.startsWith('names: '))
    return { kind: 'names', names: key.slice('names: '.length).split(' ').filter(Boolean) };
  if (family === 'countdown')
    return {
      kind: 'expression',
      expression: display.replace(/[−×÷]/g, (sign) => plainSigns[sign] ?? sign),
    };
  return { kind: 'text', text: display };
}
