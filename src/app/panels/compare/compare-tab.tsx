import { useId } from 'react';
import { useStore } from 'zustand';
import { strategyFor } from '../../../experiment/defaults.ts';
import { strategyDescriptions, unavailable } from '../../../experiment/describe.ts';
import type { StrategyKind } from '../../../experiment/experiment.ts';
import { problemText } from '../../../experiment/problem.ts';
import { abilitiesOf } from '../../store/library-state.ts';
import { mostCompared } from '../../store/compare.ts';
import { useActions, useApp } from '../../store/use-app.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NumberBox } from '../../ui/number-box.tsx';
import { strategyKinds } from '../strategy-kinds.ts';
import { CompareResults } from './compare-results.tsx';

/** Two to four strategies on one problem, at one token budget. */
export function CompareTab() {
  const app = useActions();
  const { compare } = app;
  const tokensId = useId();
  const { kinds, tokens, runs, busy } = useStore(compare.store);
  const draft = useApp((state) => state.draft);
  const phase = useApp((state) => state.phase);
  const model = useApp((state) => abilitiesOf(state.draft.model, state.library));
  const blocked = (kind: StrategyKind) => unavailable(strategyFor(model, kind), model);
  const bad = kinds.find((kind) => blocked(kind) !== null);
  const spare = strategyKinds.find((kind) => !kinds.includes(kind) && blocked(kind) === null);
  return (
    <div className="compare scrolls">
      <p className="votes-summary">{problemText(draft.problem)}: with one model, seed and token budget, thought through in {kinds.length} ways.</p>
      <form className="compare-form" onSubmit={(event) => { event.preventDefault(); app.startCompare(); }}>
        <div className="compare-picks">{kinds.map((kind, place) => (
          <span key={place} className="compare-pick">
            <select className="field-select" aria-label={`Strategy ${place + 1}`} value={kind} disabled={busy}
              onChange={(event) => {
                const chosen = strategyKinds.find((one) => one === event.currentTarget.value);
                if (chosen) compare.setKind(place, chosen);
              }}>
              {strategyKinds.map((one) => <option key={one} value={one} disabled={blocked(one) !== null}>{strategyDescriptions[one].name}</option>)}
            </select>
            <button type="button" className="button button-plain button-icon button-small" aria-label={`Take out strategy ${place + 1}`} disabled={busy || kinds.length <= 2} onClick={() => compare.remove(place)}><Icon name="close" size={13} /></button>
          </span>
        ))}</div>
        <button type="button" className="button button-small compare-add" disabled={busy || kinds.length >= mostCompared || !spare} onClick={() => spare && compare.add(spare)}><Icon name="plus" size={13} />Another</button>
        <span className="compare-tokens"><label htmlFor={tokensId}>Tokens each, at most</label> <NumberBox id={tokensId} value={tokens} min={50} max={100_000} disabled={busy} onChange={compare.setTokens} /></span>
        {busy
          ? <button type="button" className="button run-stop" onClick={() => compare.stop()}><Icon name="stop" size={13} />Stop</button>
          : <button type="submit" className="button button-primary" disabled={bad !== undefined || phase !== 'idle'}><Icon name="play" size={14} />Compare</button>}
      </form>
      {bad && <p className="knob-blocked"><Icon name="warning" size={12} />{strategyDescriptions[bad].name}: {blocked(bad)}</p>}
      <p className="quiet compare-note">Each runs with its own usual settings, the strategy of the setup with yours. A strategy may be done before its budget is spent.</p>
      {runs.length > 0 && <CompareResults runs={runs} tokens={tokens} onShow={(run) => app.showEntries(run.entries)} />}
    </div>
  );
}
