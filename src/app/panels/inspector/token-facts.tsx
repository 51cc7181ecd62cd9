import type { LoggedToken } from '#run/events.ts';
import { percent, probability, surprisalBits } from '#views/probability.ts';
import { visibleText } from '#views/token-stream/token-label.ts';
import { Icon } from '#app/ui/icon.tsx';

const roles = {
  prompt: 'part of the question',
  thought: 'thinking',
  answer: 'answer',
  control: 'control token: it ends or begins a part',
  wait: '"Wait": think again',
} as const;

/** How likely a token was and what else might have stood there. */
export function TokenFacts({ token, most }: { readonly token: LoggedToken; readonly most: number }) {
  const alternatives = token.alternatives.slice(0, most);
  return (
    <div className="facts">
      <p className="facts-head">
        <span className="facts-token mono">{visibleText(token.text)}</span>
        <span className="quiet">{roles[token.role]}</span>
      </p>
      {token.forced && (
        <p className="chip chip-forced">
          <Icon name="warning" size={13} />
          forced by the strategy
        </p>
      )}
      {token.logprob === null ? (
        <p className="quiet">It was given, not drawn, so it has no probability.</p>
      ) : (
        <dl className="facts-numbers">
          <div>
            <dt>probability</dt>
            <dd className="mono">{percent(probability(token.logprob))}</dd>
          </div>
          <div>
            <dt>surprisal</dt>
            <dd className="mono">{surprisalBits(token.logprob).toFixed(2)} bits</dd>
          </div>
        </dl>
      )}
      {alternatives.length > 0 && (
        <ol className="alternatives" aria-label="Likeliest tokens here">
          {alternatives.map((other) => {
            const p = probability(other.logprob);
            return (
              <li key={other.id} className="alternative" data-chosen={other.id === token.id ? '' : undefined}>
                <span className="alternative-text mono">{visibleText(other.text)}</span>
                <span className="alternative-bar">
                  <span
                    style={{ width: `${Math.max(0.5, p * 100)}%` }}
                    data-class={Math.min(4, Math.floor(p * 5))}
                  />
                </span>
                <span className="alternative-share mono">{percent(p)}</span>
                {other.id === token.id && <span className="hidden-visually"> (chosen)</span>}
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
