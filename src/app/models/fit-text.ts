import { machineFit } from '#words/en/machine-fit.ts';
import type { Doubt, Misfit } from '#worker/library.ts';

/** Why a model cannot run on this computer and what to do, or what speaks against it, in words. */
export function fitText(why: Misfit | Doubt): string {
  switch (why.kind) {
    case 'no-webgpu':
      return machineFit.misfit.noWebGpu;
    case 'no-adapter':
      return machineFit.misfit.noAdapter;
    case 'no-answer':
      return machineFit.misfit.noAnswer;
    case 'no-16-bit':
      return why.variant ? machineFit.misfit.no16BitButVariant : machineFit.misfit.no16Bit;
    case 'lacks-features':
      return machineFit.misfit.lacksFeatures(why.features);
    case 'weak-gpu':
      return machineFit.misfit.weakGpu;
    case 'large-weight':
      return machineFit.misfit.largeWeight({ size: why.bytes, most: why.most });
    case 'no-space':
      return machineFit.misfit.noSpace({ needed: why.bytes, free: why.free });
    case 'software':
      return machineFit.doubt.software;
    case 'memory-unknown':
      return machineFit.doubt.memoryUnknown;
    case 'much-memory':
      return machineFit.doubt.muchMemory(why.bytes);
  }
}
