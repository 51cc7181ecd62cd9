import { hostOf, serverModelOf } from '#policy/remote/server-model.ts';
import { modelsFor } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { serverList } from '#words/en/server-list.ts';
import { modelWanted } from '#words/en/model-wanted.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { experimentLine } from '../experiment-line.ts';
import { useAgree, useAgreed } from '../models/use-agree.ts';
import styles from './empty-stage.module.css';

/** What is set up, by a link say, asks a model on a server: which one, and what goes there. One that nobody agreed to is asked nothing before. */
export function ServerWanted({ model }: { readonly model: string }) {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const link = useApp((state) => state.draftFrom === 'link');
  const blocked = useApp((state) => app.setup.blocked(state));
  const { address } = serverModelOf(model) ?? { address: '' };
  const agreed = useAgreed(address);
  const { agree, asking, failure } = useAgree(address);
  const [embedded] = modelsFor(draft.problem.family);

  async function agreeAndRun() {
    if ((await agree()) && app.store.getState().draft.model === model) app.runs.start();
  }

  return (
    <>
      <p className={styles.sentence}>
        {link ? serverList.wanted.link(spokenName(model)) : serverList.wanted.person(spokenName(model))}
      </p>
      <p className={classes('mono', styles.address)} translate="no">
        {address}
      </p>
      <p className={classes(styles.line, 'quiet')}>{experimentLine(draft)}</p>
      {agreed !== null && (
        <p className={classes('quiet', styles.note)}>
          {agreed ? (blocked ?? serverList.wanted.goesThere(hostOf(address))) : serverList.wanted.nothingSent}
        </p>
      )}
      <div role="alert">
        {failure && (
          <p className={styles.note}>
            <Icon name="warning" size={13} />
            <FailureText failure={failure} />
          </p>
        )}
      </div>
      {agreed !== null && (
        <div className={classes('row', styles.ways)}>
          {agreed ? (
            <button
              type="button"
              className="button button-primary button-large"
              onClick={app.runs.start}
              disabled={blocked !== null}
            >
              <Icon name="play" />
              {serverList.wanted.run}
            </button>
          ) : (
            <button
              type="button"
              className="button button-primary button-large"
              onClick={() => void agreeAndRun()}
              disabled={asking}
            >
              <Icon name="play" />
              {asking ? serverList.adding : serverList.wanted.agreeAndRun}
            </button>
          )}
          {!agreed && (
            <button type="button" className="button" onClick={() => app.view.openDialog('models')}>
              {serverList.wanted.withKey}
            </button>
          )}
          {embedded && (
            <button type="button" className="button" onClick={() => app.setup.setModel(embedded.id)}>
              {modelWanted.switchInstead(spokenName(embedded.id))}
            </button>
          )}
        </div>
      )}
    </>
  );
}
