import type { LeftOutArm } from '#lab/sweeps/axes.ts';
import type { ArmFault, SweepFault } from '#lab/sweeps/check.ts';
import type { ResultsFailure } from '#lab/sweeps/results-file.ts';
import type { SweepArm } from '#lab/sweeps/spec.ts';
import { sweepFaults } from '#words/en/sweep-faults.ts';
import { say } from '#words/say.ts';

const armFaultText = (fault: ArmFault): string => say(sweepFaults.arm, fault);

/**
 * Why a sweep cannot be run.
 *
 * @param nameOf what the arm at a place is called.
 */
export function sweepFaultText(fault: SweepFault, nameOf: (arm: number) => string): string {
  switch (fault.kind) {
    case 'no-problems':
      return sweepFaults.noProblems;
    case 'too-many-runs':
      return sweepFaults.tooManyRuns(fault);
    case 'arm':
      return sweepFaults.ofArm({ arm: nameOf(fault.arm), why: armFaultText(fault.fault) });
    case 'same-arms':
      return sweepFaults.sameArms({ arm: nameOf(fault.arm), as: nameOf(fault.as) });
  }
}

/**
 * Why an arm was not made.
 *
 * @param arms those that were.
 */
export function leftOutText(
  leftOut: LeftOutArm,
  nameOf: (arm: SweepArm) => string,
  arms: readonly SweepArm[],
): string {
  switch (leftOut.kind) {
    case 'same': {
      const as = arms[leftOut.as];
      return sweepFaults.sameArms({ arm: nameOf(leftOut.arm), as: as ? nameOf(as) : '' });
    }
    case 'unfit':
      return sweepFaults.ofArm({ arm: nameOf(leftOut.arm), why: armFaultText(leftOut.fault) });
    case 'invalid':
      return sweepFaults.invalid({ setting: leftOut.setting, value: JSON.stringify(leftOut.value) });
    case 'no-setting':
      return sweepFaults.noSetting(leftOut.setting);
    case 'too-many':
      return sweepFaults.tooManyArms(leftOut.most);
  }
}

/** Why a file of results cannot be read. */
export function resultsFailureText(failure: ResultsFailure): string {
  return failure.code === 'results-line'
    ? sweepFaults.line({ line: failure.line, why: sweepFaults.lines[failure.why] })
    : sweepFaults.file[failure.code];
}
