import type { StoryKind } from '../../core/contract/stories.ts';
import type { Language } from '../../core/format/language.ts';

const fr = {
  title: (edition: number) => `Ce que l’édition ${edition} apprend`,
  titleAlone: 'Ce que la dernière édition apprend',
  kinds: {
    mover: 'Ce qui a bougé',
    gap: 'Ce qui distingue',
    record: 'Un record',
    fact: 'Ce que la plupart partagent',
  } satisfies Record<StoryKind, string>,
  data: 'Voir les données',
  history: 'L’histoire de la question',
  portrait: 'Le portrait',
  method: (standing: string, tested: string) =>
    `Ces faits sont calculés, non choisis : ${tested} évolutions, écarts, records et majorités ont été testés, chacun avec tous ceux de son espèce ; ${standing} dépassent le hasard. Les plus sûrs sont montrés, sans répéter ni une question ni un sujet.`,
  emptyTitle: 'Aucun fait à raconter',
  empty: 'Rien ici ne dépasse ce que le hasard montrerait : les chiffres restent à explorer.',
  emptyPublished:
    'Cette édition n’est connue que par ses résultats agrégés, sans base : rien ne peut y être testé. Les chiffres restent à explorer.',
  explore: 'Explorer les questions',
  chapters: 'Les chapitres',
  chaptersLead: 'Chaque chapitre s’ouvre sur ce que l’édition y apprend, puis liste ses questions.',
  chapter: (code: number) => `Chapitre ${code}`,
  counted: (count: number) => `${count} question${count > 1 ? 's' : ''}`,
  unknown: (code: number) => `Il n’y a pas de chapitre ${code}. Voici ceux du baromètre.`,
  questions: 'Les questions du chapitre',
  questionsLead:
    'Le dernier chiffre connu de chacune, pour l’ensemble des TPE et PME ; les réponses que le producteur compte ensemble le sont ici aussi.',
  question: 'Question',
  figure: 'Part',
  base: 'Base',
  edition: 'Édition',
  exploreOne: 'Explorer',
  exploreNamed: (label: string) => `Explorer : ${label}`,
  mostGiven: 'réponse la plus donnée',
  all: 'Tous les chapitres',
  previous: 'Chapitre précédent',
  next: 'Chapitre suivant',
};

const en: typeof fr = {
  title: (edition) => `What the ${edition} edition teaches`,
  titleAlone: 'What the latest edition teaches',
  kinds: {
    mover: 'What moved',
    gap: 'What sets apart',
    record: 'A record',
    fact: 'What most share',
  },
  data: 'See the data',
  history: 'The history of the question',
  portrait: 'The portrait',
  method: (standing, tested) =>
    `These findings are computed, not chosen: ${tested} changes, differences, records and majorities were tested, each with all its like; ${standing} are beyond chance. The surest are shown, without repeating a question or a subject.`,
  emptyTitle: 'Nothing to tell',
  empty: 'Nothing here is beyond what chance would show: the figures are still there to explore.',
  emptyPublished:
    'This edition is known by its aggregates alone, without base: nothing can be tested. The figures are still there to explore.',
  explore: 'Explore the questions',
  chapters: 'The chapters',
  chaptersLead: 'Each chapter opens with what the edition teaches there, then lists its questions.',
  chapter: (code) => `Chapter ${code}`,
  counted: (count) => `${count} question${count === 1 ? '' : 's'}`,
  unknown: (code) => `There is no chapter ${code}. Here are those of the barometer.`,
  questions: 'The questions of the chapter',
  questionsLead:
    'The latest known figure of each, for all small and medium enterprises; answers that the producer counts together are so here too.',
  question: 'Question',
  figure: 'Share',
  base: 'Base',
  edition: 'Edition',
  exploreOne: 'Explore',
  exploreNamed: (label) => `Explore: ${label}`,
  mostGiven: 'most frequent answer',
  all: 'All chapters',
  previous: 'Previous chapter',
  next: 'Next chapter',
};

/** The words of the stories and of the chapters, in a language. */
export const storyWords: Record<Language, typeof fr> = { fr, en };
