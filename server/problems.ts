import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound, ProblemError, type Said } from '../core/contract/problem.ts';
import { QueryError } from '../warehouse/connection.ts';
import { NoWarehouseError } from '../warehouse/lifecycle.ts';
import { nothing, noWarehouse, ours, refusedByStatus, titles, untitled } from './problem-words.ts';
import { languageOfReader } from './reader-language.ts';

/** The media type of every error (RFC 9457). */
const problemType = 'application/problem+json; charset=utf-8';

const problemOf = (status: number, detail: Said): ProblemError =>
  new ProblemError(status, { title: titles[status] ?? untitled, detail });

const statusOf = (error: unknown): number => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

function translate(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof NoWarehouseError) return problemOf(503, noWarehouse);
  const status = statusOf(error);
  if (status === 500) return problemOf(500, ours);
  const { message } = error as Error;
  return problemOf(status, refusedByStatus[status] ?? { fr: message, en: message });
}

/** Sends an error as problem+json; a fault of ours is logged with its SQL. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = answerProblem(error, request, reply);
  return reply.header('content-type', problemType).send(Buffer.from(JSON.stringify(problem)));
}

/** The same without its body, for a route that says its errors otherwise. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = translate(error).problemIn(languageOfReader(request));
  if (problem.status === 500) {
    const query = error instanceof QueryError ? { sql: error.sql, values: error.values } : {};
    request.log.error({ err: error, ...query }, 'request failed');
  }
  if (problem.status === 503) reply.header('retry-after', '5');
  reply.status(problem.status).header('cache-control', 'no-store');
  return problem;
}

/** A method that nothing here answers: 405 with those that are. */
export const sendMethodProblem = (request: FastifyRequest, reply: FastifyReply) =>
  sendProblem(
    problemOf(405, nothing.method(request.method)),
    request,
    reply.header('allow', 'GET, HEAD'),
  );

/** An address that names nothing: 404 with the endpoints there are. */
export const sendPathProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  known: readonly string[],
) =>
  sendProblem(
    notFound(undefined, nothing.at(request.url.split('?', 1)[0] ?? ''), known),
    request,
    reply,
  );

/** Makes every error of the application a problem. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
}
