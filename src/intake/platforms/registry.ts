import type { Platform } from '../headers/layout.ts';
import { alchemer } from './alchemer.ts';
import { citizenspace } from './citizenspace.ts';
import { generic } from './generic.ts';
import { googleforms } from './googleforms.ts';
import { govukforms } from './govukforms.ts';
import { jisc } from './jisc.ts';
import { jotform } from './jotform.ts';
import { kobo } from './kobo.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftforms } from './microsoftforms.ts';
import { qualtrics } from './qualtrics.ts';
import { redcap } from './redcap.ts';
import { smartsurvey } from './smartsurvey.ts';
import { surveymonkey } from './surveymonkey.ts';
import { typeform } from './typeform.ts';

/**
 * Every platform whose exports can be read, in the order in which they are tried: those whose marks nobody else has come
 * first. `generic` takes whatever is left.
 */
export const platforms = {
  qualtrics,
  typeform,
  redcap,
  kobo,
  smartsurvey,
  alchemer,
  limesurvey,
  microsoftforms,
  surveymonkey,
  jisc,
  govukforms,
  citizenspace,
  googleforms,
  jotform,
  generic,
} satisfies Record<string, Platform>;

export type PlatformName = keyof typeof platforms;
