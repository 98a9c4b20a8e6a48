import { Command, CommanderError } from 'commander';
import { PortalUnreachable } from '../pipeline/portal/faults.ts';
import { UnreadableFile } from '../pipeline/types.ts';
import { demoCommand } from './commands/demo.ts';
import { ingestCommand } from './commands/ingest.ts';
import { inspectCommand } from './commands/inspect.ts';
import { pressKitCommand } from './commands/press-kit.ts';
import { serveCommand, startCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';
import { verifyFileCommand } from './commands/verify-file.ts';
import { readConfig, UsageError } from './config.ts';
import { CommandFailure, exitCodes, openCurrent, type Program } from './program.ts';
import { toolVersion } from './version.ts';

/**
 * The options of `query` are the API's schemas, longer to load than all the rest: not before somebody
 * asks for them.
 */
async function query(program: Program, argv: readonly string[]): Promise<Command> {
  const command = argv.includes('query')
    ? (await import('./commands/query.ts')).queryCommand(program)
    : new Command('query');
  return command.description('the API’s answers on a terminal');
}

/** A command as it is typed: `numoscope query crosstab`. */
const typed = (command: Command): string =>
  command.parent === null ? command.name() : `${typed(command.parent)} ${command.name()}`;

/** Commander's sentence on a command, and what to do where it does not say. */
function withWayOut(sentence: string, of: Command): string {
  const [, command] = /^error: too many arguments for '([\w-]+)'/.exec(sentence) ?? [];
  if (command === 'ingest')
    return "error: 'ingest' takes options only: name the folder, the file or the portal with --source.\n";
  if (command !== undefined)
    return `error: '${command}' takes options only: --help after it lists them.\n`;
  const help = `'${typed(of)} --help'`;
  if (/^error: unknown (?:command|option)/.test(sentence))
    return `${sentence.trimEnd().replace('\n', ' ')}: ${help} lists them.\n`;
  return /^error: (?:missing required argument|option .* argument missing)/.test(sentence)
    ? `${sentence.trimEnd()}: ${help} says what it is.\n`
    : sentence;
}

async function build(
  program: Program,
  flags: { data?: string },
  argv: readonly string[],
): Promise<Command> {
  const root = new Command('numoscope')
    .description('The Baromètre France Num: unified, weighted, ranked')
    .showSuggestionAfterError(false)
    .version(toolVersion)
    .option('--data <folder>', 'folder of the warehouse (NUMOSCOPE_DATA)')
    .hook('preAction', (command) => {
      const { data } = command.opts<{ data?: string }>();
      if (data !== undefined) flags.data = data;
    });
  const commands = [
    ingestCommand(program),
    inspectCommand(program),
    verifyCommand(program),
    verifyFileCommand(program),
    pressKitCommand(program),
    demoCommand(program),
    await query(program, argv),
    serveCommand(program),
    startCommand(program),
  ];
  for (const command of commands) root.addCommand(command);
  const quietly = (command: Command): void => {
    command
      .exitOverride()
      .showHelpAfterError(false)
      .configureOutput({ outputError: (text, write) => write(withWayOut(text, command)) });
    for (const child of command.commands) quietly(child);
  };
  quietly(root);
  return root;
}

function report(cause: unknown, say: (text: string) => void): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : exitCodes.usage;
  if (cause instanceof UsageError) {
    say(cause.message);
    return exitCodes.usage;
  }
  if (cause instanceof UnreadableFile || cause instanceof PortalUnreachable) {
    say(cause.message);
    return exitCodes.nothingPublished;
  }
  if (cause instanceof CommandFailure) {
    say(cause.message);
    return cause.exitCode;
  }
  say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return exitCodes.nothingPublished;
}

/**
 * Runs one command of `numoscope`. Answers go to standard output, everything else to standard error.
 * @returns the exit code: 0 done, 1 nothing published or a check failed, 2 the call’s words are off,
 *   3 published with losses.
 */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.published;
  const flags: { data?: string } = {};
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const program: Program = {
    config: () => readConfig(flags, process.env),
    signal: interruption.signal,
    print: (text) => void process.stdout.write(`${text}\n`),
    say,
    openWarehouse: (counts) => openCurrent(program.config(), counts),
    exitWith: (code) => {
      exitCode = code;
    },
  };
  try {
    const root = await build(program, flags, argv);
    await root.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (cause) {
    return report(cause, say);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
