import type { ClaimVerdict } from '#lab/effects/verdict.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { effects } from '#words/en/effects.ts';

const signs: Readonly<Record<ClaimVerdict, IconName>> = {
  shown: 'right',
  partly: 'right',
  unclear: 'none',
  opposite: 'wrong',
};

/** What became of a claim, by sign and word. */
export function VerdictChip({ verdict }: { readonly verdict: ClaimVerdict }) {
  return (
    <span
      className={classes('chip', verdict === 'shown' && 'chip-right', verdict === 'opposite' && 'chip-wrong')}
    >
      <Icon name={signs[verdict]} size={13} />
      {effects.verdicts[verdict]}
    </span>
  );
}
