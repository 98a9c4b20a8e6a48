import type { Said } from './problem.ts';

/** Why a parameter cannot be read, whatever the address. */
export const misread = {
  required: (name: string): Said => ({
    fr: `Le paramètre « ${name} » est obligatoire.`,
    en: `The parameter “${name}” is required.`,
  }),
  unknown: (name: string, known: readonly string[]): Said =>
    known.length === 0
      ? {
          fr: `« ${name} » n'est pas un paramètre : cette adresse n'en a pas.`,
          en: `“${name}” is not a parameter: this address has none.`,
        }
      : {
          fr: `« ${name} » n'est pas un paramètre de cette adresse. Paramètres : ${known.join(', ')}.`,
          en: `“${name}” is not a parameter of this address. Parameters: ${known.join(', ')}.`,
        },
  repeated: (name: string): Said => ({
    fr: `Le paramètre « ${name} » ne se donne qu'une fois.`,
    en: `The parameter “${name}” is given once only.`,
  }),
  tooMany: (name: string, most: number): Said => ({
    fr: `« ${name} » prend ${most} valeur${most > 1 ? 's' : ''} au plus.`,
    en: `“${name}” takes ${most} value${most > 1 ? 's' : ''} at most.`,
  }),
  tooFew: (name: string, least: number): Said => ({
    fr: `« ${name} » prend au moins ${least} valeur${least > 1 ? 's' : ''}.`,
    en: `“${name}” takes at least ${least} value${least > 1 ? 's' : ''}.`,
  }),
  /** Several values written as one, with commas, are told how to be given. */
  notAValue: (name: string, text: string, isKnown: (part: string) => boolean): Said => {
    const parts = text.split(',');
    if (parts.length > 1 && parts.every(isKnown)) {
      return {
        fr: `« ${name} » se donne une fois par valeur : ${parts.join(', puis ')}.`,
        en: `“${name}” is given once for each value: ${parts.join(', then ')}.`,
      };
    }
    return {
      fr: `« ${text} » n'est pas une valeur de « ${name} ».`,
      en: `“${text}” is not a value of “${name}”.`,
    };
  },
  notBoolean: (name: string, text: string): Said => ({
    fr: `« ${name} » vaut true ou false, pas « ${text} ».`,
    en: `“${name}” is true or false, not “${text}”.`,
  }),
  empty: (name: string): Said => ({
    fr: `Le paramètre « ${name} » est vide.`,
    en: `The parameter “${name}” is empty.`,
  }),
  notANumber: (name: string, text: string, whole: boolean): Said => ({
    fr: `« ${name} » est un nombre${whole ? ' entier' : ''}, pas « ${text} ».`,
    en: `“${name}” is a ${whole ? 'whole ' : ''}number, not “${text}”.`,
  }),
  outside: (name: string, text: string, limit: Said): Said => ({
    fr: `« ${name} » vaut ${limit.fr}, pas ${text}.`,
    en: `“${name}” is ${limit.en}, not ${text}.`,
  }),
  atLeast: (limit: number): Said => ({ fr: `au moins ${limit}`, en: `at least ${limit}` }),
  atMost: (limit: number): Said => ({ fr: `au plus ${limit}`, en: `at most ${limit}` }),
  moreThan: (limit: number): Said => ({ fr: `plus de ${limit}`, en: `more than ${limit}` }),
  lessThan: (limit: number): Said => ({ fr: `moins de ${limit}`, en: `less than ${limit}` }),
} as const;
