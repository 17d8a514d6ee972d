/** Families of answers in German, French and Spanish, in the order in which forms offer them. */
export const familiesInOtherLanguages: readonly (readonly string[])[] = [
  [
    'trifft voll und ganz zu | trifft voll zu | trifft völlig zu',
    'trifft zu',
    'trifft eher zu',
    'teils | teils/teils | teils, teils | teils teils | weder noch | neutral',
    'trifft eher nicht zu',
    'trifft nicht zu',
    'trifft gar nicht zu | trifft überhaupt nicht zu',
  ],
  [
    'stimme voll und ganz zu | stimme voll zu | stimme völlig zu | stimme vollständig zu',
    'stimme zu',
    'stimme eher zu',
    'teils/teils | teils, teils | teils teils | weder noch | neutral',
    'stimme eher nicht zu',
    'stimme nicht zu',
    'stimme gar nicht zu | stimme überhaupt nicht zu',
  ],
  [
    "tout à fait d'accord",
    "d'accord",
    "plutôt d'accord",
    "ni d'accord ni pas d'accord | ni d'accord, ni pas d'accord | neutre",
    "plutôt pas d'accord",
    "pas d'accord",
    "pas du tout d'accord",
  ],
  [
    'totalmente de acuerdo | muy de acuerdo | completamente de acuerdo',
    'de acuerdo',
    'algo de acuerdo',
    'ni de acuerdo ni en desacuerdo | neutral | indiferente',
    'algo en desacuerdo',
    'en desacuerdo',
    'totalmente en desacuerdo | muy en desacuerdo | completamente en desacuerdo',
  ],
  [
    'immer | täglich',
    'häufig | oft | wöchentlich',
    'manchmal | gelegentlich | monatlich',
    'selten',
    'nie | niemals',
  ],
  ['toujours', 'souvent', 'parfois | de temps en temps', 'rarement', 'jamais'],
  [
    'siempre',
    'casi siempre',
    'a menudo | frecuentemente | con frecuencia',
    'a veces | algunas veces',
    'rara vez | raramente',
    'casi nunca',
    'nunca',
  ],
  ['muy alto | muy alta', 'alto | alta', 'medio | media | regular', 'bajo | baja', 'muy bajo | muy baja'],
];

/** Adverbs that stand before a word in these languages, by how much they say, from the most to none at all. */
export const adverbsInOtherLanguages = {
  most: ['äußerst', 'completamente', 'totalmente', 'tout à fait'],
  very: ['sehr', 'muy', 'très'],
  quite: ['ziemlich', 'bastante', 'assez'],
  rather: ['eher', 'mäßig', 'plutôt', 'algo', 'moyennement'],
  slightly: ['etwas', 'un peu', 'un poco'],
  notVery: ['wenig', 'kaum', 'poco', 'peu', 'eher nicht'],
  not: ['nicht', 'pas'],
  notAtAll: ['gar nicht', 'überhaupt nicht', 'nada', 'pas du tout'],
} as const;
