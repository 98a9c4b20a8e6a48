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

/** A sentence in each language of the site. */
export interface Said {
  readonly fr: string;
  readonly en: string;
}

export interface ProblemFields {
  title: Said;
  detail: Said;
  parameter?: string | undefined;
  allowed?: readonly (string | number)[] | undefined;
}

/** A request that cannot be answered, and why, in words for whoever asked. */
export class ProblemError extends Error {
  readonly status: number;
  readonly fields: ProblemFields;

  constructor(status: number, fields: ProblemFields) {
    super(fields.detail.fr);
    this.name = 'ProblemError';
    this.status = status;
    this.fields = fields;
  }

  /** The body of the answer, in the language of whoever asked. */
  problemIn(language: keyof Said): Problem {
    const { title, detail, parameter, allowed } = this.fields;
    return {
      type: 'about:blank',
      title: title[language],
      status: this.status,
      detail: detail[language],
      ...(parameter === undefined ? {} : { parameter }),
      ...(allowed === undefined ? {} : { allowed: [...allowed] }),
    };
  }
}

/** A query parameter outside its allowed values: 400. */
export const badParameter = (
  parameter: string,
  detail: Said,
  allowed?: readonly (string | number)[],
): ProblemError =>
  new ProblemError(400, {
    title: { fr: 'Paramètre refusé', en: 'Parameter refused' },
    detail,
    parameter,
    allowed,
  });

/** A path that names nothing: 404. */
export const notFound = (
  parameter: string | undefined,
  detail: Said,
  allowed?: readonly (string | number)[],
): ProblemError =>
  new ProblemError(404, {
    title: { fr: 'Introuvable', en: 'Not found' },
    detail,
    parameter,
    allowed,
  });
