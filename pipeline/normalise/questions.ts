import { codeKey, plainText, wordKey } from './text.ts';

/** A question as the correspondence table, or what stands in for it, describes it. */
export interface QuestionDefinition {
  code: number;
  label: string;
  chapter: number;
  chapterLabel: string;
  subchapter: string | null;
  description: string | null;
  direction: 'favourable' | 'unfavourable' | 'neutral';
  counted: string | null;
  /** The question’s code in each edition’s own file. */
  codes: ReadonlyMap<number, string>;
  /** The question’s wording in each edition. */
  labels: ReadonlyMap<number, string>;
}

/** Where the definitions come from; told in the quality report when it is not the portal’s table. */
export type BookOrigin = 'correspondence' | 'previous' | 'shipped';

export type Resolution =
  | { question: number; how: 'translated' | 'current code' | 'wording' | 'new' }
  | { reason: string };

const enough = 0.5;

const stopWords = new Set([
  'de',
  'la',
  'le',
  'les',
  'des',
  'du',
  'd',
  'l',
  'et',
  'a',
  'au',
  'un',
  'une',
  'en',
  'votre',
  'que',
  'qui',
]);

const tokensOf = (label: string): Set<string> =>
  new Set(
    wordKey(label)
      .split(' ')
      .filter((token) => token !== '' && !stopWords.has(token)),
  );

/** How alike two wordings are: 1 the same words, 0 none shared (Dice on words, articles left out). */
export function wordingLikeness(one: string, other: string): number {
  if (wordKey(one) === wordKey(other)) return 1;
  const [a, b] = [tokensOf(one), tokensOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((token) => b.has(token)).length;
  const dice = (2 * shared) / (a.size + b.size);
  const contained = shared / Math.min(a.size, b.size);
  return Math.min(a.size, b.size) >= 3 && contained === 1 ? Math.max(dice, 0.9) : dice;
}

/** Whether two wordings differ by their articles and prepositions alone. */
export function sameWords(one: string, other: string): boolean {
  const [a, b] = [tokensOf(one), tokensOf(other)];
  return a.size === b.size && [...a].every((token) => b.has(token));
}

const quoted = (text: string): string => `« ${text.length > 90 ? `${text.slice(0, 89)}…` : text} »`;

/** The questions of a warehouse under construction: finds which one a row of an edition is about. */
export class QuestionBook {
  readonly origin: BookOrigin;
  readonly #definitions = new Map<number, QuestionDefinition>();
  readonly #byEdition = new Map<string, QuestionDefinition>();
  readonly #editionsWithCodes = new Set<number>();
  /** The words of each definition’s wordings: every wording that changed is looked for among them all. */
  readonly #keys = new Map<QuestionDefinition, ReadonlySet<string>>();

  constructor(definitions: Iterable<QuestionDefinition>, origin: BookOrigin) {
    this.origin = origin;
    for (const definition of definitions) this.#add(definition);
  }

  get definitions(): readonly QuestionDefinition[] {
    return [...this.#definitions.values()].sort((a, b) => a.code - b.code);
  }

  get(code: number): QuestionDefinition | undefined {
    return this.#definitions.get(code);
  }

  #add(definition: QuestionDefinition): void {
    this.#definitions.set(definition.code, definition);
    for (const [edition, code] of definition.codes) {
      if (codeKey(code) === '') continue;
      this.#editionsWithCodes.add(edition);
      this.#byEdition.set(`${edition} ${codeKey(code)}`, definition);
    }
  }

  /**
   * Translates a code found in an edition’s own file. A code is believed only with its wording: the
   * translation by (edition, code) and today’s code are weighed against the label in the file. Rows
   * without a code are found by their wording alone.
   * @returns the unified code, or why there is none
   */
  resolve(edition: number, code: string | null, label: string | null): Resolution {
    const [key, wording] = [codeKey(code), plainText(label)];
    if (key === '') return this.#byWording(edition, wording);
    const translated = this.#byEdition.get(`${edition} ${key}`);
    const current = /^\d+$/u.test(key) ? this.#definitions.get(Number(key)) : undefined;
    if (wording === '') return this.#withoutWording(edition, key, translated, current);
    const scored = [
      { definition: translated, how: 'translated' as const },
      { definition: current, how: 'current code' as const },
    ].flatMap(({ definition, how }) =>
      definition ? [{ definition, how, likeness: this.#likeness(definition, wording) }] : [],
    );
    const best = scored.sort((a, b) => b.likeness - a.likeness)[0];
    if (best && best.likeness >= enough) {
      const other = best.likeness < 1 ? this.#byWording(edition, wording) : best;
      if ('question' in other && other.question !== best.definition.code) {
        return {
          reason: `code ${key} of ${edition} has the wording ${quoted(wording)}, which is question ${other.question}'s in the correspondence table`,
        };
      }
      return { question: best.definition.code, how: best.how };
    }
    if (!best) return this.#unknown(edition, key, wording);
    return {
      reason: `code ${key} of ${edition} is ${quoted(wording)} in the file but ${quoted(best.definition.labels.get(edition) ?? best.definition.label)} in the correspondence table`,
    };
  }

  #likeness(definition: QuestionDefinition, wording: string): number {
    const labels = new Set([definition.label, ...definition.labels.values()]);
    return Math.max(...[...labels].map((label) => wordingLikeness(label, wording)));
  }

  #keysOf(definition: QuestionDefinition): ReadonlySet<string> {
    const known = this.#keys.get(definition);
    if (known !== undefined) return known;
    const keys = new Set([definition.label, ...definition.labels.values()].map(wordKey));
    this.#keys.set(definition, keys);
    return keys;
  }

  #withoutWording(
    edition: number,
    key: string,
    translated: QuestionDefinition | undefined,
    current: QuestionDefinition | undefined,
  ): Resolution {
    if (translated) return { question: translated.code, how: 'translated' };
    if (current) return { question: current.code, how: 'current code' };
    return { reason: `code ${key} is not in the correspondence table for ${edition}` };
  }

  #byWording(edition: number, wording: string): Resolution {
    if (wording === '') return { reason: 'the row has neither a question code nor a wording' };
    const key = wordKey(wording);
    const matches = this.definitions.filter((definition) => this.#keysOf(definition).has(key));
    const [only] = matches;
    if (only && matches.length === 1) return { question: only.code, how: 'wording' };
    return {
      reason: `the row has no question code and its wording ${quoted(wording)} ${matches.length === 0 ? 'matches no question' : 'matches several questions'} of ${edition}`,
    };
  }

  /** A code that no table knows: found by its wording, else kept as a question of its own. */
  #unknown(edition: number, key: string, wording: string): Resolution {
    const found = this.#byWording(edition, wording);
    if ('question' in found) return found;
    const code = Number(key);
    const otherwiseNumbered =
      this.origin === 'correspondence' && this.#editionsWithCodes.has(edition);
    if (otherwiseNumbered || !/^\d{1,4}$/u.test(key)) {
      return { reason: `code ${key} is not in the correspondence table for ${edition}` };
    }
    this.#add({
      code,
      label: wording,
      chapter: 99,
      chapterLabel: 'Autres questions',
      subchapter: null,
      description: null,
      direction: 'neutral',
      counted: null,
      codes: new Map([[edition, key]]),
      labels: new Map([[edition, wording]]),
    });
    return { question: code, how: 'new' };
  }
}
