import { models } from '#words/en/models.ts';
import type { Doubt, Misfit } from '#worker/library.ts';

/** Why a model cannot run on this computer and what to do, or what speaks against it, in words. */
export function fitText(why: Misfit | Doubt): string {
  switch (why.kind) {
    case 'no-webgpu':
      return models.misfit.noWebGpu;
    case 'no-adapter':
      return models.misfit.noAdapter;
    case 'no-answer':
      return models.misfit.noAnswer;
    case 'no-16-bit':
      return why.variant ? models.misfit.no16BitButVariant : models.misfit.no16Bit;
    case 'lacks-features':
      return models.misfit.lacksFeatures(why.features);
    case 'weak-gpu':
      return models.misfit.weakGpu;
    case 'large-weight':
      return models.misfit.largeWeight({ size: why.bytes, most: why.most });
    case 'no-space':
      return models.misfit.noSpace({ needed: why.bytes, free: why.free });
    case 'software':
      return models.doubt.software;
    case 'memory-unknown':
      return models.doubt.memoryUnknown;
    case 'much-memory':
      return models.doubt.muchMemory(why.bytes);
  }
}
