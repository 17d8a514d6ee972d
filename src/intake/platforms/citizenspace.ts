import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { hasHeaders, rolesBy, withRoles } from '../headers/headings.ts';
import type { Platform } from '../headers/layout.ts';
import { generic } from './generic.ts';

const roles = rolesBy({
  id: 'response id',
  submitted: 'submitted | date submitted | submitted date | submitted at',
  personal: 'what is your name? | what is your email address? | name | email | email address',
});

/** What it fills in where nobody replied. */
const FILLER = 'Not Answered';

/** An anonymous response, or one by email or on paper that the council typed in. */
const responseId = /^[A-Z]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]$/u;

/**
 * Citizen Space: no export was there to learn from. Its ids and its filler are seen in published responses; the layout is
 * read as that of any other file.
 */
export const citizenspace: Platform = {
  title: 'Citizen Space',
  recognise([headers = [], ...below]) {
    const column = labelsIn(headers).findIndex((header) => header.toLowerCase() === 'response id');
    if (column === -1) return undefined;
    if (below.some((row) => labelsIn(row).includes(FILLER))) return `the answer “${FILLER}”`;
    // A status is kept for responses that were not finished; here there are none.
    const hasStatus = hasHeaders(headers, ['status']);
    const ids = answersIn(below, column);
    const isKnown = ids.length > 0 && ids.every((id) => responseId.test(id));
    return isKnown && !hasStatus ? 'response ids such as ANON-0000-0000-0' : undefined;
  },
  layOut(rows) {
    return { ...withRoles(generic.layOut(rows), roles), noReply: [FILLER] };
  },
};
