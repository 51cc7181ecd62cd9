import { strategies } from '#words/en/strategies.ts';
import { useApp } from '#app/store/use-app.tsx';

/** What is known before the teacher has come: what the strategy does. */
export function StrategyDoes() {
  const kind = useApp(({ view, draft }) => (view.experiment ?? draft).strategy.kind);
  return strategies[kind].does;
}
