/** While one types: is this person registered or proposed already? Outside the area one sentence, no more. */
import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useOp } from '#web/kueri.ts'
import { Tautan } from '#web/tautan.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Props = {
  nik?: string | undefined
  nama?: string | undefined
  tanggalLahir?: string | undefined
  wilayah: number
  kecuali: string | undefined
}

export function Kembar({ nik, nama, tanggalLahir, wilayah, kecuali }: Props) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const tanya = {
    ...(nik && /^\d{16}$/.test(nik) ? { nik } : {}),
    ...(nama && nama.trim().length >= 3 ? { nama: nama.trim() } : {}),
    ...(tanggalLahir ? { tanggalLahir } : {}),
  }
  const [teks] = useDebouncedValue(JSON.stringify(tanya), 600)
  const siap = teks === JSON.stringify(tanya) && wilayah > 0 && ('nik' in tanya || 'nama' in tanya)
  const kueri = useOp(
    'usulan.kembar',
    { ...tanya, wilayah, ...(kecuali ? { kecuali } : {}) },
    { enabled: siap, staleTime: 60_000 },
  )
  const ada = siap ? kueri.data : undefined
  if (!ada || (ada.terdaftar.length === 0 && ada.diusulkan.length === 0 && !ada.diLuarWilayah))
    return null
  return (
    <Notice nada="perhatian" judul={t('kembar')} role="status">
      {ada.terdaftar.map((h) => (
        <Text size="sm" key={`${h.keluargaId} ${h.nama}`}>
          {t('kembarTerdaftar', {
            nama: h.nama,
            umur: h.umur === null ? t('kembarUmurTidak') : t('kembarUmur', { n: h.umur }),
            wilayah: h.namaWilayah,
            rt: nomorRt(h.rt),
          })}{' '}
          ({t(h.karena === 'nik' ? 'kembarNik' : 'kembarNama')}).{' '}
          <Tautan to="/keluarga/$kab/$id" params={{ kab: String(h.kab), id: h.keluargaId }}>
            {t('bukaKeluarga')}
          </Tautan>
        </Text>
      ))}
      {ada.diusulkan.map((u) => (
        <Text size="sm" key={u.id}>
          {t('kembarDiusulkan', {
            nama: u.nama,
            nomor: u.nomor,
            status: label(keadaan[u.status].label),
          })}
          .{' '}
          <Tautan to="/usulan/$kab/$id" params={{ kab: String(u.kab), id: u.id }}>
            {t('bukaUsulan')}
          </Tautan>
        </Text>
      ))}
      {ada.diLuarWilayah ? (
        <Text size="sm">
          {t('kembarLuar')} {t('kembarLuarIsi')}
        </Text>
      ) : null}
    </Notice>
  )
}
