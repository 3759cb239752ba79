/** What an error of the operating system is called: `EEXIST`, `ENOTDIR` …; empty for any other error. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
