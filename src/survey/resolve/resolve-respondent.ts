import { phrasesIn } from '../../intake/phrases.ts';
import type { Path } from '../definition/locate.ts';
import { headersAt } from './resolve-items.ts';
import { labelTexts } from './resolve-scale.ts';
import type { Definition } from '../definition/schema.ts';
import type { Respondent } from '../survey.ts';

/** The columns that say who answered, when and how, with the words that they hold. */
export function respondentOf(
  { respondent = {} }: Definition,
  placeHeader: (header: string, path: Path) => void,
): Respondent {
  const { status, test, kind } = respondent;
  const headers = (['id', 'submitted', 'channel', 'count', 'weight'] as const).flatMap((field) => {
    const columns = headersAt(respondent[field], ['respondent', field], placeHeader);
    return columns.length === 0 ? [] : [[field, columns] as const];
  });
  return {
    ...Object.fromEntries(headers),
    ...(status && {
      status: {
        columns: headersAt(status.column, ['respondent', 'status', 'column'], placeHeader),
        ...(status.complete !== undefined && { complete: labelTexts(status.complete) }),
        test: labelTexts(status.test),
      },
    }),
    ...(kind && { kind: kindOf(kind, placeHeader) }),
    ...(test && {
      test: {
        columns: headersAt(test.column, ['respondent', 'test', 'column'], placeHeader),
        values: labelTexts(test.values),
      },
    }),
  };
}

/** The words for each kind of respondent where the definition has none. */
const kindWords = {
  individual: phrasesIn(
    'Individual | An individual | As an individual | Responding as an individual',
    'I am responding as an individual | On behalf of myself | In a personal capacity | Private individual',
    'Member of the public | A member of the public | Resident | A resident | Local resident | Unigolyn',
  ),
  organisation: phrasesIn(
    'Organisation | Organization | An organisation | On behalf of an organisation',
    'Responding on behalf of an organisation | I am responding on behalf of an organisation',
    'On behalf of a business | On behalf of a business/an organisation',
    'On behalf of a group or organisation | Group or organisation | Business | A business',
    'Local business | Company | Charity | Community group | Voluntary organisation',
    'Voluntary or community organisation | Residents’ association | Parish council | Town council',
    'Community council | Parish or town council | Town or parish council | Local authority | Public body',
    'Sefydliad | Ar ran sefydliad',
  ),
  petition: phrasesIn('Petition | A petition | Deiseb'),
};

function kindOf(
  kind: NonNullable<NonNullable<Definition['respondent']>['kind']>,
  placeHeader: (header: string, path: Path) => void,
): NonNullable<Respondent['kind']> {
  const path = ['respondent', 'kind'];
  const signatories = headersAt(kind.signatories, [...path, 'signatories'], placeHeader);
  const words = (of: keyof typeof kindWords) =>
    kind[of] === undefined ? kindWords[of] : labelTexts(kind[of]);
  return {
    columns: headersAt(kind.column, [...path, 'column'], placeHeader),
    individual: words('individual'),
    organisation: words('organisation'),
    petition: words('petition'),
    ...(signatories.length > 0 && { signatories }),
  };
}
