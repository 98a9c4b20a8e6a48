import { departments, regions } from '../../core/contract/territories.ts';
import { sectors, sizeDetails, sizes } from '../../core/contract/vocabulary.ts';
import { explained } from '../../core/format/causes.ts';
import { publishedTotal } from '../../warehouse/tables.ts';
import type { UnifiedAnswer } from '../normalise/answers.ts';
import { compareEditions } from '../normalise/comparability.ts';
import { groupedRegionId, sizeOfDetail } from '../normalise/dimensions.ts';
import { favourableAnswers } from '../normalise/favourable.ts';
import type { QuestionBook } from '../normalise/questions.ts';
import { multipleQuestions } from '../normalise/respondents.ts';
import type { QuestionSighting } from '../normalise/survey-microdata.ts';
import type { SqlValue, Workspace } from '../workspace.ts';

/** The contract’s lists, as tables: ids are 1 + the position, 0 is « not given ». */
export async function writeDimensions(workspace: Workspace): Promise<void> {
  await workspace.insert(
    'departments',
    departments.map(({ code, label, region }, index) => [index + 1, code, label, region]),
  );
  await workspace.insert(
    'regions',
    regions.map(({ code, label }, index) => [index + 1, code, label]),
  );
  await workspace.insert(
    'sectors',
    sectors.map(({ key, fr }, index) => [index + 1, key, fr]),
  );
  await workspace.insert(
    'sizes',
    sizes.map(({ key, fr }, index) => [index + 1, key, fr]),
  );
  await workspace.insert(
    'size_details',
    sizeDetails.map(({ key, fr }, index) => [index + 1, key, fr, sizeOfDetail[index + 1]!]),
  );
}

/** The editions, from their respondents and from the official aggregates. */
export async function writeEditions(workspace: Workspace): Promise<void> {
  await workspace.run(`insert into editions
    with people as (
      select edition, count(*)::integer as respondents, fsum(weight) as weight, count(respondent) > 0 as ids,
        bool_or(region = ${groupedRegionId}) as grouped
      from respondents group by edition),
    official as (
      select edition, max(base_weight) filter (region = ${publishedTotal} and sector = ${publishedTotal} and size = ${publishedTotal}) as weight,
        bool_or(region = ${groupedRegionId}) as grouped
      from published group by edition)
    select coalesce(p.edition, o.edition), p.respondents, coalesce(p.weight, o.weight), p.edition is not null, o.edition is not null,
      coalesce(p.ids, false), coalesce(p.grouped, o.grouped, false)
    from people p full join official o on o.edition = p.edition order by 1`);
}

interface Presence {
  question: number;
  edition: number;
  microdata: boolean;
  published: boolean;
  multiple: boolean;
}

/** Which editions have a question, on which basis, and whether it takes several answers there. */
const selectPresence = (workspace: Workspace): Promise<Presence[]> =>
  workspace.rows<Presence>(`
    with micro as (select distinct question, edition from responses),
    official as (
      select question, edition, bool_or(several) as several from (
        select question, edition, sum(share) > 1.02 as several from published p join answers a using (question, answer)
        where not a.missing and region = ${publishedTotal} and sector = ${publishedTotal} and size = ${publishedTotal}
        group by question, edition
        union all select distinct question, edition, false from published)
      group by question, edition)
    select coalesce(m.question, o.question)::integer as question, coalesce(m.edition, o.edition)::integer as edition,
      m.question is not null as microdata, o.question is not null as published,
      if(m.question is null, o.several, x.question is not null) as multiple
    from micro m full join official o on o.question = m.question and o.edition = m.edition
    left join (select distinct question, edition from ${multipleQuestions}) x on x.question = m.question and x.edition = m.edition
    order by 1, 2`);

export interface CatalogueSources {
  book: QuestionBook;
  answers: readonly UnifiedAnswer[];
  sightings: readonly QuestionSighting[];
}

async function writeAnswers(
  workspace: Workspace,
  answers: readonly UnifiedAnswer[],
): Promise<void> {
  await workspace.insert(
    'answers',
    answers.map(({ question, answer, label, missing }) => [question, answer, label, missing]),
  );
  await workspace.insert(
    'answer_editions',
    answers.flatMap(({ question, answer, wordings }) =>
      wordings.map(({ edition, label }) => [question, answer, edition, label]),
    ),
  );
}

/** How an edition coded and worded a question: the book's wording before the file's, the file's code before the book's. */
function editionWords({ book, sightings }: CatalogueSources) {
  const seen = new Map(
    sightings.map((sighting) => [`${sighting.question} ${sighting.edition}`, sighting]),
  );
  return (question: number, edition: number) => {
    const [definition, sighting] = [book.get(question), seen.get(`${question} ${edition}`)];
    return {
      code: sighting?.code ?? definition?.codes.get(edition) ?? null,
      label: definition?.labels.get(edition) ?? sighting?.label ?? null,
    };
  };
}

/** The row of a question in `questions`. */
function questionRow(
  question: number,
  own: readonly UnifiedAnswer[],
  { book, sightings }: CatalogueSources,
): SqlValue[] {
  const [latest] = sightings
    .filter((one) => one.question === question)
    .sort((a, b) => b.edition - a.edition);
  const definition = book.get(question)!;
  const description = definition.description ?? latest?.description ?? null;
  const counted = definition.counted ?? latest?.counted ?? null;
  return [
    question,
    definition.label,
    definition.chapter,
    definition.chapterLabel,
    definition.subchapter,
    description,
    definition.direction,
    favourableAnswers(own, description, counted),
  ];
}

/** Writes answers first (presence needs to know which are missing), then questions and comparability. */
export async function writeQuestions(
  workspace: Workspace,
  sources: CatalogueSources,
): Promise<void> {
  const { answers } = sources;
  await writeAnswers(workspace, answers);
  const presence = await selectPresence(workspace);
  const editions = [...new Set(presence.map(({ edition }) => edition))].sort((a, b) => a - b);
  const wordsOf = editionWords(sources);
  await workspace.insert(
    'question_editions',
    presence.map(({ question, edition, microdata, published, multiple }) => {
      const { code, label } = wordsOf(question, edition);
      const type = multiple ? 'multiple' : 'single';
      return [question, edition, code, label, type, microdata, published];
    }),
  );
  const questions: SqlValue[][] = [];
  const comparability: SqlValue[][] = [];
  for (const question of new Set(presence.map((one) => one.question))) {
    const own = answers.filter((answer) => answer.question === question);
    questions.push(questionRow(question, own, sources));
    const asked = presence
      .filter((one) => one.question === question)
      .map(({ edition }) => ({ edition, label: wordsOf(question, edition).label }));
    for (const { from, to, status, causes } of compareEditions(question, editions, asked, own)) {
      const { reason } = explained(causes);
      comparability.push([question, from, to, status, reason, JSON.stringify(causes)]);
    }
  }
  await workspace.insert('questions', questions);
  await workspace.insert('comparability', comparability);
}
