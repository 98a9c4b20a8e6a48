const isErrno = (cause: unknown): cause is NodeJS.ErrnoException & { code: string } =>
  cause instanceof Error && typeof (cause as NodeJS.ErrnoException).code === 'string';

const whyByCode: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is reached',
  EFBIG: 'a file may not grow so large',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EROFS: 'the folder is read-only',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a file stands in its place',
  ENOENT: 'a folder or file is missing',
  EIO: 'the disk cannot be read or written',
  EMFILE: 'too many files are open',
};

/** What DuckDB's messages say of the disk and of memory, whatever the system's language. */
const whyByMessage: [RegExp, string][] = [
  [/no space left|errno 28|max_temp_directory_size/iu, 'the disk is full'],
  [/permission denied|errno 13/iu, 'the folder may not be written'],
  [/read-only file system|errno 30/iu, 'the folder is read-only'],
  [/^out of memory/iu, 'memory is short'],
  [/^(?:io|fatal) error/iu, 'the disk cannot be read or written'],
];

/**
 * One sentence on a failure of the disk or of memory while a warehouse is built.
 * @returns null for any other failure, which is a mistake of this program
 */
export function diskFault(cause: unknown, dataFolder: string): string | null {
  if (!(cause instanceof Error)) return null;
  const why = isErrno(cause)
    ? whyByCode[cause.code]
    : whyByMessage.find(([pattern]) => pattern.test(cause.message))?.[1];
  if (why === undefined) return null;
  const path = isErrno(cause) ? (cause.path ?? dataFolder) : dataFolder;
  return `The warehouse cannot be built in ${dataFolder}: ${why} (${path}).`;
}
