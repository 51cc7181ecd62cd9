import { Icon } from '#app/ui/icon.tsx';
import { useFingersOnly } from '#app/ui/use-media.ts';
import { search } from '#words/en/search.ts';
import styles from './step-facts.module.css';

/** What a sentence names to go by steps of the algorithm: the key; where there are no keys, the sign of the button. */
export function StepKey({ way, children }: { readonly way: 'back' | 'on'; readonly children?: string }) {
  const signs = useFingersOnly();
  if (!signs) return <kbd translate="no">{children}</kbd>;
  return (
    <span className={styles.sign}>
      <span className="hidden-visually">{search.stepBar[way]}</span>
      <Icon name={way === 'back' ? 'stepBack' : 'stepOn'} size={14} />
    </span>
  );
}
