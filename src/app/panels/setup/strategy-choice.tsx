import { sourceUrl } from '#experiment/sources.ts';
import { whyNotStrategy } from '#words/describe.ts';
import { strategies } from '#words/en/strategies.ts';
import { strategySheet } from '#experiment/strategies.ts';
import { strategyFor } from '#experiment/defaults.ts';
import type { StrategyKind } from '#experiment/experiment.ts';
import { abilitiesOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { namedStrategyGroups } from '../strategy-kinds.ts';
import { StrategyKnobs } from './strategy-knobs.tsx';
import setupStyles from './setup.module.css';
import choiceStyles from './choice.module.css';
import { setup } from '#words/en/setup.ts';

/** Which strategy, and its own parameters. What the model cannot serve is there, greyed out, with the reason. */
export function StrategyChoice() {
  const app = useActions();
  const strategy = useApp((state) => state.draft.strategy);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const blockedFor = (kind: StrategyKind) => whyNotStrategy(strategyFor(model, kind), model);
  const { source } = strategySheet(strategy.kind);
  return (
    <section className={setupStyles.section} aria-labelledby="setup-strategy">
      <h2 className={setupStyles.title} id="setup-strategy">
        {setup.strategy}
      </h2>
      <div className={choiceStyles.list} role="radiogroup" aria-labelledby="setup-strategy">
        {namedStrategyGroups().map(({ name: group, kinds }) => [
          <p key={group} className={choiceStyles.group}>
            {group}
          </p>,
          ...kinds.map((kind) => {
            const blocked = blockedFor(kind);
            const { name, does } = strategies[kind];
            return (
              <label key={kind} className={choiceStyles.root} data-blocked={blocked ? '' : undefined}>
                <input
                  type="radio"
                  name="strategy"
                  checked={strategy.kind === kind}
                  disabled={blocked !== null && strategy.kind !== kind}
                  aria-describedby={`strategy-${kind}`}
                  onChange={() => app.setup.setStrategyKind(kind)}
                />
                <span className={choiceStyles.name}>{name}</span>
                <span
                  className={blocked || strategy.kind === kind ? choiceStyles.help : 'hidden-visually'}
                  id={`strategy-${kind}`}
                >
                  {(!blocked || strategy.kind === kind) && does}
                  {blocked && (
                    <span className="knob-blocked">
                      <Icon name="warning" size={12} />
                      {blocked}
                    </span>
                  )}
                  {strategy.kind === kind && (
                    <>
                      {' '}
                      <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
                        {source.authors}
                      </a>
                    </>
                  )}
                </span>
              </label>
            );
          }),
        ])}
      </div>
      <StrategyKnobs blocked={blockedFor(strategy.kind)} />
    </section>
  );
}
