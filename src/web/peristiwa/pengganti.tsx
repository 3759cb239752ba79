/** Who becomes head and who holds the card from now on, asked on the screen of the event itself. */
import { Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { ditanya } from '#web/peristiwa/ditanya.ts'
import type { Isian, JenisBerform, SatuKeluarga } from '#web/peristiwa/isian.ts'
import { Pilih, sebagaiPilihan, Teks, type Ubah } from '#web/peristiwa/medan.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

type Props = { jenis: JenisBerform; f: Isian; ubah: Ubah; k: SatuKeluarga }

export function Pengganti({ jenis, f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  const tanya = ditanya(jenis, f, k)
  const sisa = sebagaiPilihan(tanya.sisa)
  const { bantuan } = tanya
  if (!tanya.kepala && !tanya.pengurus && !bantuan) return null
  return (
    <Stack gap="md">
      {tanya.kepala ? (
        <Pilih
          f={f}
          ubah={ubah}
          kolom="kepalaBaru"
          label={t('kepalaBaru')}
          isi={t('kepalaBaruIsi')}
          data={sisa}
          wajib
        />
      ) : null}
      {tanya.pengurus ? (
        <PilihPengurus
          f={f}
          ubah={ubah}
          k={k}
          gone={[f.orang, ...f.anggota]}
          label={t('pengurus')}
          isi={t('pengurusIsi')}
        />
      ) : null}
      {bantuan ? (
        <Text size="sm">{t(bantuan === 'ikut' ? 'bantuanIkut' : 'bantuanTetap')}</Text>
      ) : null}
    </Stack>
  )
}

type PengurusProps = Omit<Props, 'jenis'> & {
  gone: readonly string[]
  label: string
  isi?: string
}

/** An adult of the family, or a guardian with a letter. */
export function PilihPengurus({ f, ubah, k, gone, label, isi }: PengurusProps) {
  const t = useTeks(teksPeristiwa)
  const bisa = k.anggota.filter((a) => a.status === 'aktif' && !gone.includes(a.id))
  const data = [...sebagaiPilihan(bisa), { value: 'wali', label: t('wali') }]
  return (
    <Stack gap="md">
      <Pilih
        f={f}
        ubah={ubah}
        kolom="pengganti"
        label={label}
        {...(isi ? { isi } : {})}
        data={data}
        wajib
      />
      {f.pengganti === 'wali' ? (
        <>
          <Teks f={f} ubah={ubah} kolom="waliNama" label={t('waliNama')} wajib />
          <Teks f={f} ubah={ubah} kolom="waliHubungan" label={t('waliHubungan')} wajib />
          <Teks f={f} ubah={ubah} kolom="suratNomor" label={t('suratNomor')} wajib />
          <Teks f={f} ubah={ubah} kolom="suratTanggal" label={t('suratTanggal')} hari wajib />
        </>
      ) : null}
    </Stack>
  )
}
