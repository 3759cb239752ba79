/** Which family is entered, and with whom: stays, another registered one, or a card of their own. */
import { useTeks } from '#ui/bahasa.ts'
import { CariKeluarga } from '#web/peristiwa/cari-keluarga.tsx'
import { Hubungan } from '#web/peristiwa/hubungan.tsx'
import type { Isian, SatuKeluarga } from '#web/peristiwa/isian.ts'
import { Pilih, Teks, type Ubah } from '#web/peristiwa/medan.tsx'
import { Pasangan } from '#web/peristiwa/pasangan.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

type Props = { f: Isian; ubah: Ubah; k: SatuKeluarga }

export function Tujuan({ f, ubah, k, kawin }: Props & { kawin: boolean }) {
  const t = useTeks(teksPeristiwa)
  const isi = { f, ubah }
  const data = (['tetap', 'keluarga', 'kk_baru'] as const).map((value) => ({
    value,
    label: t(`tujuan_${value}`),
  }))
  const pergi = f.tujuan === 'kk_baru' || f.tujuan === 'keluarga'
  return (
    <>
      <Pilih {...isi} kolom="tujuan" label={t('tujuan')} data={data} wajib />
      {f.tujuan === 'keluarga' ? <KeluargaTujuan {...isi} k={k} /> : null}
      {kawin && pergi ? <Pasangan {...isi} k={k} /> : null}
      {f.tujuan === 'keluarga' && f.pasangan === '' ? (
        <Hubungan
          label={t('hubunganBaru')}
          nilai={f.hubunganBaru}
          onUbah={(hubunganBaru) => ubah({ hubunganBaru })}
        />
      ) : null}
      {pergi ? <Teks {...isi} kolom="nomorKk" label={t('nomorKk')} isi={t('nomorKkIsi')} /> : null}
    </>
  )
}

export function KeluargaTujuan({ f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  return (
    <CariKeluarga
      k={k}
      cari={t('cariKeluarga')}
      label={t('keluargaTujuan')}
      nilai={f.keluargaTujuan}
      onPilih={(keluargaTujuan) => ubah({ keluargaTujuan })}
      wajib
    />
  )
}
