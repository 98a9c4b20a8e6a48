import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type Language, languages } from '../core/format/language.ts';

/** The language to refuse a request in: the one its address asks for, else its reader's, else French. */
export function languageOfReader({ query, headers }: FastifyRequest): Language {
  const { lang } = (query ?? {}) as Record<string, unknown>;
  const named = languages.find((language) => language === lang);
  if (named !== undefined) return named;
  const [preferred] = new Negotiator({ headers }).languages([...languages]);
  return languages.find((language) => language === preferred) ?? 'fr';
}
