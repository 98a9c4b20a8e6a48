import type { Language } from '../../core/format/language.ts';

const fr = {
  title: 'Mon territoire',
  none: 'toute la France',
  count: (count: number) => `${count} ${count > 1 ? 'départements' : 'département'}`,
  lead: 'Choisissez les départements que vous couvrez : le classement se refait pour eux seuls, et l’adresse de la page les garde.',
  regionToo: 'Le filtre par région s’applique aussi : seuls comptent les départements des deux.',
  map: 'Carte des départements à choisir',
  mapHelp:
    'Un clic choisit ou retire un département. Au clavier : flèches pour se déplacer, espace pour choisir.',
  hint: 'Montrez un département pour lire son nom.',
  chosen: 'choisi',
  notChosen: 'non choisi',
  list: 'Liste par région',
  wholeRegion: (region: string) => `Toute la région ${region}`,
  clear: 'Toute la France',
  groups: 'Groupes gardés dans ce navigateur',
  groupsText:
    'Un groupe porte le nom que vous lui donnez. Il reste sur cet appareil ; rien n’est envoyé.',
  groupName: 'Nom du groupe',
  save: 'Garder ce territoire',
  use: (name: string) => `Prendre le groupe ${name}`,
  rename: 'Renommer',
  renameOf: (name: string) => `Renommer le groupe ${name}`,
  newName: (name: string) => `Nouveau nom du groupe ${name}`,
  confirm: 'Valider',
  cancel: 'Annuler',
  remove: 'Supprimer',
  removeOf: (name: string) => `Supprimer le groupe ${name}`,
  saved: (name: string) => `« ${name} » est gardé.`,
  replaced: (name: string) => `« ${name} » existait : ses départements sont remplacés.`,
  removed: (name: string) => `« ${name} » est supprimé.`,
  taken: (name: string) => `« ${name} » existe déjà : choisissez un autre nom.`,
  nameless: 'Donnez un nom au groupe.',
  nothing: 'Choisissez d’abord un département.',
  refused:
    'Ce navigateur refuse de garder des données (navigation privée, réglage ou place manquante) : gardez plutôt l’adresse de la page, elle contient le territoire.',
};

export type TerritoryWords = typeof fr;

const en: TerritoryWords = {
  title: 'My territory',
  none: 'all of France',
  count: (count) => `${count} ${count > 1 ? 'departments' : 'department'}`,
  lead: 'Choose the departments you cover: the ranking is made again for them alone, and the page’s address keeps them.',
  regionToo: 'The filter by region applies too: only departments in both count.',
  map: 'Map of departments to choose',
  mapHelp: 'A click chooses or drops a department. By keyboard: arrows to move, space to choose.',
  hint: 'Point at a department to read its name.',
  chosen: 'chosen',
  notChosen: 'not chosen',
  list: 'List by region',
  wholeRegion: (region) => `The whole region ${region}`,
  clear: 'All of France',
  groups: 'Groups kept in this browser',
  groupsText: 'A group has the name you give it. It stays on this device; nothing is sent.',
  groupName: 'Name of the group',
  save: 'Keep this territory',
  use: (name) => `Take the group ${name}`,
  rename: 'Rename',
  renameOf: (name) => `Rename the group ${name}`,
  newName: (name) => `New name of the group ${name}`,
  confirm: 'Confirm',
  cancel: 'Cancel',
  remove: 'Delete',
  removeOf: (name) => `Delete the group ${name}`,
  saved: (name) => `“${name}” is kept.`,
  replaced: (name) => `“${name}” existed: its departments are replaced.`,
  removed: (name) => `“${name}” is deleted.`,
  taken: (name) => `“${name}” exists already: choose another name.`,
  nameless: 'Give the group a name.',
  nothing: 'Choose a department first.',
  refused:
    'This browser refuses to keep data (private browsing, a setting or lack of room): keep the page’s address instead, it holds the territory.',
};

const words: Record<Language, TerritoryWords> = { fr, en };

/** The words of the territory panel in a language. */
export const territoryWords = (language: Language): TerritoryWords => words[language];
