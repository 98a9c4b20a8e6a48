import type { FastifyRequest } from 'fastify';
import { type Language, languages } from '../core/format/language.ts';

const languageIn = (text: string): Language | undefined =>
  languages.find((language) => text.toLowerCase().startsWith(language));

/** The language that `Accept-Language` prefers among the site's. */
function accepted(header: string): Language | undefined {
  const choices = header.split(',').map((choice) => {
    const [tag = '', ...parameters] = choice.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { language: languageIn(tag), weight: Number(weight?.slice(2) ?? 1) };
  });
  return choices
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.language;
}

/** The language to refuse a request in: the one its address asks for, else its reader's, else French. */
export function languageOfReader({ query, headers }: FastifyRequest): Language {
  const { lang } = (query ?? {}) as Record<string, unknown>;
  const named = languages.find((language) => language === lang);
  return named ?? accepted(headers['accept-language'] ?? '') ?? 'fr';
}
