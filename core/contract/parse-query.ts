import type { Static, TObject } from 'typebox';
import { badParameter } from './problem.ts';

/** What this module reads of a parameter's schema. */
interface ParameterSchema {
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly items?: ParameterSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Parameters as they come from an address or a command line: each one or several texts. */
export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Texts → a query, by its schema. An unknown parameter, one given twice that may be given once, a
 * missing one or a value outside the schema is a 400 that names the parameter and what it may be.
 */
export function parseQuery<Schema extends TObject>(schema: Schema, raw: RawQuery): Static<Schema> {
  const properties = schema.properties as Readonly<Record<string, ParameterSchema>>;
  const query: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(raw)) {
    if (given === undefined) continue;
    const parameter = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (parameter === undefined) throw unknownParameter(name, Object.keys(properties));
    query[name] = parseParameter(name, parameter, typeof given === 'string' ? [given] : given);
  }
  for (const name of (schema as { required?: readonly string[] }).required ?? []) {
    if (query[name] === undefined) {
      throw badParameter(
        name,
        `Le paramètre « ${name} » est obligatoire.`,
        properties[name]?.enum ?? properties[name]?.items?.enum,
      );
    }
  }
  return query as Static<Schema>;
}

const unknownParameter = (name: string, known: readonly string[]) =>
  badParameter(
    name,
    known.length === 0
      ? `« ${name} » n'est pas un paramètre : cette adresse n'en a pas.`
      : `« ${name} » n'est pas un paramètre de cette adresse. Paramètres : ${known.join(', ')}.`,
    known,
  );

function parseParameter(name: string, schema: ParameterSchema, texts: readonly string[]): unknown {
  if (schema.type === 'array') return parseList(name, schema, texts);
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0) {
    throw badParameter(name, `Le paramètre « ${name} » ne se donne qu'une fois.`);
  }
  return parseValue(name, schema, text);
}

function parseList(name: string, schema: ParameterSchema, texts: readonly string[]): unknown[] {
  const values = texts.map((text) => parseValue(name, schema.items ?? {}, text));
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const unique = [...new Set(values)];
  if (unique.length < minItems || unique.length > maxItems) {
    throw badParameter(
      name,
      unique.length > maxItems
        ? `« ${name} » prend ${maxItems} valeurs au plus.`
        : `« ${name} » prend au moins ${minItems} valeur.`,
      schema.items?.enum,
    );
  }
  return unique;
}

function parseValue(
  name: string,
  schema: ParameterSchema,
  text: string,
): string | number | boolean {
  if (schema.enum !== undefined) {
    const match = schema.enum.find((value) => String(value) === text);
    if (match !== undefined) return match;
    throw badParameter(name, `« ${text} » n'est pas une valeur de « ${name} ».`, schema.enum);
  }
  if (schema.type === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw badParameter(name, `« ${name} » vaut true ou false, pas « ${text} ».`, ['true', 'false']);
  }
  if (schema.type === 'integer' || schema.type === 'number') return parseNumber(name, schema, text);
  if (text.trim() === '') throw badParameter(name, `Le paramètre « ${name} » est vide.`);
  return text;
}

function parseNumber(name: string, schema: ParameterSchema, text: string): number {
  const whole = schema.type === 'integer';
  const pattern = whole ? /^-?\d{1,9}$/ : /^-?\d*\.?\d+(e-?\d+)?$/i;
  const value = Number(text);
  if (!pattern.test(text) || !Number.isFinite(value)) {
    throw badParameter(
      name,
      `« ${name} » est un nombre${whole ? ' entier' : ''}, pas « ${text} ».`,
    );
  }
  const limits: readonly (readonly [boolean, string])[] = [
    [value < (schema.minimum ?? value), `au moins ${schema.minimum}`],
    [value > (schema.maximum ?? value), `au plus ${schema.maximum}`],
    [
      schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum,
      `plus de ${schema.exclusiveMinimum}`,
    ],
    [
      schema.exclusiveMaximum !== undefined && value >= schema.exclusiveMaximum,
      `moins de ${schema.exclusiveMaximum}`,
    ],
  ];
  const broken = limits.find(([outside]) => outside);
  if (broken !== undefined) throw badParameter(name, `« ${name} » vaut ${broken[1]}, pas ${text}.`);
  return value;
}
