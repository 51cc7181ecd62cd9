import { withLanguage } from '#app/language.ts';
import { useState } from 'react';
import { encodeSweep } from '#lab/sweeps/sweep-link.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './sweep-link-button.module.css';

/** The link that holds a sweep: whoever opens it has the same one, ready to run. */
export function SweepLinkButton({ sweep }: { readonly sweep: Sweep }) {
  const app = useActions();
  const [said, setSaid] = useState<{ readonly of: Sweep; readonly text: string } | null>(null);
  async function copy(): Promise<void> {
    const link = await encodeSweep(sweep);
    const address = link.ok ? withLanguage(`${location.href.split('#')[0]}${link.fragment}`) : null;
    const copied = address !== null && (await app.setup.copyText(address));
    if (link.ok && !copied) location.hash = link.fragment;
    const text = !link.ok ? sweepWords.linkTooBig : copied ? sweepWords.copied : sweepWords.notCopied;
    setSaid({ of: sweep, text });
  }
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon name="link" size={14} />
        {sweepWords.copyLink}
      </button>
      <output className={styles.said}>{said?.of === sweep && said.text}</output>
    </>
  );
}
