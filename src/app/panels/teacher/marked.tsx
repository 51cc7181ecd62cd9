import { Rich } from '#views/rich.tsx';

const parts = { data: (inner: string) => <Data text={inner} /> };

function Data({ text }: { readonly text: string }) {
  return (
    <strong className="mono" translate="no">
      {text}
    </strong>
  );
}

/** A sentence in which what was written is told apart from what is said of it. */
export function Marked({ text }: { readonly text: string }) {
  return <Rich text={text} parts={parts} />;
}
