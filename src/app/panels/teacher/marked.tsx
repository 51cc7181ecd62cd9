import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import styles from './teacher.module.css';

const parts = { data: (inner: string) => <Data text={inner} /> };

/** So short that it fits a line of the narrowest column, where a formula is read in one go. */
const short = 22;

function Data({ text }: { readonly text: string }) {
  return (
    <strong className={classes('mono', text.length <= short && styles.whole)} translate="no">
      {text}
    </strong>
  );
}

/** A sentence in which what was written is told apart from what is said of it. */
export function Marked({ text }: { readonly text: string }) {
  return <Rich text={text} parts={parts} />;
}
