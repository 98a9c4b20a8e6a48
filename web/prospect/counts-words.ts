import type { Language } from '../../core/format/language.ts';

const fr = {
  title: 'Effectifs officiels',
  none: 'volumes de l’enquête',
  now: (file: string) => `volumes calés sur ${file}`,
  summary: (file: string) => `Les volumes reposent sur les effectifs officiels de « ${file} ».`,
};

type CountsWords = typeof fr;

const en: CountsWords = {
  title: 'Official counts',
  none: 'the survey’s volumes',
  now: (file) => `volumes calibrated to ${file}`,
  summary: (file) => `Volumes rest on the official counts of “${file}”.`,
};

/** What is said of official counts where they are not brought. */
export const countsWords = (language: Language): CountsWords => (language === 'fr' ? fr : en);
