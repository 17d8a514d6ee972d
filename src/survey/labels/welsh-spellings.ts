/** Other spellings of the options of one scale, by label. */
type Spellings = Readonly<Record<string, readonly string[]>>;

const yesNo: Spellings = {
  Yes: ['Ydw', 'Ydy', 'Ydyn', 'Oes', 'Ie'],
  No: ['Nac ydw', 'Nac ydy', 'Nac ydyn', 'Nac oes'],
};

/**
 * Words that are Welsh beside their English half only: "Na" is no, but NA alone is what statistics programs write for a
 * missing answer.
 */
export const welshInPairs: ReadonlyMap<string, string> = new Map([['na', 'no']]);

/** Options that give no view, in Welsh, whatever the scale. */
export const welshOutside: Spellings = {
  "Don't know": ['Ddim yn gwybod', 'Wn i ddim'],
  'Not sure': ['Ansicr', 'Ddim yn siŵr'],
  'Not applicable': ['Ddim yn berthnasol', 'Amherthnasol'],
  'No opinion': ['Dim barn'],
  'Prefer not to say': ["Mae'n", "Byddai'n"].flatMap((would) =>
    ['gen i', 'gennyf', 'gennyf fi'].map((who) => `${would} well ${who} beidio â dweud`),
  ),
};

/** The options of the built-in scales in Welsh, as bilingual forms of the Welsh Government and of councils have them. */
export const welshSpellings: Readonly<Record<string, Spellings>> = {
  agreement: {
    'Strongly agree': ["Cytuno'n gryf"],
    Agree: ['Cytuno'],
    'Tend to agree': ['Tueddu i gytuno'],
    'Neither agree nor disagree': [
      'Ddim yn cytuno nac yn anghytuno',
      'Nac yn cytuno nac yn anghytuno',
      'Niwtral',
    ],
    'Tend to disagree': ['Tueddu i anghytuno'],
    Disagree: ['Anghytuno'],
    'Strongly disagree': ["Anghytuno'n gryf"],
  },
  support: {
    'Strongly support': ["Cefnogi'n gryf"],
    Support: ['Cefnogi'],
    'Tend to support': ['Tueddu i gefnogi'],
    'Neither support nor oppose': [
      'Ddim yn cefnogi nac yn gwrthwynebu',
      'Nac yn cefnogi nac yn gwrthwynebu',
      'Niwtral',
    ],
    'Tend to oppose': ['Tueddu i wrthwynebu'],
    Oppose: ['Gwrthwynebu'],
    'Strongly oppose': ["Gwrthwynebu'n gryf"],
  },
  satisfaction: {
    'Very satisfied': ['Bodlon iawn'],
    'Fairly satisfied': ['Eithaf bodlon'],
    Satisfied: ['Bodlon'],
    'Neither satisfied nor dissatisfied': [
      'Ddim yn fodlon nac yn anfodlon',
      'Nac yn fodlon nac yn anfodlon',
      'Niwtral',
    ],
    Dissatisfied: ['Anfodlon'],
    'Fairly dissatisfied': ['Eithaf anfodlon'],
    'Very dissatisfied': ['Anfodlon iawn'],
  },
  clarity: yesNo,
  'yes-no': yesNo,
};
