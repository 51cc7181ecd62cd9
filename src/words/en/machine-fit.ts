import { room } from '../language.ts';
import { bytes, list } from './format.ts';

/** Whether a WebLLM model can run on this computer, and what speaks against it. Comes with what the computer can run. */
export const machineFit = room('machineFit', {
  doubt: {
    software:
      'The browser computes this on the processor, without a graphics processor: right, but hundreds of times slower.',
    memoryUnknown: 'Nobody has said how much graphics memory it needs.',
    muchMemory: (count: number) =>
      `It needs about ${bytes(count)} of graphics memory; browsers do not tell how much there is.`,
  },
  misfit: {
    noWebGpu:
      'This model needs a graphics processor, which this browser does not offer to this page: it has no WebGPU here.',
    noAdapter: 'This model needs a graphics processor, and the browser finds none that it can use.',
    noAnswer:
      'This model needs a graphics processor. The browser did not answer when it was asked for one; it can be asked again.',
    no16Bit:
      'This graphics processor does not compute with 16-bit numbers (shader-f16). Take another model that computes in 32 bits (f32).',
    no16BitButVariant:
      'This graphics processor does not compute with 16-bit numbers (shader-f16). Take the f32 variant of this model.',
    lacksFeatures: (features: readonly string[]) =>
      `This graphics processor lacks ${list(features)}. Take another model.`,
    weakGpu:
      'This graphics processor offers less than WebLLM needs for any model. Update the browser and the graphics driver, or use another machine.',
    largeWeight: ({ size, most }: { readonly size: number; readonly most: number }) =>
      `Its largest piece has ${bytes(size)}; WebLLM can use ${bytes(most)} at once on this graphics processor. Take a smaller model, or a variant with 4-bit weights (q4).`,
    noSpace: ({ needed, free }: { readonly needed: number; readonly free: number }) =>
      `It needs ${bytes(needed)} on this device; the browser gives this page ${bytes(free)} more. Free space on the disk, or remove a downloaded model. A private window gives less than an ordinary one.`,
  },
});
