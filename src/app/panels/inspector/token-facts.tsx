import type { LoggedToken } from '#run/events.ts';
import { probability, surprisalBits } from '#views/probability.ts';
import { visibleText } from '#views/token-stream/token-label.ts';
import { inspector } from '#words/en/inspector.ts';
import { tokens } from '#words/en/tokens.ts';
import { GlossaryWord } from '#app/ui/glossary-word.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import facts from './facts.module.css';
import styles from './token-facts.module.css';

/** How likely a token was and what else might have stood there. */
export function TokenFacts({
  token,
  most,
  explained = false,
}: {
  readonly token: LoggedToken;
  readonly most: number;
  /** What the numbers mean is behind their names. Not in what floats beside the pointer, where nothing can be pressed. */
  readonly explained?: boolean;
}) {
  const alternatives = token.alternatives.slice(0, most);
  return (
    <div className={styles.root}>
      <p className={styles.head}>
        <span className={classes(styles.token, 'mono')} translate="no">
          {visibleText(token.text)}
        </span>
        <span className="quiet">{inspector.token.roles[token.role]}</span>
      </p>
      {token.forced && (
        <p className="chip chip-forced">
          <Icon name="warning" size={13} />
          {inspector.token.forced}
        </p>
      )}
      {token.logprob === null ? (
        <p className="quiet">{inspector.token.given}</p>
      ) : (
        <dl className={facts.numbers}>
          <div>
            <dt>
              {explained ? (
                <GlossaryWord term="probability">{inspector.token.probability}</GlossaryWord>
              ) : (
                inspector.token.probability
              )}
            </dt>
            <dd className="mono">{tokens.probability(probability(token.logprob))}</dd>
          </div>
          <div>
            <dt>
              {explained ? (
                <GlossaryWord term="surprisal">{inspector.token.surprisal}</GlossaryWord>
              ) : (
                inspector.token.surprisal
              )}
            </dt>
            <dd className="mono">{inspector.token.bits(surprisalBits(token.logprob))}</dd>
          </div>
        </dl>
      )}
      {alternatives.length > 0 && (
        <ol className={styles.alternatives} aria-label={inspector.token.alternatives}>
          {alternatives.map((other) => {
            const p = probability(other.logprob);
            return (
              <li
                key={other.id}
                className={styles.alternative}
                data-chosen={other.id === token.id ? '' : undefined}
              >
                <span className={classes(styles.text, 'mono')} translate="no">
                  {visibleText(other.text)}
                </span>
                <span className={styles.bar}>
                  <span style={{ width: `${Math.max(0.5, p * 100)}%` }} />
                </span>
                <span className={classes(styles.share, 'mono')}>{tokens.probability(p)}</span>
                {other.id === token.id && <span className="hidden-visually"> {inspector.token.chosen}</span>}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
