/** The words of a question's own page, in French; `historyEn` has the same keys. */
export const historyFr = {
  lang: 'fr',
  asked: (editions: string) => `Posée en ${editions}.`,
  stepsTitle: 'Ce qui a été demandé, mot à mot',
  sameWording: 'Même libellé',
  removed: 'retiré :',
  added: 'ajouté :',
  end: '(fin)',
  answersTitle: 'Comment les réponses se correspondent',
  answersText:
    'Chaque ligne est une réponse de la dernière édition qui l’a ; chaque colonne dit sous quels mots une édition l’a proposée. « = » : les mêmes mots.',
  unified: 'Réponse unifiée',
  absent: 'absente',
  sameLabel: 'mêmes mots',
  rewordedAnswer: 'libellé changé',
  addedAnswer: 'nouvelle',
  courseTitle: 'Ce qu’une courbe naïve aurait annoncé',
  courseText:
    'Soustraire deux parts ne suffit pas : il faut que la question et ses réponses soient les mêmes. À gauche, la soustraction ; à droite, ce qui peut être dit.',
  largest: (from: number, to: number, gap: string, status: string) =>
    `De ${from} à ${to}, une courbe naïve annoncerait ${gap}. Elle se tromperait de sujet (${status}) : cet écart ne mesure pas une évolution.`,
  answer: 'Réponse suivie',
  unanswered: 'Aucune réponse',
  unansweredText:
    'Personne n’a répondu à cette question : il n’y a ni part à donner, ni courbe à tracer.',
  claimsCaption: 'La soustraction, et ce qui peut être dit',
  pair: 'Éditions',
  naive: 'Courbe naïve',
  sayable: 'Ce qui peut être dit',
  refused: 'l’écart peut venir de la question autant que des entreprises',
  explore: 'Explorer cette question',
  choose: 'Chercher une question dans l’explorateur',
  neighbours: 'Questions voisines',
  previous: 'Question précédente',
  next: 'Question suivante',
};

export type HistoryWords = typeof historyFr;

export const historyEn: HistoryWords = {
  lang: 'en',
  asked: (editions) => `Asked in ${editions}.`,
  stepsTitle: 'What was asked, word by word',
  sameWording: 'Same wording',
  removed: 'removed:',
  added: 'added:',
  end: '(end)',
  answersTitle: 'How answers map',
  answersText:
    'Each row is an answer of the latest edition that has it; each column says in which words an edition offered it. “=”: the same words.',
  unified: 'Unified answer',
  absent: 'absent',
  sameLabel: 'same words',
  rewordedAnswer: 'reworded',
  addedAnswer: 'new',
  courseTitle: 'What a naive line would have claimed',
  courseText:
    'Subtracting two shares is not enough: the question and its answers must be the same. On the left, the subtraction; on the right, what may be said.',
  largest: (from, to, gap, status) =>
    `From ${from} to ${to}, a naive line would announce ${gap}. It would mistake its subject (${status}): this gap does not measure a change.`,
  answer: 'Answer followed',
  unanswered: 'No answer',
  unansweredText: 'Nobody answered this question: there is no share to give and no line to draw.',
  claimsCaption: 'The subtraction, and what may be said',
  pair: 'Editions',
  naive: 'Naive line',
  sayable: 'What may be said',
  refused: 'the gap may come from the question as much as from the firms',
  explore: 'Explore this question',
  choose: 'Search for a question in the explorer',
  neighbours: 'Neighbouring questions',
  previous: 'Previous question',
  next: 'Next question',
};
