import { type Roles, roleOf } from '../headers/headings.ts';
import type { Role } from '../headers/layout.ts';

/** By the first row: the second one is translated into the language of whoever exported it. */
export const roles: Roles = {
  responseid: 'id',
  _recordid: 'id',
  recordeddate: 'submitted',
  enddate: 'technical',
  startdate: 'technical',
  finished: 'status',
  status: 'preview',
  responsetype: 'preview',
  progress: 'technical',
  'duration (in seconds)': 'technical',
  duration: 'technical',
  ipaddress: 'personal',
  recipientlastname: 'personal',
  recipientfirstname: 'personal',
  recipientemail: 'personal',
  externalreference: 'personal',
  externaldatareference: 'personal',
  emailaddress: 'personal',
  name: 'personal',
  locationlatitude: 'personal',
  locationlongitude: 'personal',
  locationaccuracy: 'technical',
  distributionchannel: 'technical',
  userlanguage: 'technical',
  responseset: 'technical',
};

/** The role of a column by its text in English, which is its code but for spaces: "Response ID". */
export function captionRole(text: string): Role | undefined {
  return roleOf(text.replaceAll(' ', ''), roles);
}
