/**
 * The warehouse's tables. Dimension ids are 1 + the position in the lists of core/contract
 * (departments, regions, sectors, sizes, sizeDetails); 0 is « not given ». In `published`, a
 * region, sector or size of 255 is the official total (« Toutes régions »…), never summed with the rest.
 */
export const createTables = `
create table meta (key varchar primary key, value varchar not null);
create table sources (
  dataset varchar not null, kind varchar not null, edition smallint, file varchar, url varchar,
  retrieved_at varchar, sha256 varchar, bytes bigint, rows bigint, kept bigint, rejected bigint,
  status varchar not null, message varchar
);
create table editions (
  edition smallint primary key,
  respondents integer,
  weight double,
  microdata boolean not null,
  published boolean not null,
  respondent_ids boolean not null,
  grouped_paca_corse boolean not null
);
create table departments (id smallint primary key, code varchar not null, label varchar not null, region varchar not null);
create table regions (id smallint primary key, code varchar not null, label varchar not null);
create table sectors (id smallint primary key, code varchar not null, label varchar not null);
create table sizes (id smallint primary key, code varchar not null, label varchar not null);
create table size_details (id smallint primary key, code varchar not null, label varchar not null, size smallint not null);
create table questions (
  question smallint primary key,
  label varchar not null,
  chapter smallint not null,
  chapter_label varchar not null,
  subchapter varchar,
  description varchar,
  direction varchar not null,
  favourable varchar[] not null
);
create table question_editions (
  question smallint not null,
  edition smallint not null,
  code varchar,
  label varchar,
  type varchar not null,
  microdata boolean not null,
  published boolean not null,
  primary key (question, edition)
);
create table answers (
  question smallint not null,
  answer smallint not null,
  label varchar not null,
  missing boolean not null,
  primary key (question, answer)
);
create table answer_editions (
  question smallint not null,
  answer smallint not null,
  edition smallint not null,
  source_label varchar not null
);
create table comparability (
  question smallint not null,
  from_edition smallint not null,
  to_edition smallint not null,
  status varchar not null,
  reason varchar,
  causes varchar,
  primary key (question, from_edition, to_edition)
);
create table respondents (
  edition smallint not null,
  respondent integer,
  department utinyint not null,
  region utinyint not null,
  sector utinyint not null,
  size utinyint not null,
  size_detail utinyint not null,
  weight double not null
);
create table responses (
  question smallint not null,
  edition smallint not null,
  answer smallint not null,
  missing boolean not null,
  first boolean not null,
  department utinyint not null,
  region utinyint not null,
  sector utinyint not null,
  size utinyint not null,
  size_detail utinyint not null,
  weight double not null,
  respondent integer
);
create table published (
  question smallint not null,
  edition smallint not null,
  answer smallint not null,
  region utinyint not null,
  sector utinyint not null,
  size utinyint not null,
  share double,
  weight double,
  base_weight double
);
create table rejects (
  dataset varchar not null, file varchar not null, line bigint, "column" varchar, value varchar, reason varchar not null
);
`;

/** The id that stands for the official total in `published`. */
export const publishedTotal = 255;

/** Every table, in the order they are written. */
export const tableNames = [
  'meta',
  'sources',
  'editions',
  'departments',
  'regions',
  'sectors',
  'sizes',
  'size_details',
  'questions',
  'question_editions',
  'answers',
  'answer_editions',
  'comparability',
  'respondents',
  'responses',
  'published',
  'rejects',
] as const;
