import { chooseLanguage } from '#app/language.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { header } from '#words/en/header.ts';
import { spokenLocale } from '#words/language.ts';
import { isLanguage, languageNames } from '#words/languages.ts';
import styles from './language-choice.module.css';

/** The languages, each by its own name. What is chosen is spoken at once; nothing on the screen is lost. */
export function LanguageChoice({ className }: { readonly className: string | undefined }) {
  return (
    <select
      className={className}
      aria-label={header.language}
      value={spokenLocale()}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) void chooseLanguage(value);
      }}
    >
      {[...languageNames].map(([id, name]) => (
        <option key={id} value={id} lang={id} translate="no">
          {name}
        </option>
      ))}
    </select>
  );
}

/** The same behind a sign, where there is little room. */
export function LanguageButton() {
  return (
    <span className={classes('button button-plain button-icon', styles.root)} title={header.language}>
      <Icon name="globe" size={18} />
      <LanguageChoice className={styles.select} />
    </span>
  );
}
