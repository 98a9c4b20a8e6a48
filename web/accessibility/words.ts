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
        'axe-core ne relève aucune infraction, page par page et état par état (vide, chargé, en erreur, petite base, panneaux ouverts), en thème clair à 1280 pixels de large et en thème sombre à 390 ; la taille des cibles (24 pixels) en fait partie ;',
        'aucune de ces pages ne défile de côté à 320 pixels, ni, pour cinq d’entre elles, quand l’interligne et l’espace entre les lettres et les mots sont agrandis comme le veut la règle 1.4.12 ;',
        'le clavier seul atteint le contenu, les listes, les curseurs, les menus et les onglets ; le focus se voit, et va au titre de la page qui s’ouvre ; il ne passe pas sous la colonne qu’un tableau large garde en place ;',
        'sur un téléphone, un tableau d’écarts, un classement et celui des clients tiennent dans la largeur et restent des tableaux, avec leurs titres, pour les outils d’assistance ;',
        'rien ne bouge sous les yeux quand six des pages arrivent (décalage cumulé sous 0,03) ;',
        'sans JavaScript, chaque adresse montre le graphique de sa page et mène à son tableau et à ses chiffres ;',
        'aucun texte d’un graphique n’en recouvre un autre ni ne sort de l’image, sur des données difficiles (vides, une seule réponse, toutes retirées, libellés très longs) ;',
        'les couleurs des graphiques ont au moins le contraste demandé, et rien n’y est dit par la couleur seule.',
      ],
    },
    {
      title: 'Ce qui a été vérifié une fois',
      lead: 'Sur les données de démonstration, par des programmes qui mesurent ; une partie de leurs images ont été regardées :',
      points: [
        'seize pages parcourues avec la seule touche Tab, à 1280 et à 390 pixels : chaque arrêt a un contour visible et rien ne le couvre ;',
        'six pages en couleurs forcées, claires et sombres, et la liste des raccourcis et celle des questions dans une fenêtre de 320 × 256 pixels (un agrandissement de 400 %) ;',
        'le décalage cumulé de vingt-quatre pages, processeur ralenti quatre fois, à 390 et à 1280 pixels : sous 0,01 partout ;',
        'les pages du site de 320 à 1920 pixels : textes coupés ou superposés, listes tronquées, cibles trop petites.',
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
        'Les points d’un graphique et les départements de la carte d’un classement ne se parcourent pas au clavier un par un : leur tableau les donne tous.',
        'Les questions et les réponses restent en français dans les pages en anglais ; elles y sont marquées comme telles dans les textes et les tableaux, mais ni dans les graphiques et leurs textes de remplacement, ni dans les citations.',
        'Le texte d’un graphique ne suit pas l’espacement choisi par le lecteur : il a sa place dans l’image.',
        'Un PDF décrit le graphique en une phrase, sans tableau ; il n’a pas été vérifié selon PDF/UA.',
        'Les grands tableaux croisés défilent de côté dans leur cadre ; une flèche le signale.',
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
        'axe-core finds no violation, page by page and state by state (empty, loaded, failed, small base, panels open), in the light theme 1280 pixels wide and the dark one 390 pixels wide; the size of targets (24 pixels) is among the rules;',
        'none of these pages scrolls sideways at 320 pixels, nor, for five of them, when the space between lines, letters and words is enlarged as rule 1.4.12 wants;',
        'the keyboard alone reaches the content, lists, sliders, menus and tabs; focus is visible, and goes to the heading of the page that opens; it does not pass under the column that a wide table keeps in place;',
        'on a phone, a table of differences, a ranking and that of customers fit the width and are still tables, with their headings, to assistive tools;',
        'nothing moves in sight while six of the pages come (cumulative layout shift under 0.03);',
        'without JavaScript, each address shows its page’s chart and leads to its table and its figures;',
        'no text of a chart covers another or leaves the picture, on awkward data (empty, a single answer, all withheld, very long labels);',
        'the colours of charts have at least the contrast asked for, and nothing is said by colour alone.',
      ],
    },
    {
      title: 'What was checked once',
      lead: 'On the demonstration data, by programs that measure; some of their pictures were looked at:',
      points: [
        'sixteen pages walked with the Tab key alone, 1280 and 390 pixels wide: each stop has a visible outline, and nothing covers it;',
        'six pages in forced colours, light and dark, and the list of shortcuts and that of questions in a window of 320 × 256 pixels (a zoom of 400%);',
        'the layout shift of twenty-four pages, the processor slowed four times, 390 and 1280 pixels wide: under 0.01 everywhere;',
        'the pages of the site from 320 to 1920 pixels: texts cut or overlapping, lists truncated, targets too small.',
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
        'The points of a chart and the departments of a ranking’s map cannot be walked one by one with the keyboard: their table gives them all.',
        'Questions and answers stay in French on English pages; they are marked as such in texts and tables, but neither in charts and their alternative texts nor in citations.',
        'The text of a chart does not follow the spacing that the reader chose: it has its place in the picture.',
        'A PDF describes its chart in a sentence, without a table; it was not checked against PDF/UA.',
        'Large cross-tables scroll sideways within their frame; an arrow says so.',
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
