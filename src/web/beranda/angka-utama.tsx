/** The four numbers of an area, each with its denominator and the list behind it. */
import { Link } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Stat, StatRow } from '#ui/stat.tsx'
import { teksBeranda } from '#web/beranda/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

export function AngkaUtama({ data }: { data: OutputOf<'beranda.ringkasan'> }) {
  const t = useTeks(teksBeranda)
  const f = useFormat()
  const { terdaftar, menerima, belumMenerima, kuota, kuotaKosong, program } = data
  const bagian = (n: number) => t('dariTerdaftar', { persen: f.persen(n, terdaftar) })
  const lebih = kuotaKosong !== null && kuotaKosong < 0
  return (
    <StatRow label={t('angkaUtama')}>
      <Stat
        label={t('terdaftar')}
        nilai={f.angka(terdaftar)}
        satuan="KK"
        catatan={t('jiwa', { n: f.angka(data.jiwa) })}
        tautan={(isi) => <Link to="/keluarga">{isi}</Link>}
      />
      <Stat
        label={t('menerima', { program })}
        nilai={f.angka(menerima)}
        satuan="KK"
        catatan={bagian(menerima)}
        tautan={(isi) => (
          <Link to="/keluarga" search={{ menerima: 'ya' }}>
            {isi}
          </Link>
        )}
      />
      <Stat
        label={t('belumMenerima')}
        nilai={f.angka(belumMenerima)}
        satuan="KK"
        catatan={bagian(belumMenerima)}
        tautan={(isi) => (
          <Link to="/keluarga" search={{ menerima: 'tidak' }}>
            {isi}
          </Link>
        )}
      />
      <Stat
        label={t(lebih ? 'lebihKuota' : 'kuotaKosong')}
        nilai={kuotaKosong === null ? '–' : f.angka(Math.abs(kuotaKosong))}
        {...(kuotaKosong === null ? {} : { satuan: 'KK' })}
        catatan={kuota === null ? t('tanpaKuota') : t('dariKuota', { n: f.angka(kuota) })}
        utama
        tautan={(isi) => <Link to="/kuota">{isi}</Link>}
      />
    </StatRow>
  )
}
