import { problemUnavailable } from '../../../experiment/describe.ts';
import { catalog } from '../../../policy/catalog.ts';
import { useActions, useApp } from '../../store/use-app.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Which model. Those that do not know the family are greyed out and say so. */
export function ModelChoice() {
  const app = useActions();
  const chosen = useApp((state) => state.draft.model);
  const family = useApp((state) => state.draft.problem.family);
  const known = catalog.some((model) => model.id === chosen);
  return (
    <section className="setup-section" aria-labelledby="setup-model">
      <h2 className="setup-title" id="setup-model">Model</h2>
      {!known && <p className="knob-blocked"><Icon name="warning" size={12} />This page has no model called {chosen}. Choose one of these.</p>}
      <div className="choice-list" role="radiogroup" aria-labelledby="setup-model">
        {catalog.map((model) => {
          const blocked = problemUnavailable(family, model);
          return (
            <label key={model.id} className="choice" data-blocked={blocked ? '' : undefined}>
              <input type="radio" name="model" checked={model.id === chosen} disabled={blocked !== null && model.id !== chosen}
                aria-describedby={`model-${model.id}`} onChange={() => app.setModel(model.id)} />
              <span className="choice-name">{model.name}</span>
              <span className={blocked || model.id === chosen ? 'choice-help' : 'hidden-visually'} id={`model-${model.id}`}>{blocked ?? model.description}</span>
            </label>
          );
        })}
      </div>
    </section>
  );
}
