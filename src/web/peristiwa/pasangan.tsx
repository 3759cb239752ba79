/** Who is married: a person of the family that is entered, or one who leaves theirs for a card of their own. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useOp } from '#web/kueri.ts'
import { CariKeluarga } from '#web/peristiwa/cari-keluarga.tsx'
import { aktif, ditanyaPasangan } from '#web/peristiwa/ditanya.ts'
import type { Isian, SatuKeluarga } from '#web/peristiwa/isian.ts'
import { Pilih, sebagaiPilihan, type Ubah } from '#web/peristiwa/medan.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

type Props = { f: Isian; ubah: Ubah; k: SatuKeluarga }

export function Pasangan({ f, ubah, k }: Props) {
  const t = useTeks(teksPeristiwa)
  const kkBaru = f.tujuan === 'kk_baru'
  const asal = kkBaru ? f.keluargaPasangan : f.keluargaTujuan
  const keluarga = useOp('keluarga.satu', { kab: k.kab, id: asal }, { enabled: asal !== '' })
  return (
    <Stack gap="md">
      {kkBaru ? (
        <CariKeluarga
          k={k}
          cari={t('cariPasangan')}
          label={t('keluargaPasangan')}
          nilai={f.keluargaPasangan}
          onPilih={(keluargaPasangan) => ubah({ keluargaPasangan })}
        />
      ) : null}
      {keluarga.data ? (
        <Pilih
          f={f}
          ubah={ubah}
          kolom="pasangan"
          label={t('pasangan')}
          data={sebagaiPilihan(aktif(keluarga.data))}
        />
      ) : null}
      {kkBaru && keluarga.data ? <Ditinggal f={f} ubah={ubah} asal={keluarga.data} /> : null}
    </Stack>
  )
}

/** What the spouse's family is asked when its head or card holder marries away. */
function Ditinggal({ f, ubah, asal }: { f: Isian; ubah: Ubah; asal: SatuKeluarga }) {
  const t = useTeks(teksPeristiwa)
  const tanya = ditanyaPasangan(f, asal)
  const sisa = sebagaiPilihan(tanya.sisa)
  const nama = asal.namaKepala
  return (
    <>
      {tanya.kepala ? (
        <Pilih
          f={f}
          ubah={ubah}
          kolom="kepalaBaruPasangan"
          label={t('kepalaBaruDi', { nama })}
          data={sisa}
          wajib
        />
      ) : null}
      {tanya.pengurus ? (
        <Pilih
          f={f}
          ubah={ubah}
          kolom="penggantiPasangan"
          label={t('pengurusDi', { nama })}
          data={sisa}
          wajib
        />
      ) : null}
    </>
  )
}
