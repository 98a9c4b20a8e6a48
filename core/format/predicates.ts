import type { Language } from './language.ts';

/** What enterprises that gave the favourable answers to a question do, after « Un quart des TPE-PME ». */
export interface Predicate extends Record<Language, string> {
  code: number;
  /** The question must still be this one: codes have been reused between editions. */
  label: RegExp;
  meaning: 'yes' | 'agree';
}

const agree = (code: number, label: RegExp, fr: string, en: string): Predicate => ({
  code,
  label,
  meaning: 'agree',
  fr,
  en,
});

const yes = (code: number, label: RegExp, fr: string, en: string): Predicate => ({
  code,
  label,
  meaning: 'yes',
  fr,
  en,
});

export const predicates: readonly Predicate[] = [
  agree(
    501,
    /bénéfice réel/i,
    'jugent que le numérique leur apporte un bénéfice réel',
    'say digital tools bring them a real benefit',
  ),
  agree(
    502,
    /mes clients/i,
    'jugent que le numérique facilite la communication avec leurs clients',
    'say digital tools ease communication with their customers',
  ),
  agree(
    504,
    /perdre plus de temps/i,
    'disent perdre plus de temps qu’elles n’en gagnent avec le numérique',
    'say digital tools cost them more time than they save',
  ),
  agree(
    505,
    /économies/i,
    'disent réaliser des économies grâce au numérique',
    'say digital tools save them money',
  ),
  agree(
    506,
    /gagner de l'argent/i,
    'disent gagner de l’argent grâce au numérique',
    'say digital tools earn them money',
  ),
  agree(
    507,
    /chiffre d'affaires/i,
    'disent que le numérique augmente leur chiffre d’affaires',
    'say digital tools increase their turnover',
  ),
  agree(
    508,
    /mes bénéfices/i,
    'disent que le numérique augmente leurs bénéfices',
    'say digital tools increase their profits',
  ),
  agree(
    510,
    /pirater/i,
    'craignent de perdre ou de se faire pirater des données',
    'fear losing data or being hacked',
  ),
  agree(
    511,
    /en retard/i,
    's’estiment en retard sur le numérique',
    'think they lag behind their sector in digital matters',
  ),
  yes(601, /site internet/i, 'ont un site internet', 'have a website'),
  yes(
    604,
    /réseaux sociaux/i,
    'ont un compte professionnel sur les réseaux sociaux',
    'have a business account on social media',
  ),
  yes(
    611,
    /relation client|CRM/i,
    'ont un logiciel de gestion de la relation client',
    'have customer relationship software',
  ),
  yes(621, /site internet marchand/i, 'vendent sur leur propre site', 'sell on their own website'),
  yes(622, /place de marché/i, 'vendent sur une place de marché', 'sell on a marketplace'),
  yes(623, /réseaux sociaux/i, 'vendent par les réseaux sociaux', 'sell through social media'),
  yes(704, /signature/i, 'utilisent la signature électronique', 'use electronic signatures'),
  yes(712, /facturation/i, 'ont une solution de facturation', 'have invoicing software'),
  yes(731, /^ERP/i, 'ont un ERP', 'have an ERP'),
  yes(801, /intelligence artificielle/i, 'utilisent l’IA', 'use AI'),
  yes(802, /IA générative/i, 'utilisent l’IA générative', 'use generative AI'),
  yes(
    911,
    /mesures de cybersécurité/i,
    'ont pris des mesures de cybersécurité',
    'have taken cybersecurity measures',
  ),
  yes(921, /antivirus/i, 'ont un antivirus', 'have antivirus software'),
  yes(1002, /fibre/i, 'ont une connexion à la fibre optique', 'have a fibre connection'),
  yes(1423, /France Num/i, 'connaissent France Num', 'know France Num'),
];
