import Type, { type Static } from 'typebox';

/** The body of every error (RFC 9457), with the parameter at fault and what it may be. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  parameter: Type.Optional(Type.String()),
  allowed: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Number()]))),
});
export type Problem = Static<typeof Problem>;

export interface ProblemFields {
  title: string;
  detail: string;
  parameter?: string;
  allowed?: readonly (string | number)[];
}

/** A request that cannot be answered, and why, in words for whoever asked. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(status: number, fields: ProblemFields) {
    super(fields.detail);
    this.name = 'ProblemError';
    this.problem = {
      type: 'about:blank',
      title: fields.title,
      status,
      detail: fields.detail,
      ...(fields.parameter === undefined ? {} : { parameter: fields.parameter }),
      ...(fields.allowed === undefined ? {} : { allowed: [...fields.allowed] }),
    };
  }
}

/** A query parameter outside its allowed values: 400. */
export const badParameter = (
  parameter: string,
  detail: string,
  allowed?: readonly (string | number)[],
): ProblemError =>
  new ProblemError(400, {
    title: 'Paramètre refusé',
    detail,
    parameter,
    ...(allowed === undefined ? {} : { allowed }),
  });

/** A path that names nothing: 404. */
export const notFound = (
  parameter: string,
  detail: string,
  allowed?: readonly (string | number)[],
): ProblemError =>
  new ProblemError(404, {
    title: 'Introuvable',
    detail,
    parameter,
    ...(allowed === undefined ? {} : { allowed }),
  });
