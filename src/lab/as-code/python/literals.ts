/** Values as Python writes them: whatever a text holds, it stays inside of its quotes, and the program is plain ASCII. */

/** A Python string literal of the text. Half a surrogate pair, which no file in UTF-8 can hold, becomes the replacement character. */
export function pythonText(text: string): string {
  const inside = [...text].map(escaped).join('');
  return `"${inside}"`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0xfffd;
  if (character === '\\' || character === '"') return `\\${character}`;
  if (character === '\n') return '\\n';
  if (code >= 0x20 && code < 0x7f) return character;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** A long text in lines of its own, as Python joins what stands side by side in brackets. */
export function pythonLines(text: string): string {
  const lines = text.split(/(?<=\n)/);
  return lines.length < 2
    ? pythonText(text)
    : `(\n${lines.map((line) => `    ${pythonText(line)}\n`).join('')})`;
}

/** A number that is finite, as all of an experiment's are. */
export const pythonNumber = (value: number): string => String(value);

export function pythonDict(entries: Readonly<Record<string, number>>): string {
  return `{${Object.entries(entries)
    .map(([key, value]) => `${pythonText(key)}: ${pythonNumber(value)}`)
    .join(', ')}}`;
}
