import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, ProblemError } from '../core/contract/problem.ts';
import { QueryError } from '../warehouse/connection.ts';
import { NoWarehouseError } from '../warehouse/lifecycle.ts';

/** The media type of every error (RFC 9457). */
const problemType = 'application/problem+json; charset=utf-8';

const titles: Readonly<Record<number, string>> = {
  400: 'Demande refusée',
  404: 'Introuvable',
  405: 'Méthode refusée',
  408: 'Demande trop lente',
  413: 'Demande trop lourde',
  414: 'Adresse trop longue',
  415: 'Type de contenu refusé',
  431: 'En-têtes trop longs',
  500: 'Erreur interne',
  503: 'Pas de données',
};

const problemOf = (status: number, detail: string): Problem => ({
  type: 'about:blank',
  title: titles[status] ?? 'Erreur',
  status,
  detail,
});

/** What the framework says in English, for whoever sent the request. */
const details: Readonly<Record<number, string>> = {
  413: 'Le corps de la demande dépasse la taille admise.',
  415: "Ce type de contenu n'est pas lu ici.",
};

const statusOf = (error: unknown): number => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

function translate(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof NoWarehouseError) {
    return problemOf(
      503,
      "Aucun entrepôt n'est publié : lancer « numoscope ingest » ou « numoscope demo ».",
    );
  }
  const status = statusOf(error);
  return status === 500
    ? problemOf(500, 'Une panne de notre côté ; elle est consignée.')
    : problemOf(status, details[status] ?? (error as Error).message);
}

/** Sends an error as problem+json; a fault of ours is logged with its SQL. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = translate(error);
  if (problem.status === 500) {
    const query = error instanceof QueryError ? { sql: error.sql, values: error.values } : {};
    request.log.error({ err: error, ...query }, 'request failed');
  }
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply
    .status(problem.status)
    .header('content-type', problemType)
    .header('cache-control', 'no-store')
    .send(Buffer.from(JSON.stringify(problem)));
}

/** A method that nothing here answers: 405 with those that are. */
export const sendMethodProblem = (request: FastifyRequest, reply: FastifyReply) =>
  reply
    .status(405)
    .header('allow', 'GET, HEAD')
    .header('content-type', problemType)
    .send(
      Buffer.from(
        JSON.stringify(problemOf(405, `${request.method} n'a pas de réponse ici : GET ou HEAD.`)),
      ),
    );

/** An address that names nothing: 404 with the endpoints there are. */
export const sendPathProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  known: readonly string[],
) =>
  sendProblem(
    new ProblemError(404, {
      title: 'Introuvable',
      detail: `Rien ne répond à l'adresse ${request.url.split('?', 1)[0]}.`,
      allowed: known,
    }),
    request,
    reply,
  );

/** Makes every error of the application a problem. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
}
