/**
 * The canonical form of an entry: its columns in a fixed order, as the text format of COPY writes
 * them. It is unambiguous, and a verifier can hash the lines of a COPY as they come.
 */

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

/** One line without its end: null is `\N`, the rest is escaped. */
export const bentuk = (kolom: readonly (string | null)[]): string =>
  kolom
    .map((nilai) =>
      nilai === null ? '\\N' : nilai.replaceAll(/[\\\b\f\n\r\t\v]/g, (c) => escapes[c] ?? c),
    )
    .join('\t')

const TAB = 9

/** The columns of a line up to `count`, still escaped, and where the rest begins. */
export function splitLine(
  line: Uint8Array,
  count: number,
): { readonly kolom: readonly Uint8Array[]; readonly sisa: Uint8Array } {
  const kolom: Uint8Array[] = []
  let from = 0
  while (kolom.length < count) {
    const tab = line.indexOf(TAB, from)
    if (tab < 0) break
    kolom.push(line.subarray(from, tab))
    from = tab + 1
  }
  return { kolom, sisa: line.subarray(from) }
}
