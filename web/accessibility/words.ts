import type { Language } from '../../core/format/language.ts';

/** A titled part of the statement: an introduction, then its points. */
export interface Part {
  title: string;
  lead: string;
  points: readonly string[];
}

interface Statement {
  lead: string;
  parts: readonly Part[];
}

const fr: Statement = {
  lead: 'Numoscope vise le niveau AA des règles WCAG 2.2 et les critères du RGAA qu’une machine ou un clavier peut vérifier. Ce n’est pas une déclaration de conformité : aucun audit complet des critères du RGAA n’a été mené.',
  parts: [
    {
      title: 'Ce qui est vérifié, et comment',
      lead: 'À chaque changement du code, dans un vrai navigateur (Chromium) :',
      points: [
        'axe-core ne relève aucune infraction, page par page et état par état (vide, chargé, en erreur, petite base, panneaux ouverts), en thème clair et en thème sombre, à 1280 et à 390 pixels de large ;',
        'aucune page ne défile de côté à 320 pixels ;',
        'le clavier seul atteint le contenu, les listes, les curseurs, les menus et les onglets ; le focus se voit, et va au titre de la page qui s’ouvre ;',
        'aucun texte d’un graphique n’en recouvre un autre ni ne sort de l’image, sur des données difficiles (vides, une seule réponse, toutes retirées, libellés très longs) ;',
        'les couleurs des graphiques ont au moins le contraste demandé, et rien n’y est dit par la couleur seule.',
      ],
    },
    {
      title: 'Ce que chaque graphique apporte',
      lead: 'Un graphique est une image, accompagnée de ce qui la remplace :',
      points: [
        'un texte de remplacement (genre, contenu, ce qui ressort) et une phrase visible qui en lit un chiffre ;',
        'un tableau complet des mêmes chiffres, avec leurs intervalles et leurs bases ;',
        'le même texte de remplacement dans les images SVG, les PDF et les graphiques intégrés à d’autres sites.',
      ],
    },
    {
      title: 'Ce qui n’a pas été vérifié',
      lead: 'Pour cela, il faut des personnes, ou d’autres outils :',
      points: [
        'l’usage avec un lecteur d’écran (NVDA, JAWS, VoiceOver), une loupe ou la commande vocale ;',
        'les navigateurs Firefox et Safari ;',
        'les critères du RGAA qui demandent un jugement humain, comme la pertinence de chaque texte.',
      ],
    },
    {
      title: 'Ce que l’on sait imparfait',
      lead: '',
      points: [
        'Les points d’un graphique et les départements d’une carte ne se parcourent pas au clavier un par un : leur tableau les donne tous.',
        'Les questions et les réponses restent en français dans les pages en anglais ; elles y sont le plus souvent, mais pas toujours, marquées comme telles.',
        'Un PDF décrit le graphique en une phrase, sans tableau ; il n’a pas été vérifié selon PDF/UA.',
        'Les grands tableaux croisés défilent de côté dans leur cadre sur un petit écran.',
      ],
    },
    {
      title: 'Signaler une difficulté',
      lead: 'Ouvrez un ticket dans le dépôt du code de Numoscope, ou écrivez à qui tient ce site. Dites la page, ce que vous vouliez faire, ce qui vous en a empêché, et avec quel outil.',
      points: [],
    },
  ],
};

const en: Statement = {
  lead: 'Numoscope aims at level AA of WCAG 2.2 and at the criteria of the French RGAA that a machine or a keyboard can check. It claims no conformity: no complete audit of the RGAA’s criteria was made.',
  parts: [
    {
      title: 'What is checked, and how',
      lead: 'At every change of the code, in a real browser (Chromium):',
      points: [
        'axe-core finds no violation, page by page and state by state (empty, loaded, failed, small base, panels open), in the light and the dark theme, 1280 and 390 pixels wide;',
        'no page scrolls sideways at 320 pixels;',
        'the keyboard alone reaches the content, lists, sliders, menus and tabs; focus is visible, and goes to the heading of the page that opens;',
        'no text of a chart covers another or leaves the picture, on awkward data (empty, a single answer, all withheld, very long labels);',
        'the colours of charts have at least the contrast asked for, and nothing is said by colour alone.',
      ],
    },
    {
      title: 'What each chart brings',
      lead: 'A chart is a picture, with what stands in for it:',
      points: [
        'an alternative text (kind, content, what stands out) and a visible sentence that reads one figure out;',
        'a complete table of the same figures, with their intervals and bases;',
        'the same alternative text in SVG pictures, PDFs and charts embedded in other sites.',
      ],
    },
    {
      title: 'What was not checked',
      lead: 'That takes people, or other tools:',
      points: [
        'use with a screen reader (NVDA, JAWS, VoiceOver), a magnifier or voice control;',
        'the browsers Firefox and Safari;',
        'the criteria of the RGAA that ask for human judgement, such as the relevance of each text.',
      ],
    },
    {
      title: 'What is known to fall short',
      lead: '',
      points: [
        'The points of a chart and the departments of a map cannot be walked one by one with the keyboard: their table gives them all.',
        'Questions and answers stay in French on English pages; mostly, but not always, they are marked as such.',
        'A PDF describes its chart in a sentence, without a table; it was not checked against PDF/UA.',
        'Large cross-tables scroll sideways within their frame on a small screen.',
      ],
    },
    {
      title: 'Reporting a difficulty',
      lead: 'Open an issue in the repository of Numoscope’s code, or write to whoever keeps this site. Say which page, what you wanted to do, what stopped you, and with which tool.',
      points: [],
    },
  ],
};

/** What was checked of the site's accessibility, what was not, and what is known to fall short. */
export const statements: Readonly<Record<Language, Statement>> = { fr, en };
