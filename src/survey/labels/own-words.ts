import { fold } from './labels.ts';

const words = String.raw`(?<!\p{L})(?:please|specify|state|say|describe|explain|details|tell us|write|give|text|nodwch|rhowch|esboniwch|dywedwch)(?!\p{L})`;

/**
 * Other, in English or Welsh, at the start of a label or of its half in the other language, alone or with
 * what asks for words.
 */
const otherOption = new RegExp(
  String.raw`^(?:[^/|]+[/|] )?(?:other|arall)(?:[^\p{L}\p{N}]*|(?!\p{L}).*${words}.*|\s*[/|].*)$`,
  'u',
);

/** What asks for words, whether or not for those of another option. */
const request = new RegExp(
  String.raw`(?<!\p{L})(?:(?:other|arall)(?!\p{L}).*${words}|please (?:specify|state|say|describe|explain|tell us|give|write)|write[- ]in)`,
  'u',
);

/** Whether an option asks for words of one’s own: “Other”, “Other (please specify)”; “Other family member” does not. */
export function isOther(label: string): boolean {
  return otherOption.test(fold(label));
}

/** Whether a header asks for words of one’s own, be it as “Other”, “If other, please say” or “Please specify”. */
export function asksForWords(header: string): boolean {
  return isOther(header) || request.test(fold(header));
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const telephone = /^'?(?:\(?\+?44\)?|\(?0[1-9])[\d\s()-]{8,}$/u;

/** The address of a computer: 192.0.2.1, or 2001:db8::1. */
const ip = /^\d{1,3}(?:\.\d{1,3}){3}$|^(?=.*::|(?:[^:]+:){7})[\da-f:]{4,39}$/iu;

/**
 * Whether an answer is somebody's e-mail or IP address or telephone number, which no form offers and nobody
 * else should read.
 */
export function isContact(answer: string): boolean {
  return address.test(answer) || telephone.test(answer) || ip.test(answer);
}
