import { metricsOf } from '#run/metrics.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import type { RunState } from '#run/state.ts';
import { amounts } from '#words/en/amounts.ts';
import { modelList } from '#words/en/model-list.ts';
import { Rich } from '#views/rich.tsx';
import { say } from '#words/say.ts';
import { result } from '#words/en/result.ts';
import { abilitiesOf, engineOf, libraryModel } from '#app/store/library-state.ts';
import { useApp } from '#app/store/use-app.tsx';
import styles from './model-facts.module.css';
import setupStyles from './setup.module.css';

/** What there is to know of the chosen model; what only a run can tell is there after one. */
export function ModelFactsLine({ model }: { readonly model: string }) {
  const { parameters, downloadBytes: bytes } = useApp((state) => abilitiesOf(model, state.library));
  const { exact } = useApp((state) => engineOf(model, state.library));
  const known = useApp((state) => libraryModel(state.library, model))?.model;
  const gpu = useApp((state) => state.library.report?.machine.gpu);
  const view = useApp((state) => (state.view.model?.id === model ? state.view : null));
  return (
    <>
      <dl className={styles.facts}>
        {parameters && (
          <div>
            <dt>{modelList.factNames.parameters}</dt>
            <dd>{amounts.parameters(parameters)}</dd>
          </div>
        )}
        {bytes && (
          <div>
            <dt>{modelList.factNames.size}</dt>
            <dd>{amounts.bytes(bytes)}</dd>
          </div>
        )}
        {known && (
          <div>
            <dt>{modelList.factNames.context}</dt>
            <dd>{modelList.contextTokens(known.context)}</dd>
          </div>
        )}
        {known && gpu?.kind === 'adapter' && (
          <div>
            <dt>{modelList.factNames.runsOn}</dt>
            <dd>{gpu.name}</dd>
          </div>
        )}
        <RunFacts view={view} />
      </dl>
      <p className={setupStyles.note}>{exact ? modelList.exact : modelList.inexact}</p>
    </>
  );
}

function RunFacts({ view }: { readonly view: RunState | null }) {
  if (!view?.model)
    return (
      <div>
        <dt>{modelList.factNames.speed}</dt>
        <dd>{modelList.speedLater}</dd>
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
          <dt>{modelList.factNames.driver}</dt>
          <dd>
            {modelList.drivers[driver.kind]}
            {amounts.stop}
            {say(modelList.driverReasons, driver.why)}{' '}
            {driver.sampling && modelList.samplings[driver.sampling]}
          </dd>
        </div>
      )}
      {speed !== null && (
        <div>
          <dt>{modelList.factNames.speed}</dt>
          <dd>{modelList.speed(result.perSecond(speed))}</dd>
        </div>
      )}
      <div>
        <dt>{modelList.factNames.weights}</dt>
        <dd className="mono" title={weightsSha256} translate="no">
          {weightsSha256.slice(0, 12)}…
        </dd>
      </div>
      {verifierModel && (
        <div>
          <dt>
            {view.experiment?.strategy.kind === 'rstar'
              ? modelList.factNames.discriminator
              : modelList.factNames.verifier}
          </dt>
          <dd>
            <Rich
              text={modelList.secondModel(spokenName(verifierModel.id))}
              parts={{
                hash: (
                  <span className="mono" title={verifierModel.weightsSha256} translate="no">
                    {verifierModel.weightsSha256.slice(0, 12)}…
                  </span>
                ),
              }}
            />
          </dd>
        </div>
      )}
    </>
  );
}
