import { tidy } from '../blank.ts';
import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, hasHeaders, roleOf, rolesBy } from '../headers/headings.ts';
import type { Platform, Role, Rows } from '../headers/layout.ts';
import type { Divided } from '../headers/stems.ts';

/** By variable name and by label, as the export was asked to head its columns. */
const roles = rolesBy({
  id: 'record_id | record id | study_id | study id',
  personal: 'redcap_survey_identifier | survey identifier',
  technical: 'event name | repeat instrument | repeat instance | data access group',
});

/** Over the event that each row of a record is of, and over the form that was filled in again. */
const events = /^(?:redcap_event_name|event name)$/iu;
const again = /^(?:redcap_repeat_instrument|repeat instrument)$/iu;

const complete = /^(?:\w+_complete|complete\?)$/iu;
const sent = /^(?:\w+_timestamp|survey timestamp)$/iu;
const checkbox = /^(.{1,200})___(\w{1,200})$/u;
const choice = /^(.*\S)\s*\(choice=(.*)\)$/su;
const choiceInR = /^(.*\S)\.\.choice\.(.*)\.(?:\.\d+)?$/su;
const ticked = /^(?:(?:un)?checked|[01]|NA)$/iu;

/**
 * A checkbox has a column for each option: `uses___2` by name, "Uses (choice=Parks)" by label,
 * "Uses..choice.Parks." as R has it, which writes “: choice of parks” so too, but over other answers.
 */
function divider([, ...below]: Rows): (header: string, column: number) => Divided {
  const areTicks = (column: number) => answersIn(below, column).every((cell) => ticked.test(cell));
  return (header, column) => {
    const inR = header.endsWith(')') ? null : choiceInR.exec(header);
    const label = header.endsWith(')') ? choice.exec(header) : inR && areTicks(column) ? inR : null;
    const [, question = header, option = ''] = checkbox.exec(header) ?? label ?? [];
    return [question, option];
  };
}

/** REDCap: one row of variable names or labels; each form has a column that says whether it is complete. */
export const redcap: Platform = {
  title: 'REDCap',
  recognise(rows) {
    const names = labelsIn(rows[0] ?? []);
    const divide = divider(rows);
    const own = names.find((name) => /^redcap_\w+$/u.test(name));
    if (own !== undefined) return `the column ${own}`;
    const states = names.filter((name) => complete.test(name));
    const boxes = names.filter((name, column) => divide(name, column)[1] !== '');
    if (
      states.length > 0 &&
      (boxes.length > 1 || hasHeaders(names, ['record_id']) || hasHeaders(names, ['record id']))
    )
      return `the column ${states[0]}`;
    return boxes.length > 1 ? `headers such as ${boxes[0]}` : undefined;
  },
  layOut(rows) {
    const [headers = []] = rows;
    const counted = (pattern: RegExp): number =>
      labelsIn(headers).filter((header) => pattern.test(header)).length;
    const single = { states: counted(complete) === 1, stamps: counted(sent) === 1 };
    const roleOfForm = (name: string): Role | undefined => {
      if (name.startsWith('redcap_')) return 'technical';
      if (complete.test(name)) return single.states ? 'status' : 'technical';
      if (sent.test(name)) return single.stamps ? 'submitted' : 'technical';
      return undefined;
    };
    const isOfSeveral = (column: number): boolean => new Set(answersIn(rows.slice(1), column)).size > 1;
    // Where there are several, it is by them that a reader may break all others down.
    const event = headers.find((header, column) => events.test(tidy(header)) && isOfSeveral(column));
    const rowsBy = event ?? headers.find((header) => again.test(tidy(header)));
    const headings = dividedHeadings(
      headers,
      (name) => (name === event ? undefined : (roleOf(name, roles) ?? roleOfForm(name))),
      divider(rows),
    );
    return {
      headerRows: 1,
      headings,
      noReply: ['[not completed]'],
      complete: ['2', 'Complete'],
      ...(rowsBy !== undefined && { rowsBy }),
    };
  },
};
