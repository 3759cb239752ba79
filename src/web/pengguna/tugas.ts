/** An assignment in words: "Plt. Lurah/kepala desa", "Kelurahan Api-api, RT 003", "1 Mei 2018 – 31 Juli 2018". */
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksAkun } from '#web/pengguna/teks-akun.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export type Tugas = OutputOf<'akun.saya'>['penugasan'][number]
type Dipakai = Pick<Tugas, 'peranLabel' | 'jenis' | 'wilayah' | 'rt'>

const sebutan = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const

/** The last day of a half-open range of days, as letters state it. */
const hariTerakhir = (sampai: string): Date => {
  const hari = new Date(`${sampai.slice(0, 10)}T00:00:00`)
  hari.setDate(hari.getDate() - 1)
  return hari
}

export function useTugas() {
  const t = useTeks(teksAkun)
  const f = useFormat()
  const label = useLabel()
  const nama = useNamaWilayah()
  return {
    /** The role as it is worn: Plt and Plh are said in front. */
    peran: (d: Dipakai) => sebutan[d.jenis] + label(d.peranLabel),
    wilayah: (d: Dipakai) =>
      [nama(d.wilayah), ...(d.rt ? [`RT ${d.rt.map(nomorRt).join(', ')}`] : [])].join(', '),
    masa: (d: Pick<Tugas, 'dari' | 'sampai'>) =>
      d.sampai
        ? t('masa', { dari: f.tanggal(d.dari), sampai: f.tanggal(hariTerakhir(d.sampai)) })
        : t('sejak', { dari: f.tanggal(d.dari) }),
  }
}
