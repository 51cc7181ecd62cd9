import { embeddedModel } from './kinds/embedded-model.ts';
import { engine } from './kinds/engine.ts';
import { family } from './kinds/family.ts';
import { language } from './kinds/language.ts';
import { strategy } from './kinds/strategy.ts';
import { tab } from './kinds/tab.ts';
import { verifier } from './kinds/verifier.ts';
import type { Seam } from './seam.ts';

/** As CONTRIBUTING lists them. */
export const seams: readonly Seam[] = [strategy, verifier, family, embeddedModel, tab, engine, language];
