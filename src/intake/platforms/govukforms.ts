import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { rolesBy, withRoles } from '../headers/headings.ts';
import type { Platform } from '../headers/layout.ts';
import { generic } from './generic.ts';

const roles = rolesBy({
  id: 'reference | submission reference',
  submitted: 'submitted at',
  technical: 'language',
});

/** GOV.UK Forms: one row; a reference and the time come first; several answers joined by ", ". */
export const govukforms: Platform = {
  title: 'GOV.UK Forms',
  recognise([headers = [], ...below]) {
    const [id = '', time = ''] = labelsIn(headers);
    const isFirst = /^(?:submission )?reference$/iu.test(id) && /^submitted at$/iu.test(time);
    const isIso = answersIn(below, 1).every((cell) => /^\d{4}-\d\d-\d\d/u.test(cell));
    return isFirst && isIso ? `the columns ${id} and ${time}, which come first` : undefined;
  },
  layOut: (rows) => ({ ...withRoles(generic.layOut(rows), roles), separator: ', ', writeInsApart: true }),
};
