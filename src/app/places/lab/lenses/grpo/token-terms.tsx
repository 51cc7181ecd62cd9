import { useStore } from 'zustand';
import { segmentsOf } from '#run/trace-text.ts';
import type { LoggedToken } from '#run/events.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { visibleText } from '#views/token-stream/token-label.ts';
import { grpo } from '#words/en/grpo.ts';
import styles from './token-terms.module.css';
import type { GrpoControl } from './lens-control.ts';
import { lookedAt, policyRoles } from './lens-state.ts';
import type { MeasuredGroup } from './measured-group.ts';

/** The token that is looked at: in its trace, under the three policies, and what it adds to the objective. */
export function TokenTerms({
  control,
  measured,
}: {
  readonly control: GrpoControl;
  readonly measured: MeasuredGroup;
}) {
  const state = useStore(control.store);
  const looked = lookedAt(state);
  if (!looked) return null;
  const { trace, token, of } = looked;
  const last = (state.group?.traces.length ?? 1) - 1;
  const term = measured.objective?.terms[trace]?.[token];
  return (
    <section className={styles.root} aria-labelledby="grpo-token">
      <div className={styles.head}>
        <h3 className={styles.title} id="grpo-token">
          {grpo.token.title(token + 1, of.tokens.length, trace + 1)}{' '}
          <span className={classes('mono', styles.text)} translate="no">
            {visibleText(of.tokens[token]?.text ?? '')}
          </span>
        </h3>
        <span className={styles.movers}>
          <Mover
            label={grpo.token.traceUp}
            icon="back"
            turned
            disabled={trace === 0}
            onMove={() => control.look(trace - 1, token)}
          />
          <Mover
            label={grpo.token.traceDown}
            icon="back"
            turned="down"
            disabled={trace === last}
            onMove={() => control.look(trace + 1, token)}
          />
          <Mover
            label={grpo.token.previous}
            icon="stepBack"
            disabled={token === 0}
            onMove={() => control.look(trace, token - 1)}
          />
          <Mover
            label={grpo.token.next}
            icon="stepOn"
            disabled={token === of.tokens.length - 1}
            onMove={() => control.look(trace, token + 1)}
          />
        </span>
      </div>
      <TraceLine tokens={of.tokens} chosen={token} />
      {measured.logs && term && (
        <div className={styles.tables}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{grpo.token.policy}</th>
                <th scope="col" className={styles.number}>
                  {grpo.token.log}
                </th>
                <th scope="col" className={styles.number}>
                  {grpo.token.chance}
                </th>
              </tr>
            </thead>
            <tbody>
              {policyRoles.map((role) => {
                const policy = role === 'old' && state.group ? state.group.policy : state.policies[role];
                const log = measured.logs?.[role][trace]?.[token] ?? NaN;
                return (
                  <tr key={role}>
                    <th scope="row">
                      {grpo.policies.short[role]}{' '}
                      <span className="quiet" translate="no">
                        {spokenName(policy.model)}, T {grpo.plain(policy.temperature, 1)}
                      </span>
                    </th>
                    <td className={styles.number}>{grpo.plain(log, 3)}</td>
                    <td className={styles.number}>{grpo.token.chanceOf(log)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <dl className={styles.terms}>
            <Term
              name={grpo.token.ratio}
              value={grpo.plain(term.ratio, 3)}
              note={term.clipped ? grpo.token.isClipped : grpo.token.notClipped}
            />
            <Term name={grpo.token.gain} value={grpo.signed(term.gain, 3)} />
            <Term name={grpo.token.kl} value={grpo.plain(term.kl, 4)} />
            <Term name={grpo.token.term} value={grpo.signed(term.term, 3)} />
            <Term
              name={grpo.token.push}
              value={grpo.signed(term.push, 3)}
              {...(term.clipped && term.push !== 0 && { note: grpo.token.klPushes })}
            />
          </dl>
        </div>
      )}
    </section>
  );
}

/** The trace as it is read; the digits of one number stand together, so the number is marked as a whole. */
function TraceLine({ tokens, chosen }: { readonly tokens: readonly LoggedToken[]; readonly chosen: number }) {
  return (
    <p className={classes('mono', styles.trace)} translate="no">
      {segmentsOf(tokens).map(({ text, spaced, pieces }, at) => (
        <span key={at}>
          {spaced && ' '}
          {pieces.some(({ index }) => index === chosen) ? (
            <mark className={styles.marked}>{text}</mark>
          ) : (
            text
          )}
        </span>
      ))}
    </p>
  );
}

function Term({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}) {
  return (
    <div className={styles.term}>
      <dt>{name}</dt>
      <dd className="mono" translate="no">
        {value}
      </dd>
      {note && <dd className="quiet">{note}</dd>}
    </div>
  );
}

function Mover({
  label,
  icon,
  turned,
  disabled,
  onMove,
}: {
  readonly label: string;
  readonly icon: 'stepBack' | 'stepOn' | 'back';
  /** An arrow that points up or down. */
  readonly turned?: 'down' | true;
  readonly disabled: boolean;
  readonly onMove: () => void;
}) {
  return (
    <button
      type="button"
      className={classes('button button-icon button-small', styles.mover)}
      data-turned={turned === undefined ? undefined : turned === 'down' ? 'down' : 'up'}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onMove}
    >
      <Icon name={icon} size={13} />
    </button>
  );
}
