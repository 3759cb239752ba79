/** One held row: its wrong cells with cause and remedy, the others on demand. */
import { Button, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import classes from '#web/impor/baris-tahan.module.css'
import type { Draf } from '#web/impor/draf.ts'
import { teksImpor } from '#web/impor/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Baris = OutputOf<'impor.baris'>['baris'][number]
type Sel = Baris['sel'][number]

// Causes that concern a row as a whole name no column; these are the cells where they are mended.
const terkait: Readonly<Record<string, RegExp>> = {
  nama_kosong: /\[nama\]|^nama art$|^nama$/i,
  kunci_kosong: /\[kunci_|^id rumah tangga|^no.*urut|^idbdt|^idartbdt/i,
  kunci_ganda_dalam_berkas: /\[kunci_|^id rumah tangga|^no.*urut|^idbdt|^idartbdt/i,
  ruta_tidak_ada: /\[kunci_|^id rumah tangga|^idbdt/i,
  wilayah_belum_dikenal: /wilayah|provinsi|kab\/kota|kecamatan|desa|^kd(prop|kab|kec|desa)/i,
  wilayah_di_luar_cakupan: /wilayah|provinsi|kab\/kota|kecamatan|desa|^kd(prop|kab|kec|desa)/i,
}

const menyangkut = (x: Baris['temuan'][number], s: Sel): boolean =>
  x.kolom === null ? (terkait[x.kode]?.test(s.judul) ?? false) : x.kolom === s.judul

/** Held only because the row of its household is: nothing to mend here. */
const hanyaIkut = (b: Baris): boolean =>
  b.temuan.some((x) => x.kode === 'ruta_ditangguhkan') &&
  b.temuan.every((x) => x.tingkat !== 'salah' || x.kode === 'ruta_ditangguhkan')

export function BarisTahan({ b, draf }: { b: Baris; draf: Draf }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  const [semua, setSemua] = useState(false)
  const salah = b.temuan.filter((x) => x.tingkat === 'salah')
  const utama = b.sel.filter((s) => salah.some((x) => menyangkut(x, s)))
  const lain = b.sel.filter((s) => !utama.includes(s))
  const tanpaKolom = salah.filter((x) => !b.sel.some((s) => s.judul === x.kolom))
  const galatOf = (s: Sel) => {
    const temuan = salah.find((x) => x.kolom === s.judul)
    return temuan ? `${label(temuan.sebab)} ${label(temuan.perbaikan)}` : null
  }
  const masukan = (s: Sel) => (
    <TextInput
      key={s.kolom}
      label={s.judul}
      value={draf.nilai(b.id, s.kolom) ?? s.nilai}
      onChange={(e) => draf.ubah(b.id, s.kolom, e.currentTarget.value, s.nilai)}
      error={draf.nilai(b.id, s.kolom) === undefined ? galatOf(s) : null}
    />
  )
  return (
    <div className={classes.baris}>
      <Text size="sm" fw={600} mb="xs">
        {b.lembar}, {t('barisN', { n: f.angka(b.baris) })}
      </Text>
      {tanpaKolom.map((x) => (
        <div key={x.kode} className={classes.temuan}>
          <Status nada="salah">{label(x.sebab)}</Status>
          <Text size="sm" c="dimmed">
            {label(x.perbaikan)}
          </Text>
        </div>
      ))}
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="md">
        {utama.map(masukan)}
        {semua ? lain.map(masukan) : null}
      </SimpleGrid>
      {lain.length > 0 && !hanyaIkut(b) ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          ml={-8}
          onClick={() => setSemua(!semua)}
          aria-expanded={semua}
        >
          {semua ? t('sembunyikan') : t('selLain', { n: lain.length })}
        </Button>
      ) : null}
    </div>
  )
}
