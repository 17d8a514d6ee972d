import type { Platform } from '../layout.ts';
import { generic } from './generic.ts';
import { qualtrics } from './qualtrics.ts';
import { surveymonkey } from './surveymonkey.ts';

/** Every platform whose exports can be read, in the order in which they are tried. `generic` takes whatever is left. */
export const platforms = {
  qualtrics,
  surveymonkey,
  generic,
} satisfies Record<string, Platform>;

export type PlatformName = keyof typeof platforms;
