/** How the tagged parts of sentences are drawn: bold, quoted, code, and numbers that change. */
export const inline = {
  b: (inner: string) => <strong>{inner}</strong>,
  q: (inner: string) => <q>{inner}</q>,
  c: (inner: string) => (
    <span className="mono" translate="no">
      {inner}
    </span>
  ),
  m: (inner: string) => <span className="mono">{inner}</span>,
} as const;
