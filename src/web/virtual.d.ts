/** The table of operations that `operasi.plugin.ts` makes at build time. */
declare module 'virtual:operasi' {
  export const operasi: Readonly<Record<string, readonly [method: string, path: string]>>
}
