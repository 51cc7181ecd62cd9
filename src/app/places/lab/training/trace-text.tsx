import { classes } from '#views/classes.ts';
import styles from './trace-text.module.css';

/** A trace as it was written: the thought quieter than the answer, `Wait` in its own colour. */
export function TraceText({ text, oneLine = false }: { readonly text: string; readonly oneLine?: boolean }) {
  const [thought = '', ...rest] = text.replace(/^\s*<think>|<(?:eos|none)>\s*$/g, '').split('</think>');
  const answer = rest.join(' ').trim();
  const parts = thought.trim().split(/(\bWait\b)/);
  return (
    <span className={classes(styles.trace, oneLine && styles.line)} translate="no">
      <span className={styles.thought}>
        {parts.map((part, at) =>
          at % 2 === 1 ? (
            <b key={at} className={styles.wait}>
              {part}
            </b>
          ) : (
            part
          ),
        )}
        {rest.length > 0 && <span className={styles.close}>{' </think> '}</span>}
      </span>
      <span className={styles.answer}>{answer}</span>
    </span>
  );
}

/** Whether anything was thought before the answer. */
export const hasThought = (text: string): boolean =>
  (text.replace(/^\s*<think>/, '').split('</think>')[0] ?? '').trim() !== '';
