/** What becomes of each row: those that stay by their reason, with what is missing; those that went on. */
import { Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import classes from '#web/usulan/jalankan.module.css'
import type { Dipilih } from '#web/usulan/jalankan.tsx'
import type { HasilLangkah } from '#web/usulan/perintah.ts'
import { teksUsulan } from '#web/usulan/teks.ts'

/** A list longer than this is cut, and says by how many. */
const TAMPIL = 100

type Tertahan = HasilLangkah['tertahan'][number]

/** Held rows by the rule that holds them, the rule that holds most first. */
function menurutSebab(tertahan: readonly Tertahan[]): readonly (readonly Tertahan[])[] {
  const kelompok = new Map<string, Tertahan[]>()
  for (const x of tertahan) {
    const ada = kelompok.get(x.masalah.sebab)
    if (ada) ada.push(x)
    else kelompok.set(x.masalah.sebab, [x])
  }
  return [...kelompok.values()].sort((a, b) => b.length - a.length)
}

type Props = { hasil: HasilLangkah; baris: readonly Dipilih[]; sesudah?: boolean }

export function HasilBaris({ hasil, baris, sesudah }: Props) {
  const tertahan = new Set(hasil.tertahan.map((x) => x.id))
  const jadi = sesudah ? baris.filter((b) => !tertahan.has(b.id)) : []
  return (
    <Stack gap="sm">
      {menurutSebab(hasil.tertahan).map((k) => (
        <Sebab key={k[0]?.masalah.sebab} isi={k} />
      ))}
      {jadi.length > 0 ? <Jadi isi={jadi} /> : null}
    </Stack>
  )
}

function Sebab({ isi }: { isi: readonly Tertahan[] }) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const label = useLabel()
  const id = useId()
  const [first] = isi
  if (!first) return null
  return (
    <section className={classes.kelompok} aria-labelledby={id}>
      <h3 className={classes.judul} id={id}>
        <span>{label(first.masalah.label)}</span>
        <span className="angka">{f.angka(isi.length)}</span>
      </h3>
      <Daftar isi={isi}>
        {(x) =>
          x.masalah.kurang.length > 0 ? (
            <span className={classes.kurang}>
              {t('kurang', { isi: x.masalah.kurang.map((k) => label(k.label)).join(', ') })}
            </span>
          ) : null
        }
      </Daftar>
    </section>
  )
}

function Jadi({ isi }: { isi: readonly Dipilih[] }) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const id = useId()
  return (
    <section className={classes.kelompok} aria-labelledby={id}>
      <h3 className={classes.judul} id={id}>
        <span>{t('jadiBaris')}</span>
        <span className="angka">{f.angka(isi.length)}</span>
      </h3>
      <Daftar isi={isi}>{() => null}</Daftar>
    </section>
  )
}

type Baris = Pick<Dipilih, 'kab' | 'id' | 'nama' | 'nomor'>
type DaftarProps<T extends Baris> = { isi: readonly T[]; children: (x: T) => React.ReactNode }

function Daftar<T extends Baris>({ isi, children }: DaftarProps<T>) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  return (
    // A list that scrolls must be reachable without a mouse: its links are.
    <ul className={classes.daftar}>
      {isi.slice(0, TAMPIL).map((x) => (
        <li key={x.id}>
          <Link to="/usulan/$kab/$id" params={{ kab: String(x.kab), id: x.id }}>
            {x.nama || t('tanpaNama')}
          </Link>
          <span className={classes.redup}>{x.nomor}</span>
          {children(x)}
        </li>
      ))}
      {isi.length > TAMPIL ? (
        <li className={classes.redup}>{t('danLagi', { n: f.angka(isi.length - TAMPIL) })}</li>
      ) : null}
    </ul>
  )
}
