/** An assignment in short: role worn, Plt or Plh, area below it, and its dates in words. */
import { Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export type Tugas = OutputOf<'pengguna.satu'>['semuaTugas'][number]
export type TugasRingkas = Pick<
  Tugas,
  'peranLabel' | 'jenis' | 'wilayah' | 'rt' | 'jumlahKeluarga' | 'dari' | 'hariTerakhir'
>

/** "1 Jan 2018 – 31 Des 2018", or since when; one that ended on its first day or before held no whole day. */
export function useMasa(): (t: Pick<Tugas, 'dari' | 'hariTerakhir'>) => string {
  const t = useTeks(teksPetugas)
  const f = useFormat()
  return ({ dari, hariTerakhir }) => {
    const mulai = f.tanggalPendek(dari)
    if (hariTerakhir === null) return t('sejak', { dari: mulai })
    if (hariTerakhir < dari) return t('batal', { dari: mulai })
    return t('rentang', { dari: mulai, sampai: f.tanggalPendek(hariTerakhir) })
  }
}

/** "RT 001, 002 · Kelurahan Api-api". */
export function useNamaCakupan(): (t: Pick<Tugas, 'wilayah' | 'rt' | 'jumlahKeluarga'>) => string {
  const t = useTeks(teksPetugas)
  const f = useFormat()
  const nama = useNamaWilayah()
  return ({ wilayah, rt, jumlahKeluarga }) =>
    [
      ...(jumlahKeluarga === null ? [] : [t('nKeluarga', { n: f.angka(jumlahKeluarga) })]),
      ...(rt === null ? [] : [t('rt', { rt: rt.map(nomorRt).join(', ') })]),
      nama(wilayah),
    ].join(' · ')
}

/** "Plh" before a role, spelled out for whoever asks. */
export function Jenis({ jenis }: { jenis: Tugas['jenis'] }) {
  const t = useTeks(teksPetugas)
  if (jenis === 'definitif') return null
  return (
    <abbr title={t(jenis === 'plt' ? 'pltPanjang' : 'plhPanjang')}>
      <b>{t(jenis)}</b>{' '}
    </abbr>
  )
}

export function RingkasTugas({ tugas }: { tugas: TugasRingkas }) {
  const label = useLabel()
  const cakupan = useNamaCakupan()
  return (
    <>
      <Jenis jenis={tugas.jenis} />
      {label(tugas.peranLabel)}
      <Text size="xs" c="dimmed">
        {cakupan(tugas)}
      </Text>
    </>
  )
}
