import { explainAll } from '#words/explain.ts';
import { amounts } from '#words/en/amounts.ts';
import { downloads } from '#words/en/downloads.ts';
import { modelList } from '#words/en/model-list.ts';
import { models } from '#words/en/models.ts';
import { Rich } from '#views/rich.tsx';
import { fitText } from '#app/models/fit-text.ts';
import { engineOf, libraryModel, missingGpu, modelUnavailable } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { AskAgain } from '../models/ask-again.tsx';
import { inline } from '../models/inline.tsx';
import { FullPrecisionButton } from '../models/full-precision-button.tsx';
import { ServerState } from './server-state.tsx';
import { classes } from '#views/classes.ts';
import styles from './setup.module.css';

/** Whether the chosen model, which does not ship with the page, can run here and is here, or may be asked where it is. */
export function ModelState({ model }: { readonly model: string }) {
  const { elsewhere } = useApp((state) => engineOf(model, state.library));
  return elsewhere ? <ServerState key={model} model={model} /> : <GpuModelState model={model} />;
}

/** Of a WebLLM model, in a line. */
function GpuModelState({ model }: { readonly model: string }) {
  const app = useActions();
  const known = useApp((state) => libraryModel(state.library, model));
  const why = useApp((state) => modelUnavailable(state.library, model));
  const looking = useApp((state) => state.library.looking && !state.library.report);
  const download = useApp((state) => state.library.downloads.get(model));
  const missing = useApp((state) => missingGpu(state.library));
  const failed = useApp((state) => !state.library.report && state.library.failure !== null);
  if (looking) return <p className={styles.note}>{models.looking}</p>;
  if (why)
    return (
      <>
        <p className={classes(styles.note, 'knob-blocked', missing && styles.cannot)}>
          <Icon name="warning" size={12} />
          {missing ? modelList.cannotRun : why}
        </p>
        {(failed || missing === 'no-answer') && <AskAgain />}
        <FullPrecisionButton model={model} className="button button-small" />
      </>
    );
  if (!known) return null;
  const { fit, stored } = known;
  const share = download?.progress?.totalBytes
    ? Math.floor((100 * download.progress.bytes) / download.progress.totalBytes) / 100
    : null;
  const size = known.model.downloadBytes;
  return (
    <>
      {download && !download.failure ? (
        <p className={styles.note}>
          {share === null ? (
            downloads.phases.fetching
          ) : (
            <Rich text={downloads.share(amounts.percent(share))} parts={inline} />
          )}{' '}
          <button
            type="button"
            className="button button-small"
            onClick={() => app.models.stop(model)}
            disabled={download.stopping}
          >
            {downloads.stop}
          </button>
        </p>
      ) : stored.kind === 'all' ? (
        <p className={classes(styles.note, 'knob-blocked')}>
          <Icon name="right" size={12} />
          {downloads.onThisComputer(stored.bytes)}
        </p>
      ) : (
        <p className={styles.note}>
          {size === null ? downloads.notHere : downloads.notHereSize(size)}{' '}
          <button type="button" className="button button-small" onClick={() => app.models.askDownload(model)}>
            {stored.kind === 'part' ? downloads.goOnDownloading : downloads.download}
          </button>
        </p>
      )}
      {download?.failure && (
        <p className={classes(styles.note, 'knob-blocked')} role="alert">
          <Icon name="warning" size={12} />
          {explainAll(download.failure)}
        </p>
      )}
      {fit.kind === 'unsure' && (
        <p className={classes(styles.note, 'knob-blocked')}>
          <Icon name="unknown" size={12} />
          {fitText(fit.why)}
        </p>
      )}
    </>
  );
}
