import type { MetaAnswer } from '../../core/contract/catalogue.ts';
import type { CompareAnswer } from '../../core/contract/comparison.ts';
import type { Language } from '../../core/format/language.ts';
import { formatCount, formatVolume } from '../../core/format/numbers.ts';
import { namePopulation } from '../../core/format/populations.ts';
import { display } from '../../core/format/typography.ts';
import { describeNotice, describeSource } from '../../core/format/wording.ts';
import { listFile } from '../../server/seals/manifest.ts';
import { cite } from '../../server/share.ts';
import type { DrawnPiece, KitFile } from './draw.ts';
import type { KitSubject, Piece } from './pieces.ts';
import { kitWords } from './words.ts';

/** Everything a press kit says. */
export interface Kit {
  readonly subject: KitSubject;
  readonly portrait: CompareAnswer;
  readonly drawn: readonly DrawnPiece[];
  readonly meta: MetaAnswer;
}

/** What is said before and around the charts, a paragraph each. */
export interface Told {
  readonly title: string;
  readonly notice: string | null;
  readonly who: string;
  readonly tested: string;
  readonly source: string;
  readonly page: string;
}

export function tellKit({ subject, portrait, meta }: Kit): Told {
  const { dimension, key, language, site } = subject;
  const words = kitWords[language];
  const { edition, profile, significant, tested } = portrait;
  const { n, weight } = profile;
  const said = (text: string): string => display(text, language);
  const search = language === 'fr' ? '' : `&lang=${language}`;
  return {
    title: said(words.title(namePopulation({ [dimension]: [key] }, {}, language), edition)),
    notice: describeNotice(meta, language),
    who: said(
      n === null || weight === null || portrait.gaps.length === 0
        ? words.hidden
        : words.counted(formatCount(n, language), formatVolume(weight, language), edition),
    ),
    tested: said(words.tested(formatCount(significant, language), formatCount(tested, language))),
    source: describeSource(meta, [edition], language),
    page: `${site ?? ''}/portrait/${dimension}/${encodeURIComponent(key)}?edition=${edition}${search}`,
  };
}

const headlineOf = ({ piece, chart }: DrawnPiece): string => piece.said.headline ?? chart.title;

const colonOf = (language: Language): string => (language === 'fr' ? '\u202f:' : ':');

/** How a chart is quoted; nothing where the site's address is not known. */
function citationOf({ chart, page }: DrawnPiece, { meta, subject }: Kit): string | null {
  const { language, site } = subject;
  return site === null ? null : cite({ chart, page, origin: site, language, meta }).citation;
}

function pieceOf(kit: Kit, drawn: DrawnPiece): string[] {
  const citation = citationOf(drawn, kit);
  const { readings } = drawn.piece.said;
  const colon = colonOf(kit.subject.language);
  const picture = drawn.files.find(({ name }) => name.endsWith('.png'));
  return [
    `### ${headlineOf(drawn)}`,
    ...(readings.length === 0 ? [] : [readings.map((reading) => `- ${reading}`).join('\n')]),
    ...(citation === null ? [] : [`${kitWords[kit.subject.language].cite}${colon} ${citation}`]),
    `![${drawn.chart.description.replace(/[[\]]/g, '')}](${picture?.name ?? ''})`,
  ];
}

function section(kit: Kit, name: Piece['section']): string[] {
  const words = kitWords[kit.subject.language];
  const own = kit.drawn.filter(({ piece }) => piece.section === name);
  if (own.length > 0) {
    const note = name === 'stories' ? [display(words.wider, kit.subject.language)] : [];
    return [`## ${words[name]}`, ...note, ...own.flatMap((drawn) => pieceOf(kit, drawn))];
  }
  return name === 'stories' && kit.drawn.length > 0
    ? [`## ${words.stories}`, display(words.noStory, kit.subject.language)]
    : [];
}

/** The folder in plain words, with its charts and the list of its files. */
export function writeReadme(kit: Kit, files: readonly KitFile[]): string {
  const { language } = kit.subject;
  const words = kitWords[language];
  const told = tellKit(kit);
  const { licence, version, builtAt } = kit.meta;
  const colon = colonOf(language);
  const rows = files.map(
    ({ name, what }) => `| [${name}](${name}) | ${what.replace(/\|/g, '/')} |`,
  );
  return [
    `# ${told.title}`,
    ...(told.notice === null ? [] : [`> **${told.notice}**`]),
    told.who,
    ...(kit.drawn.length === 0 ? [] : [told.tested]),
    ...section(kit, 'apart'),
    ...section(kit, 'stories'),
    ...section(kit, 'comparisons'),
    `## ${words.files}`,
    [`| ${words.file} | ${words.what} |`, '| --- | --- |', ...rows].join('\n'),
    display(words.formats, language),
    `## ${words.source}`,
    told.source,
    [
      `- ${words.licence}${colon} ${[licence.name, licence.url].filter(Boolean).join(' – ')}`,
      `- ${words.page}${colon} ${kit.subject.site === null ? `\`${told.page}\`` : `<${told.page}>`}`,
      `- ${words.version}${colon} ${version}, ${builtAt}`,
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The sentences alone, one to a line, what they rest on below each. */
export function writeSentences(kit: Kit): string {
  const told = tellKit(kit);
  return [
    told.title,
    ...(told.notice === null ? [] : [told.notice]),
    told.who,
    ...kit.drawn.map((drawn) => [headlineOf(drawn), ...drawn.piece.said.readings].join('\n')),
    told.source,
  ]
    .join('\n\n')
    .concat('\n');
}

/** The folder for a program: provenance, addresses, and each file with its digest. Its date is the warehouse's. */
export function writeMetadata(kit: Kit, files: readonly KitFile[]): string {
  const { subject, portrait, drawn, meta } = kit;
  const { dimension, key, language } = subject;
  const told = tellKit(kit);
  const { version, builtAt, origin, notice, licence, methodVersion, sources } = meta;
  const described = {
    numoscope: 1,
    version,
    title: told.title,
    language,
    profile: { [dimension]: key },
    edition: portrait.edition,
    date: builtAt,
    notice,
    warehouse: { version, builtAt, origin, methodVersion },
    licence,
    source: told.source,
    sources,
    page: told.page,
    charts: drawn.map((one) => ({
      title: one.chart.title,
      description: one.chart.description,
      section: one.piece.section,
      data: `${subject.site ?? ''}${one.address}`,
      page: `${subject.site ?? ''}${one.page}`,
      citation: citationOf(one, kit),
      files: one.files.map(({ name }) => name),
    })),
    files: files.map(({ name, body, what, address }) => ({
      ...listFile(name, body, address),
      what,
    })),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}
