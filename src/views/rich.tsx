import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

/**
 * A sentence with parts that are drawn otherwise, marked in it as `<name>part</name>`: so a sentence stays whole in every
 * language. A part is drawn as the element given for it, with the part's text inside of it; `<name></name>` stands for an
 * element that has its own. A part without a drawing is shown as text.
 */
export function Rich({
  text,
  parts,
}: {
  readonly text: string;
  readonly parts: Readonly<Record<string, ReactElement | ((inner: string) => ReactNode)>>;
}) {
  const pieces = text.split(/(<(\w+)>.*?<\/\2>)/s);
  return (
    <>
      {pieces.map((piece, at) => {
        // Split hands out each whole match and then its name.
        if (at % 3 === 2) return null;
        const found = at % 3 === 1 ? /^<(\w+)>(.*)<\/\1>$/s.exec(piece) : null;
        const [, name = '', inner = ''] = found ?? [];
        return <Fragment key={at}>{found ? drawn(parts[name], inner) : piece}</Fragment>;
      })}
    </>
  );
}

function drawn(part: ReactElement | ((inner: string) => ReactNode) | undefined, inner: string): ReactNode {
  if (typeof part === 'function') return part(inner);
  if (!isValidElement(part)) return inner;
  return inner === '' ? part : cloneElement(part, undefined, inner);
}
