import { lookUp } from '#experiment/keys-of.ts';
import { sourceUrl } from '#experiment/sources.ts';
import { strategySheet, type StrategyKind } from '#experiment/strategies.ts';
import { strategies } from '#words/en/strategies.ts';
import { teacher } from '#words/en/teacher.ts';
import { Formula } from './formulas.tsx';
import styles from './teacher.module.css';

/** What a strategy does, in two sentences where it has them. */
export const introOf = (kind: StrategyKind): string => lookUp(teacher.intros, kind) ?? strategies[kind].does;

/** What a strategy does, the one formula that matters, and whose idea it is. */
export function HowItWorks({ kind }: { readonly kind: StrategyKind }) {
  const { source } = strategySheet(kind);
  return (
    <>
      <p>{introOf(kind)}</p>
      <div className={styles.formula}>
        <Formula kind={kind} label={teacher.formula} />
      </div>
      <p className={styles.letters}>{lookUp(teacher.letters, kind)}</p>
      <p className={styles.source}>
        {teacher.source}{' '}
        <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
          {source.authors}
        </a>
      </p>
    </>
  );
}

/** The same behind its heading, where something else comes first. */
export function HowItWorksFolded({
  kind,
  open = false,
}: {
  readonly kind: StrategyKind;
  readonly open?: boolean;
}) {
  return (
    <details className={styles.fold} open={open}>
      <summary>{teacher.howOf(strategies[kind].name)}</summary>
      <HowItWorks kind={kind} />
    </details>
  );
}
