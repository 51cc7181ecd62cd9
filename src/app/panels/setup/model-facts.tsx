import { metricsOf } from '#run/metrics.ts';
import { modelName } from '#policy/models.ts';
import type { RunState } from '#run/state.ts';
import { bytesText, parametersText } from '#app/models/amounts.ts';
import { speedText } from '../result-bar.tsx';
import { abilitiesOf, engineOf, libraryModel } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';

/** What there is to know of the chosen model; what only a run can tell is there after one. */
export function ModelFacts({ model }: { readonly model: string }) {
  const { parameters, downloadBytes: bytes } = useApp((state) => abilitiesOf(model, state.library));
  const { exact } = useApp((state) => engineOf(model, state.library));
  const known = useApp((state) => libraryModel(state.library, model))?.model;
  const gpu = useApp((state) => state.library.report?.machine.gpu);
  const view = useApp((state) => (state.view.model?.id === model ? state.view : null));
  return (
    <details className="setup-more model-about">
      <summary>About this model</summary>
      <dl className="about">
        {parameters && (
          <div>
            <dt>Parameters</dt>
            <dd>{parametersText(parameters)}</dd>
          </div>
        )}
        {bytes && (
          <div>
            <dt>Size</dt>
            <dd>{bytesText(bytes)}</dd>
          </div>
        )}
        {known && (
          <div>
            <dt>Context</dt>
            <dd>{known.context.toLocaleString('en')} tokens</dd>
          </div>
        )}
        {known && gpu?.kind === 'adapter' && (
          <div>
            <dt>Runs on</dt>
            <dd>{gpu.name}</dd>
          </div>
        )}
        <RunFacts view={view} />
      </dl>
      <p className="setup-note">
        {exact
          ? 'Gives everyone the same tokens: its sums are exact to the bit, on every machine.'
          : 'Results can differ between machines: arithmetic on graphics processors is not exact to the bit.'}
      </p>
    </details>
  );
}

function RunFacts({ view }: { readonly view: RunState | null }) {
  if (!view?.model)
    return (
      <div>
        <dt>Speed</dt>
        <dd>known after a run</dd>
      </div>
    );
  const {
    verifierModel,
    model: { weightsSha256, driver },
  } = view;
  const speed = metricsOf(view).tokensPerSecond;
  return (
    <>
      {driver && (
        <div>
          <dt>Driver</dt>
          <dd>
            {driver.kind === 'batched' ? 'many texts at once' : 'one text after another'}. {driver.why}
          </dd>
        </div>
      )}
      {speed !== null && (
        <div>
          <dt>Speed</dt>
          <dd>{speedText(speed)} tokens a second, measured in this run</dd>
        </div>
      )}
      <div>
        <dt>Weights</dt>
        <dd className="mono" title={weightsSha256}>
          {weightsSha256.slice(0, 12)}…
        </dd>
      </div>
      {verifierModel && (
        <div>
          <dt>{view.experiment?.strategy.kind === 'rstar' ? 'Second samplings by' : 'Judged by'}</dt>
          <dd>
            {modelName(verifierModel.id)}, weights{' '}
            <span className="mono" title={verifierModel.weightsSha256}>
              {verifierModel.weightsSha256.slice(0, 12)}…
            </span>
          </dd>
        </div>
      )}
    </>
  );
}
