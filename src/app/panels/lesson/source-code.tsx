import { lessonWords } from '#words/en/lessons.ts';
import styles from './lesson.module.css';
import { sourceText } from './source-texts.ts';

/** A strategy's source, to be read. */
export function SourceCode({ file }: { readonly file: string }) {
  const text = sourceText(file);
  if (text === null) return null;
  return (
    <>
      <p className="quiet">
        {lessonWords.codeFrom} <code translate="no">src/strategies/{file}</code>
      </p>
      <pre
        className={styles.source}
        translate="no"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by arrow keys too
        tabIndex={0}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
        role="group"
        aria-label={file}
      >
        <code>{text}</code>
      </pre>
    </>
  );
}
