import { sourceUrl } from '#experiment/sources.ts';
import type { Citation } from '#learn/papers.ts';
import { amounts } from '#words/en/amounts.ts';
import { questionWords } from '#words/en/questions.ts';
import styles from './sources-line.module.css';

/** The papers that something rests on, each place in them once. */
export function SourcesLine({ sources }: { readonly sources: readonly Citation[] }) {
  return (
    <p className={styles.line}>
      <span className={styles.label}>{questionWords.sources}</span>
      {sources.map(({ source, at }) => (
        <span key={`${source.authors} ${at?.join(' ') ?? ''}`}>
          <a href={sourceUrl(source)} target="_blank" rel="noreferrer" translate="no">
            {source.authors}
          </a>
          {at && `${amounts.comma}${questionWords.places[at[0]](at[1])}`}
          {'arXiv' in source && (
            <span className={styles.number} translate="no">
              {` (arXiv ${source.arXiv})`}
            </span>
          )}
        </span>
      ))}
    </p>
  );
}
