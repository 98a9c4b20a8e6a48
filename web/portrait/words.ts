import type { Dimension } from '../../core/contract/vocabulary.ts';
import type { Language } from '../../core/format/language.ts';

const fr = {
  indexTitle: 'Portraits',
  indexLead:
    'Une page par région, département, secteur et taille : qui répond, ce qui distingue ces entreprises du reste de la France, et ce que l’on peut en dire. Chaque portrait s’imprime et s’envoie par son adresse.',
  groups: {
    region: 'Régions',
    department: 'Départements',
    sector: 'Secteurs',
    size: 'Tailles',
  } satisfies Record<Dimension, string>,
  title: (population: string) => `Portrait des ${population}`,
  edition: 'Édition',
  who: 'Qui répond',
  counted: (n: string, weight: string, edition: number) =>
    `${n} entreprises ont répondu en ${edition} ; pondérées, elles en représentent ${weight}.`,
  nobody: (edition: number) => `Aucune entreprise de ce portrait n’a répondu en ${edition}.`,
  hidden: 'Moins de trois entreprises ont répondu : rien n’en est montré.',
  apart: 'Ce qui distingue ces entreprises',
  sure: 'Ce que l’on peut en dire',
  tooFew: (n: string) =>
    `Base trop faible (${n}) : en dessous de 20 entreprises répondantes, ou de 10 une fois la pondération prise en compte, aucune part n’est donnée et aucun écart n’est testé.`,
  low: (n: string) =>
    `Base faible (${n}) : seuls de très grands écarts pourraient se voir, et ceux-ci sont à lire avec prudence.`,
  smallest: (n: string, gap: string) =>
    `Avec ${n} répondants, un écart regardé seul ne se voit qu’au-delà de ${gap} environ. Il en faut davantage ici, où beaucoup d’écarts sont examinés ensemble.`,
  found: (significant: string, tested: string) =>
    `${tested} écarts avec le reste de la France ont été examinés ensemble ; au-delà du hasard : ${significant}.`,
  absent:
    'Un écart qui n’est pas décelable peut exister : ces réponses ne suffisent pas à le voir.',
  identity:
    'Les questions qui disent qui l’on est (secteur, taille, région) ne sont pas comparées.',
  caption: (population: string, edition: number) =>
    `Les ${population} et le reste de la France, ${edition}`,
  further: 'Aller plus loin',
  explore: 'Explorer les questions sur ces entreprises',
  exploreFirst: 'Explorer la première de ces questions',
  prospect: 'Prospecter parmi ces entreprises',
  compare: 'Voir tous les écarts examinés',
  moved: 'Ce qui a bougé dans ces entreprises',
  all: 'Tous les portraits',
  grouped: 'L’enquête ne les sépare pas. Voir le portrait :',
  print: 'Imprimer ce portrait',
  rest: 'Reste de la France',
  profile: 'Ce portrait',
};

const en: typeof fr = {
  indexTitle: 'Portraits',
  indexLead:
    'A page for each region, department, sector and size: who answers, what sets these enterprises apart from the rest of France, and how sure we are. Each portrait prints well and can be sent by its address.',
  groups: { region: 'Regions', department: 'Departments', sector: 'Sectors', size: 'Sizes' },
  title: (population) => `Portrait of ${population}`,
  edition: 'Edition',
  who: 'Who answers',
  counted: (n, weight, edition) =>
    `${n} enterprises answered in ${edition}; weighted, they stand for ${weight}.`,
  nobody: (edition) => `No enterprise of this portrait answered in ${edition}.`,
  hidden: 'Fewer than three enterprises answered: nothing is shown of them.',
  apart: 'What sets these enterprises apart',
  sure: 'How sure we are',
  tooFew: (n) =>
    `Base too small (${n}): under 20 responding enterprises, or 10 once weighted, no share is given and no difference is tested.`,
  low: (n) =>
    `Small base (${n}): only very large differences could be seen, and those call for caution.`,
  smallest: (n, gap) =>
    `With ${n} respondents, a difference looked at alone can be seen only beyond about ${gap}. It takes more here, where many differences are examined together.`,
  found: (significant, tested) =>
    `${tested} differences from the rest of France were examined together; beyond chance: ${significant}.`,
  absent: 'A difference that cannot be detected may exist: these answers are too few to see it.',
  identity: 'Questions that say who one is (sector, size, region) are not compared.',
  caption: (population, edition) => `${population} and the rest of France, ${edition}`,
  further: 'Going further',
  explore: 'Explore the questions for these enterprises',
  exploreFirst: 'Explore the first of these questions',
  prospect: 'Prospect among these enterprises',
  compare: 'See every difference examined',
  moved: 'What moved among these enterprises',
  all: 'All portraits',
  grouped: 'The survey does not part them. See the portrait:',
  print: 'Print this portrait',
  rest: 'Rest of France',
  profile: 'This portrait',
};

/** The words of the portraits, in a language. */
export const portraitWords: Record<Language, typeof fr> = { fr, en };
