import type { ArmFault, SweepFault } from '#lab/sweeps/check.ts';
import { fit } from '#words/en/fit.ts';
import { sweepWords } from '#words/en/sweeps.ts';

/** Why a sweep cannot be run. @param names of its arms. */
export function whyNoSweep(fault: SweepFault, names: readonly string[]): string {
  const name = (place: number) => names[place] ?? '';
  switch (fault.kind) {
    case 'no-problems':
    case 'too-many-runs':
      return sweepWords.cannot[fault.kind];
    case 'arm':
      return sweepWords.cannot.arm(name(fault.arm), armFaultText(fault.fault));
    case 'same-arms':
      return sweepWords.cannot['same-arms'](name(fault.arm), name(fault.as));
  }
}

function armFaultText(fault: ArmFault): string {
  switch (fault.kind) {
    case 'unknown-model':
    case 'only-judges':
    case 'other-family':
      return sweepWords.armCannot[fault.kind];
    case 'strategy':
      return fit.strategy[fault.lacks];
    case 'verifier':
      return fit.verifier[fault.misfit];
    case 'discriminator':
      return fit.discriminator[fault.misfit];
  }
}
