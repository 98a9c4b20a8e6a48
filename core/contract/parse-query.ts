import type { Static, TObject } from 'typebox';
import { misread } from './misread.ts';
import { badParameter, type Said } from './problem.ts';

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
    if (parameter === undefined) {
      const known = Object.keys(properties);
      throw badParameter(name, misread.unknown(name, known), known);
    }
    query[name] = parseParameter(name, parameter, typeof given === 'string' ? [given] : given);
  }
  for (const name of (schema as { required?: readonly string[] }).required ?? []) {
    if (query[name] === undefined) {
      throw badParameter(
        name,
        misread.required(name),
        properties[name]?.enum ?? properties[name]?.items?.enum,
      );
    }
  }
  return query as Static<Schema>;
}

function parseParameter(name: string, schema: ParameterSchema, texts: readonly string[]): unknown {
  if (schema.type === 'array') return parseList(name, schema, texts);
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0) {
    throw badParameter(name, misread.repeated(name));
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
      unique.length > maxItems ? misread.tooMany(name, maxItems) : misread.tooFew(name, minItems),
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
    const memberOf = (part: string) => schema.enum?.find((value) => String(value) === part);
    const match = memberOf(text);
    if (match !== undefined) return match;
    const isKnown = (part: string) => memberOf(part) !== undefined;
    throw badParameter(name, misread.notAValue(name, text, isKnown), schema.enum);
  }
  if (schema.type === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true';
    throw badParameter(name, misread.notBoolean(name, text), ['true', 'false']);
  }
  if (schema.type === 'integer' || schema.type === 'number') return parseNumber(name, schema, text);
  if (text.trim() === '') throw badParameter(name, misread.empty(name));
  return text;
}

function parseNumber(name: string, schema: ParameterSchema, text: string): number {
  const whole = schema.type === 'integer';
  const pattern = whole ? /^-?\d{1,9}$/ : /^-?\d*\.?\d+(e-?\d+)?$/i;
  const value = Number(text);
  if (!pattern.test(text) || !Number.isFinite(value)) {
    throw badParameter(name, misread.notANumber(name, text, whole));
  }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const limits: readonly (readonly [boolean, Said])[] = [
    [value < (minimum ?? value), misread.atLeast(minimum ?? value)],
    [value > (maximum ?? value), misread.atMost(maximum ?? value)],
    [
      value <= (exclusiveMinimum ?? Number.NEGATIVE_INFINITY),
      misread.moreThan(exclusiveMinimum ?? value),
    ],
    [
      value >= (exclusiveMaximum ?? Number.POSITIVE_INFINITY),
      misread.lessThan(exclusiveMaximum ?? value),
    ],
  ];
  const broken = limits.find(([outside]) => outside);
  if (broken !== undefined) throw badParameter(name, misread.outside(name, text, broken[1]));
  return value;
}
