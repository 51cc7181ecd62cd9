import { hostOf, serverModelOf } from '#policy/remote/server-model.ts';
import { models } from '#words/en/models.ts';
import { serverList } from '#words/en/server-list.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { useAgree, useAgreed } from '../models/use-agree.ts';
import styles from './setup.module.css';

/** Whether the server of the chosen model may be asked, in a line. */
export function ServerState({ model }: { readonly model: string }) {
  const { address } = serverModelOf(model) ?? { address: '' };
  const agreed = useAgreed(address);
  const { agree, asking, failure } = useAgree(address);
  if (agreed === null) return null;
  if (agreed) return <p className={styles.note}>{serverList.wanted.goesThere(hostOf(address))}</p>;
  return (
    <>
      <p className={classes(styles.note, 'knob-blocked')}>
        <Icon name="warning" size={12} />
        {models.notAgreed(hostOf(address))}
      </p>
      <button type="button" className="button button-small" disabled={asking} onClick={() => void agree()}>
        {asking ? serverList.adding : serverList.wanted.agree}
      </button>
      {failure && (
        <p className={classes(styles.note, 'knob-blocked')} role="alert">
          <Icon name="warning" size={12} />
          <FailureText failure={failure} />
        </p>
      )}
    </>
  );
}
