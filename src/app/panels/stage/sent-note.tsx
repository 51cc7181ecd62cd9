import { hostOf, serverModelOf } from '#policy/remote/server-model.ts';
import { amounts } from '#words/en/amounts.ts';
import { serverList } from '#words/en/server-list.ts';
import { useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './run-heading.module.css';

/** What of the run went to a server until the step that is shown, and what that cost: tokens as the server counts them. */
export function SentNote() {
  const usage = useApp(({ view }) => view.usage);
  const model = useApp(({ view }) => view.experiment?.model ?? '');
  if (!usage.server) return null;
  const { retries, estimatedTokens } = usage.server;
  const { address } = serverModelOf(model) ?? { address: '' };
  return (
    <p className={classes(styles.start, 'quiet')} data-part="sent">
      {serverList.sent({ host: hostOf(address), requests: usage.forwards, retries })}
      {amounts.between}
      {serverList.counted({
        read: usage.prefilledTokens + usage.cachedTokens,
        cached: usage.cachedTokens,
        written: usage.decodedTokens,
      })}
      {estimatedTokens > 0 && `${amounts.between}${serverList.estimated(estimatedTokens)}`}
    </p>
  );
}
