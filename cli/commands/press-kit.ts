import { Command, Option } from 'commander';
import { ProblemError } from '../../core/contract/problem.ts';
import { type Dimension, dimensions } from '../../core/contract/vocabulary.ts';
import { type Language, languages } from '../../core/format/language.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import { UsageError } from '../config.ts';
import type { KitFile } from '../press-kit/draw.ts';
import type { KitSubject } from '../press-kit/pieces.ts';
import type { Program } from '../program.ts';
import { inWords } from '../refusal.ts';

type Flags = Partial<Record<Dimension, string>> & {
  edition?: string;
  output?: string;
  lang: Language;
  site?: string;
};

/** The site's address without its last slash. */
function siteOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === '';
  if (!plain || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`The site is "${given}": give its address, https://…`);
  }
  return url.href.replace(/\/+$/, '');
}

function subjectOf(flags: Flags): KitSubject {
  const named = dimensions.flatMap((dimension) => {
    const key = flags[dimension];
    return key === undefined ? [] : [{ dimension, key }];
  });
  const [only] = named;
  if (only === undefined || named.length > 1) {
    throw new UsageError('Name one of --region, --department, --sector or --size, and one only.');
  }
  const { edition } = flags;
  if (edition !== undefined && !/^\d{4}$/.test(edition)) {
    throw new UsageError(`The edition is "${edition}": give a year.`);
  }
  const year = edition === undefined ? undefined : Number(edition);
  return { ...only, edition: year, language: flags.lang, site: siteOf(flags.site) };
}

/** Every file of the kit, in memory: nothing is written before all of it is drawn. */
async function makeKit(
  warehouse: Warehouse,
  subject: KitSubject,
  signal: AbortSignal,
): Promise<KitFile[]> {
  const [{ kitPieces }, { drawPiece }, documents, { kitWords }, { meta: metaOf }] =
    await Promise.all([
      import('../press-kit/pieces.ts'),
      import('../press-kit/draw.ts'),
      import('../press-kit/documents.ts'),
      import('../press-kit/words.ts'),
      import('../../warehouse/answers/catalogue.ts'),
    ]);
  const { language } = subject;
  const words = kitWords[language];
  const meta = metaOf(warehouse);
  const { portrait, pieces } = await kitPieces(warehouse, subject);
  const drawn = [];
  for (const [place, piece] of pieces.entries()) {
    signal.throwIfAborted();
    drawn.push(await drawPiece(warehouse, piece, place, { language, meta, figures: words.lines }));
  }
  const kit = { subject, portrait, drawn, meta };
  const charts = drawn.flatMap(({ files }) => files);
  const file = (name: string, what: string, text: string): KitFile => ({
    name,
    what,
    body: Buffer.from(text, 'utf8'),
  });
  const sentences = file(words.sentences, words.plain, documents.writeSentences(kit));
  const described = file('metadata.json', words.described, '');
  const readme = file(
    words.readme,
    words.read,
    documents.writeReadme(kit, [sentences, described, ...charts]),
  );
  const all = [readme, sentences, ...charts];
  return [...all, file('metadata.json', words.described, documents.writeMetadata(kit, all))];
}

async function writeKit(program: Program, flags: Flags): Promise<void> {
  const { requireEmpty, writeFolder } = await import('../press-kit/folder.ts');
  const subject = subjectOf(flags);
  const folder = flags.output ?? `numoscope-${subject.dimension}-${subject.key}`;
  await requireEmpty(folder);
  const warehouse = await program.openWarehouse();
  try {
    const files = await makeKit(warehouse, subject, program.signal);
    await writeFolder(folder, files, program.signal);
    program.print(`${folder}: ${files.length} files.`);
  } catch (cause) {
    throw cause instanceof ProblemError ? inWords(cause) : cause;
  } finally {
    warehouse.close();
  }
}

/** `numoscope press-kit --region 53`: charts, sentences and figures of a territory, a sector or a size, in a folder. */
export function pressKitCommand(program: Program): Command {
  return new Command('press-kit')
    .description(
      'writes the charts, sentences and figures of a territory or a sector into a folder',
    )
    .option('--region <code>', 'region (INSEE code, or 93+94)')
    .option('--department <code>', 'department (INSEE code)')
    .option('--sector <sector>', 'sector, as /dimensions lists them')
    .option('--size <size>', 'size: 0, 1-9, 10-49 or 50-249')
    .option('--edition <year>', 'edition: the latest with individual answers unless said')
    .option(
      '--site <address>',
      'public address of the site, for the links and citations in the files',
    )
    .option('--output <folder>', 'a folder that is not there yet, or is empty')
    .addOption(
      new Option('--lang <language>', 'language of the words')
        .choices([...languages])
        .default('fr'),
    )
    .action((flags: Flags) => writeKit(program, flags));
}
