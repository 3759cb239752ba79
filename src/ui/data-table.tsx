/** The one table: sticky header, visible total, sorting, keyboard; on phones each row becomes a card. */

import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#ui/data-table.module.css'
import { teksUi } from '#ui/teks.ts'

export type Kolom<T> = {
  id: string
  judul: string
  isi: (row: T) => ReactNode
  /** Gives the value to sort by; a column without it cannot be sorted. */
  urut?: (row: T) => number | string
  angka?: boolean
  /** Short content that must not be broken over lines. */
  padat?: boolean
  lebar?: number | string
  /** How the cell shows in a phone's card: as its heading, with its label, bare, or not at all. */
  kartu?: 'judul' | 'label' | 'polos' | 'sembunyi'
  /** The heading is for readers only: columns of buttons. */
  judulTersembunyi?: boolean
  /** What stands in the total row. */
  jumlah?: ReactNode
}

type Props<T> = {
  /** Names the table for readers; shown only to them. */
  caption: string
  kolom: readonly Kolom<T>[]
  baris: readonly T[]
  kunci: (row: T) => string
  kosong?: ReactNode
  /** Scrolls inside when wider than the page (its header then sticks to the page no more). */
  gulir?: boolean
  /** Rows look and act as links: the first link of the row covers it. */
  barisTautan?: boolean
  urutanAwal?: { id: string; turun: boolean }
  tandai?: (row: T) => 'aktif' | 'garis' | undefined
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
})

// CSS turns rows into blocks on phones, which would strip their table roles: so they are spelled out.
const peran = (role: string) => ({ role })

export function DataTable<T extends object>(props: Props<T>) {
  const { caption, kolom, baris, kunci, gulir, barisTautan, urutanAwal } = props
  const [sorting, setSorting] = useState<SortingState>(
    urutanAwal ? [{ id: urutanAwal.id, desc: urutanAwal.turun }] : [],
  )
  const data = useMemo(() => [...baris], [baris])
  const columns = useMemo(
    () =>
      kolom.map((k) => ({
        id: k.id,
        accessorFn: (row: T) => k.urut?.(row) ?? '',
        header: k.judul,
        enableSorting: k.urut !== undefined,
        sortFn: 'basic' as const,
        sortDescFirst: k.angka === true,
      })),
    [kolom],
  )
  const table = useTable({
    features,
    data,
    columns,
    getRowId: kunci,
    state: { sorting },
    onSortingChange: setSorting,
  })
  const rows = table.getRowModel().rows
  if (rows.length === 0 && props.kosong) return <>{props.kosong}</>
  return (
    <div
      className={gulir ? classes.gulir : classes.bungkus}
      {...(gulir ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className={classes.tabel} {...peran('table')} data-tautan={barisTautan || undefined}>
        <caption className={classes.caption}>{caption}</caption>
        <thead {...peran('rowgroup')}>
          <tr {...peran('row')}>
            {kolom.map((k) => (
              <Kepala
                key={k.id}
                kolom={k}
                arah={arahOf(sorting, k.id)}
                onUrut={() => table.getColumn(k.id)?.toggleSorting()}
              />
            ))}
          </tr>
        </thead>
        <tbody {...peran('rowgroup')}>
          {rows.map((row) => (
            <tr key={row.id} {...peran('row')} data-tanda={props.tandai?.(row.original)}>
              {kolom.map((k) => (
                <td
                  key={k.id}
                  {...peran('cell')}
                  data-angka={k.angka || undefined}
                  data-padat={k.padat || undefined}
                  data-kartu={k.kartu ?? 'label'}
                  data-label={k.judul}
                >
                  <div className={classes.sel}>{k.isi(row.original)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {kolom.some((k) => k.jumlah !== undefined) ? <Kaki kolom={kolom} /> : null}
      </table>
    </div>
  )
}

type Arah = 'ascending' | 'descending' | undefined

const arahOf = (sorting: SortingState, id: string): Arah => {
  const found = sorting.find((s) => s.id === id)
  return found ? (found.desc ? 'descending' : 'ascending') : undefined
}

function Kepala<T>({ kolom, arah, onUrut }: { kolom: Kolom<T>; arah: Arah; onUrut: () => void }) {
  const Ikon = arah === 'ascending' ? IconArrowUp : arah ? IconArrowDown : IconArrowsSort
  return (
    <th
      scope="col"
      {...peran('columnheader')}
      data-angka={kolom.angka || undefined}
      aria-sort={arah}
      style={kolom.lebar === undefined ? undefined : { width: kolom.lebar }}
    >
      {kolom.urut ? (
        <button type="button" className={classes.urut} onClick={onUrut}>
          {kolom.judul}
          <Ikon size={14} stroke={1.8} aria-hidden data-aktif={arah ? true : undefined} />
        </button>
      ) : (
        <span className={kolom.judulTersembunyi ? classes.caption : undefined}>{kolom.judul}</span>
      )}
    </th>
  )
}

function Kaki<T>({ kolom }: { kolom: readonly Kolom<T>[] }) {
  const t = useTeks(teksUi)
  return (
    <tfoot {...peran('rowgroup')}>
      <tr {...peran('row')}>
        {kolom.map((k, i) => (
          <td
            key={k.id}
            {...peran('cell')}
            data-angka={k.angka || undefined}
            data-kartu={i === 0 ? 'judul' : k.jumlah === undefined ? 'sembunyi' : 'label'}
            data-label={k.judul}
          >
            {k.jumlah ?? (i === 0 ? t('total') : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
