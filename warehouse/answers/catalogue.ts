import type {
  DimensionsAnswer,
  MetaAnswer,
  QuestionAnswer,
  QuestionSummary,
  QuestionsAnswer,
  QuestionsQuery,
} from '../../core/contract/catalogue.ts';
import { badParameter } from '../../core/contract/problem.ts';
import { departments } from '../../core/contract/territories.ts';
import { type Basis, bases, methodVersion, origins } from '../../core/contract/vocabulary.ts';
import { explained } from '../../core/format/causes.ts';
import { noSuch } from '../../core/format/refusals.ts';
import type { Catalogue, Question } from '../catalogue.ts';
import { membersOf } from '../dimensions.ts';
import { foldSearch } from '../fold.ts';
import type { Warehouse } from '../warehouse.ts';
import { requireEdition, requireQuestion } from './study.ts';

type Possible = Readonly<Record<Basis, boolean>>;

const basesOf = (possible: Possible): Basis[] => bases.filter((basis) => possible[basis]);

function licenceOf(text: string | undefined): MetaAnswer['licence'] {
  const read = JSON.parse(text ?? '{}') as Partial<MetaAnswer['licence']>;
  return {
    name: read.name ?? 'Licence à vérifier',
    url: read.url ?? null,
    attribution: read.attribution ?? 'DGE - Baromètre France Num',
  };
}

/** What the warehouse is: its origin, its editions, its sources. */
export function meta({ catalogue, version }: Warehouse): MetaAnswer {
  const value = (key: string) => catalogue.meta.get(key);
  return {
    origin: origins.find((origin) => origin === value('origin')) ?? 'files',
    notice: value('notice') || null,
    builtAt: value('builtAt') ?? '',
    version,
    methodVersion,
    editions: [...catalogue.editions.values()].map((edition) => ({
      edition: edition.edition,
      respondents: edition.respondents ?? (edition.sample > 0 ? edition.sample : null),
      weight: edition.weight,
      basis: basesOf(edition),
      respondentIds: edition.respondentIds,
    })),
    licence: licenceOf(value('licence')),
    sources: catalogue.sources.map(
      ({ dataset, kind, edition, url, retrievedAt, sha256, rows, rejected }) => ({
        dataset,
        kind,
        edition,
        url,
        retrievedAt,
        sha256,
        rows,
        rejected,
      }),
    ),
  };
}

/** Every key of every dimension, with its label in French and English. */
export function dimensions({ catalogue }: Warehouse): DimensionsAnswer {
  const named = (dimension: 'region' | 'sector' | 'size' | 'department') =>
    membersOf[dimension].map(({ key, fr, en }) => ({ key, fr, en }));
  return {
    department: named('department').map((member, index) => ({
      ...member,
      region: departments[index]?.region ?? '',
    })),
    region: named('region'),
    sector: named('sector'),
    size: named('size'),
    edition: [...catalogue.editions.keys()],
  };
}

function summaryOf(question: Question): QuestionSummary {
  const editions = [...question.editions.values()];
  return {
    code: question.question,
    label: question.label,
    chapter: { code: question.chapter, label: question.chapterLabel },
    subchapter: question.subchapter,
    editions: editions.map(({ edition }) => edition),
    microdataEditions: editions.filter((each) => each.microdata).map(({ edition }) => edition),
    type: editions.at(-1)?.type ?? 'single',
    direction: question.direction,
  };
}

/**
 * The questions that match: every word of `search` in the code, the label, the chapter, the
 * description or an answer, whatever the accents and the case; those whose label has them first.
 */
export function questions({ catalogue }: Warehouse, query: QuestionsQuery): QuestionsAnswer {
  const all = [...catalogue.questions.values()];
  if (query.edition !== undefined) requireEdition(catalogue, query.edition);
  if (query.chapter !== undefined) requireChapter(catalogue, query.chapter);
  const words = foldSearch(query.search ?? '').split(' ');
  const found = all.filter(
    (question) =>
      (query.chapter === undefined || question.chapter === query.chapter) &&
      (query.edition === undefined || question.editions.has(query.edition)) &&
      words.every((word) => question.searched.includes(word)),
  );
  const inLabel = ({ label }: Question) => {
    const folded = foldSearch(label);
    return words.every((word) => folded.includes(word)) ? 0 : 1;
  };
  return {
    total: found.length,
    chapters: chaptersOf(all),
    questions: found.sort((a, b) => inLabel(a) - inLabel(b)).map(summaryOf),
  };
}

function chaptersOf(all: readonly Question[]): QuestionsAnswer['chapters'] {
  const labels = new Map(all.map(({ chapter, chapterLabel }) => [chapter, chapterLabel]));
  return [...labels].sort(([a], [b]) => a - b).map(([code, label]) => ({ code, label }));
}

/** The chapter of a number; unknown, it is a 400 that lists those of the warehouse. */
export function requireChapter(
  { questions }: Catalogue,
  asked: number,
): QuestionsAnswer['chapters'][number] {
  const chapters = chaptersOf([...questions.values()]);
  const chapter = chapters.find(({ code }) => code === asked);
  if (chapter !== undefined) return chapter;
  throw badParameter(
    'chapter',
    noSuch.chapter(asked),
    chapters.map(({ code }) => code),
  );
}

/** One question: its answers and wordings edition by edition, and what can be compared. */
export function question({ catalogue }: Warehouse, code: number | string): QuestionAnswer {
  const found = requireQuestion(catalogue, code, 'path');
  return {
    ...summaryOf(found),
    description: found.description,
    favourable: [...found.favourable],
    answers: found.answers.map(({ label, missing, sources, editions }) => ({
      label,
      missing,
      editions: [...new Set([...editions.microdata, ...editions.published])].sort((a, b) => a - b),
      sourceLabels: sources.map((source) => ({ edition: source.edition, label: source.label })),
    })),
    wordings: [...found.editions.values()].map((each) => ({
      edition: each.edition,
      code: each.code,
      label: each.label,
      basis: basesOf(each),
    })),
    comparability: found.comparability.map(({ from, to, status, causes }) => ({
      from,
      to,
      status,
      ...explained(causes),
    })),
  };
}
