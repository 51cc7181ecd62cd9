import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './offer-button.module.css';

interface OfferButtonProps {
  readonly icon: IconName;
  readonly title: string;
  /** What it does, or changes. */
  readonly children: ReactNode;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** Something to try next, with what it does. */
export function OfferButton({ icon, title, children, hint, disabled, onClick }: OfferButtonProps) {
  return (
    <button type="button" className={styles.root} title={hint} disabled={disabled} onClick={onClick}>
      <Icon name={icon} size={13} />
      <span className={styles.title}>{title}</span>
      <span className={styles.does}>{children}</span>
    </button>
  );
}
