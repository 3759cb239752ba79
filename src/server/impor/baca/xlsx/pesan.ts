/** What the reading worker and its owner say to each other, and how rows are packed on the way. */
import type { FileProblem, Limits, SourceRow } from '../tabel.ts'

export type WorkerInput = { readonly path: string; readonly limits: Limits }

export type ToWorker =
  | { readonly type: 'lembar'; readonly index: number }
  /** One more batch may be sent. */
  | { readonly type: 'lanjut' }
  /** The rest of this sheet is not wanted. */
  | { readonly type: 'cukup' }

/** A batch as few large values: a thousand small objects would cost more to send than to read. */
export type PackedRows = {
  readonly text: string
  readonly rows: Uint32Array
  readonly flags: Uint8Array
  readonly kinds: Uint8Array
}

export type FromWorker =
  | { readonly type: 'buka'; readonly sheets: readonly { name: string; hidden: boolean }[] }
  | { readonly type: 'baris'; readonly packed: PackedRows }
  | { readonly type: 'selesai' }
  | { readonly type: 'tolak'; readonly problem: FileProblem }

export const CELL_END = '\x1f'
export const ROW_END = '\x1e'
export const FLAG = { hidden: 1, formula: 2, kinds: 4 } as const

/** Makes rows again of what the worker packed. */
export function unpackRows(packed: PackedRows): SourceRow[] {
  const { rows, flags, kinds } = packed
  const texts = packed.text.split(ROW_END)
  let from = 0
  return Array.from(rows, (row, index) => {
    const cells = (texts[index] ?? '').split(CELL_END)
    const flag = flags[index] ?? 0
    const start = from
    from += cells.length
    return {
      row,
      cells,
      ...(flag & FLAG.kinds ? { kinds: kinds.subarray(start, from) } : {}),
      ...(flag & FLAG.formula ? { formula: true } : {}),
      ...(flag & FLAG.hidden ? { hidden: true } : {}),
    }
  })
}
