/** What the API's documentation says, by its French: descriptions stand beside what they describe, once. */
const english: Readonly<Record<string, string>> = {
  // The API as a whole
  'Le Baromètre France Num, toutes éditions : parts pondérées avec leurs intervalles, évolutions, classements. Les parts vont de 0 à 1, les poids sont des nombres d’entreprises. Un chiffre qui ne peut être donné est `null`, avec un `flag`.':
    'The Baromètre France Num, all editions: weighted shares with their intervals, changes, rankings. Shares go from 0 to 1, weights are numbers of enterprises. A figure that cannot be given is `null`, with a `flag`.',
  'Inchangé depuis la dernière réponse (ETag).': 'Unchanged since the last answer (ETag).',
  'Un paramètre est refusé ; la réponse le nomme et dit ce qui est admis.':
    'A parameter is refused; the answer names it and says what is allowed.',
  "L'adresse ne désigne rien.": 'The address names nothing.',
  "Aucun entrepôt n'est encore publié.": 'No warehouse has been published yet.',

  // Addresses
  'Origine des données, éditions, licence, sources.':
    'Where the data come from, editions, licence, sources.',
  'Toutes les clés (départements, régions, secteurs, tailles) et leurs libellés.':
    'All keys (departments, regions, sectors, sizes) and their labels.',
  'Les questions du baromètre, avec recherche sans accents.':
    'The questions of the survey, with a search that ignores accents.',
  'Une question : réponses, formulations par édition, comparabilité.':
    'One question: answers, wordings by edition, comparability.',
  "Une question d'une édition, croisée avec zéro, une ou deux dimensions : parts pondérées, intervalles, tests.":
    'One question of one edition, crossed with no, one or two dimensions: weighted shares, intervals, tests.',
  "Une question d'édition en édition : parts, évolutions testées, ruptures de série.":
    'One question from edition to edition: shares, tested changes, breaks in series.',
  'Le profil que les filtres choisissent, comparé au reste de la France.':
    'The profile that the filters choose, compared with the rest of France.',
  'Ce qui a le plus changé entre deux éditions, et ce que montrerait le seul hasard.':
    'What changed most between two editions, and what chance alone would show.',
  'Un classement de départements, régions, secteurs, tailles, ou de leurs croisements.':
    'A ranking of departments, regions, sectors, sizes, or of their crossings.',
  'Ce qu’une édition apprend, calculé et non choisi : évolutions, écarts, records et majorités qui dépassent le hasard, chacun avec sa phrase, ses chiffres et son graphique.':
    'What an edition teaches, computed and not chosen: changes, gaps, records and majorities beyond chance, each with its sentence, its figures and its chart.',
  'Ce que l’entrepôt recalcule, en regard de ce qui a été publié officiellement, chiffre par chiffre.':
    'What the warehouse recomputes, beside what was officially published, figure by figure.',
  'Un graphique fini : titre, chiffres, base, source, date, avertissement. Il prend aussi tous les paramètres de sa vue.':
    'A finished chart: title, figures, base, source, date, notice. It also takes all the parameters of its view.',
  'L’entrepôt entier : toutes les tables en Parquet, datapackage.json (Frictionless) et quality.json, dans une archive ZIP.':
    'The whole warehouse: all tables as Parquet, datapackage.json (Frictionless) and quality.json, in a ZIP archive.',
  'Le même classement que /rankings, ses volumes calés sur les effectifs officiels du CSV envoyé : une colonne « entreprises » et une à trois des colonnes département, secteur, taille. Le fichier sert à cette réponse et n’est pas gardé.':
    'The same ranking as /rankings, its volumes calibrated to the official counts of the CSV sent: a column “enterprises” and one to three of the columns department, sector, size. The file serves for this answer and is not kept.',

  // Parameters
  'Mots cherchés dans les libellés, descriptions et réponses, sans accents ni casse':
    'Words sought in labels, descriptions and answers, whatever the accents and the case',
  'Numéro de chapitre': 'Number of the chapter',
  'Numéro de chapitre ; tous par défaut, variés':
    'Number of the chapter; all by default, in variety',
  'Questions posées cette année-là': 'Questions asked that year',
  '`latest` : chaque question porte aussi son dernier chiffre, tous ensemble':
    '`latest`: each question also carries its latest figure, of all enterprises',
  'Code unifié': 'Unified code',
  'Code unifié de la question': 'Unified code of the question',
  'Année ; la dernière qui a la question par défaut':
    'Year; by default the latest that has the question',
  'Année ; la dernière qui a des microdonnées par défaut':
    'Year; by default the latest that has microdata',
  'Année ; la dernière qui a les microdonnées par défaut':
    'Year; by default the latest that has microdata',
  'Dimensions du croisement, deux au plus': 'Dimensions of the breakdown, two at most',
  'Réponses comptées ensemble ; sans elles, une cellule par réponse':
    'Answers counted together; without them, one cell for each answer',
  'Réponses comptées ensemble ; sans elles, une série par réponse':
    'Answers counted together; without them, one series for each answer',
  'Réponses comptées ensemble ; les favorables par défaut':
    'Answers counted together; by default the favourable ones',
  'Base des chiffres : microdata quand elle existe, sinon published':
    'Basis of the figures: microdata where there is, else published',
  'Niveau des intervalles': 'Level of the intervals',
  'Compare aussi les groupes deux à deux : chaque ligne a une lettre, chaque cellule celles des lignes nettement plus basses':
    'Compares groups two by two as well: each row has a letter, each cell those of the rows that are clearly lower',
  'Donne aussi, pour chaque cellule, le nombre d’entreprises estimé, son erreur type et son intervalle':
    'Also gives, for each cell, the estimated number of enterprises, its standard error and its interval',
  'Somme des poids de ceux qui ont donné la réponse ; avec `totals`, nulle où le nombre est retenu':
    'Sum of the weights of those who gave the answer; with `totals`, null where the number is withheld',
  'Nombre d’entreprises estimé, si `totals` le demande':
    'Estimated number of enterprises, if `totals` asks for it',
  "Code INSEE d'une région, ou 93+94 ; se répète": 'INSEE code of a region, or 93+94; repeats',
  "Code INSEE d'un département ; se répète": 'INSEE code of a department; repeats',
  'Secteur (voir /dimensions) ; se répète': 'Sector (see /dimensions); repeats',
  'Taille : 0, 1-9, 10-49, 50-249 ; se répète': 'Size: 0, 1-9, 10-49, 50-249; repeats',
  'Format de la réponse.': 'Format of the answer.',
  'Langue des intitulés, des notes et des noms d’un fichier ; le JSON n’en a pas, les questions et réponses restent en français.':
    'Language of the headings, notes and names of a file; JSON has none, questions and answers stay French.',
  'Une série par valeur': 'One series for each value',
  'Éditions montrées, comparées chacune à la précédente ; toutes par défaut':
    'Editions shown, each compared with the one before; all by default',
  'Écarts rendus': 'Differences given',
  'Première édition ; l’avant-dernière par défaut': 'First edition; by default the last but one',
  'Seconde édition ; la dernière par défaut': 'Second edition; by default the last',
  'Ce qui est classé : une dimension, ou deux croisées':
    'What is ranked: one dimension, or two crossed',
  'Au lieu d’une question : code:réponse[|réponse…]:+ ou -:poids ; se répète':
    'Instead of a question: code:answer[|answer…]:+ or -:weight; repeats',
  'Effectif brut, part brute, part lissée (par défaut), entreprises concernées, score de critères':
    'Raw count, raw share, smoothed share (by default), enterprises concerned, score of criteria',
  'Lignes rendues ; toutes par défaut': 'Rows given; all by default',
  'Avec des critères : les sommes dont le score se recalcule sous d’autres poids':
    'With criteria: the sums from which the score is computed again under other weights',
  'Faits rendus': 'Facts given',
  '`charts` : chaque fait porte aussi les chiffres de son graphique':
    '`charts`: each fact also carries the figures of its chart',
  "L'adresse dont les chiffres sont dessinés.": 'The address whose figures are drawn.',
  'Image, archive de ce qui est dessiné, ou spécification Vega-Lite.':
    'A picture, an archive of what is drawn, or a Vega-Lite specification.',
  'Largeur en pixels (800)': 'Width in pixels (800)',
  'Hauteur en pixels ; sans elle, ce que les chiffres demandent':
    'Height in pixels; without it, what the figures ask for',
  'Langue des mots (fr)': 'Language of the words (fr)',
  'Fond clair ou sombre (light)': 'Light or dark background (light)',
  'Forme du graphique, parmi celles de la vue': 'Form of the chart, among those of the view',
  'Nom du fichier, que la réponse dit à côté des volumes.':
    'Name of the file, which the answer says beside the volumes.',

  // Answers
  'À dire partout où des chiffres sont montrés, quand ce ne sont pas ceux de l’enquête':
    'To be said wherever figures are shown, when they are not those of the survey',
  'Identifie le contenu de l’entrepôt': 'Identifies what the warehouse holds',
  'Pourquoi, prêt à lire, en français': 'Why, ready to read, in French',
  'Par la grammaire seule': 'By its grammar alone',
  'Les mêmes raisons : un code, et ce que la phrase nomme':
    'The same reasons: a code, and what the sentence names',
  '`single` ou `multiple`': '`single` or `multiple`',
  'Part pondérée des entreprises de l’édition à qui la question a été posée (0 à 1) ; null quand les réponses ne le disent pas':
    'Weighted part of the edition’s enterprises that the question was put to (0 to 1); null where the answers do not tell',
  'Libellés des cellules, dans leur ordre': 'Labels of the cells, in their order',
  'Lettres des lignes dont la part est nettement plus basse, si `letters` les demande':
    'Letters of the rows whose share is clearly lower, if `letters` asks for them',
  'Lettre de la ligne, si `letters` la demande': 'Letter of the row, if `letters` asks for it',
  'Mises en garde, prêtes à lire, en français': 'Cautions, ready to read, in French',
  'Avertissement propre à l’entrepôt': 'Notice of this very warehouse',
  'Part pondérée des interrogés sans réponse (0 à 1)':
    'Weighted part of those asked who did not answer (0 to 1)',
  'Lignes où plus d’un interrogé sur cinq, ou sur deux, n’a pas répondu':
    'Rows where more than one asked in five, or in two, did not answer',
  'Plus d’un sur deux : les parts ne sont pas données':
    'More than one in two: the shares are not given',
  'Dans une série, les éditions connues par les agrégats ; vide si toutes le sont':
    'In a series, the editions known by the aggregates; empty if all are',
  'Les mêmes mises en garde : un code, et ce que la phrase nomme':
    'The same cautions: a code, and what the sentence names',
  'Nombre d’écarts examinés ensemble, dont les q tiennent compte':
    'Number of differences looked at together, which the q values allow for',
  'Écarts que le hasard seul ferait passer à 5 %, sans correction':
    'Differences that chance alone would let pass at 5 %, uncorrected',
  'Plus grand écart que le hasard seul dépasserait une fois sur deux':
    'Largest difference, which chance alone would exceed one time in two',
  'Part du score, critères retenus sommant à 1':
    'Part of the score; those of the criteria kept add up to 1',
  'Fichier d’effectifs officiels sur lequel les volumes sont calés':
    'File of official counts that the volumes are calibrated to',
  'Segments qui ont une base, quelle que soit la limite':
    'Segments that have a base, whatever the limit',
  'Avec un fichier d’effectifs officiels : effectif du segment, effectif d’un ensemble réparti selon l’enquête, ou estimation de l’enquête mise à l’échelle, le fichier ne donnant pas le segment':
    'With a file of official counts: the segment’s count, a larger count shared out as in the survey, or the survey’s estimate set to scale where the file does not give the segment',
  'Groupe de segments que les données ne départagent pas, 1 en tête ; null si l’ordre est indicatif':
    'Group of segments that the data do not tell apart, 1 first; null if the order is indicative',
  '50 : segment moyen ; 10 points : un écart type entre segments ; ni minimum ni maximum':
    '50: the average segment; 10 points: one standard deviation between segments; neither minimum nor maximum',
  'Intervalle du score à 90 %, sur lequel reposent ses rangs':
    'Interval of the score at 90 %, on which its ranks rest',
  'Par critère : la part lissée du segment et ce qu’elle apporte au score':
    'For each criterion: the segment’s smoothed share and what it brings to the score',
  'Critères auxquels il est répondu, un bit chacun': 'Criteria that were answered, one bit each',
  'Pour chaque ligne, sa place dans `groups` ; null si sa base est trop petite':
    'For each row, its place in `groups`; null if its base is too small',
  'Du point de comparaison (reste, éditions précédentes) au fait lui-même':
    'From what it is compared with (rest, earlier editions) to the fact itself',
  'Avec `detail=charts`': 'With `detail=charts`',
  'Adresse des chiffres du graphique': 'Address of the chart’s figures',
  'Page du site où ils s’explorent': 'Page of the site where they are explored',
  'Réponses comptées ensemble': 'Answers counted together',
  'Réponses de la base, si elle est réduite': 'Answers that make the base, if it is not all',
  'Dans son unité : pour cent, points, répondants ou entreprises':
    'In its unit: per cent, points, respondents or enterprises',
  'Pourquoi le chiffre n’est pas vérifié, ou ce qui est comparé, en français':
    'Why the figure is not checked, or what is compared, in French',
  'Ce que l’API répond, en français': 'What the API answers, in French',
  'Rapport de l’ingestion ; nul quand l’entrepôt n’en a pas':
    'Report of the ingestion; null where the warehouse has none',
  'Une archive ZIP, décrite par son datapackage.json.':
    'A ZIP archive, described by its datapackage.json.',
  "L'entrepôt n'a pas été publié avec ses fichiers.":
    'The warehouse was not published with its files.',
  'Le classement, avec `volumes` et, pour chaque potentiel, son `basis`.':
    'The ranking, with `volumes` and, for each potential, its `basis`.',
  'Un paramètre est refusé, ou le fichier ne se lit pas : la ligne et la colonne sont dites.':
    'A parameter is refused, or the file cannot be read: its line and column are said.',
  'Le fichier dépasse deux mégaoctets.': 'The file exceeds two megabytes.',
  'Le corps n’est pas du `text/csv`.': 'The body is not `text/csv`.',
};

/** A sentence of the documentation in English; undefined where nobody has translated it. */
export const sayInEnglish = (french: string): string | undefined =>
  french.startsWith('Exemple : ') ? french.replace('Exemple : ', 'Example: ') : english[french];
