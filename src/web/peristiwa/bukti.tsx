/** The paper that shows an event, photographed or scanned; whoever verifies it sees it beside the details. */
import { Button, Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import type { SatuKeluarga } from '#web/peristiwa/isian.ts'
import { BuktiUsulan } from '#web/usulan/bukti.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'

/** At most so many files belong to one proposal. */
const TERBANYAK = 20

type Berkas = readonly string[]
type Props = {
  k: SatuKeluarga
  berkas: Berkas
  onUbah: (ubah: (kini: Berkas) => Berkas) => void
}

export function BuktiPeristiwa({ k, berkas, onUbah }: Props) {
  const t = useTeks(teksIsian)
  return (
    <Stack gap="sm">
      {berkas.length > 0 ? (
        <BuktiUsulan
          kab={k.kab}
          berkas={berkas}
          aksi={(id, nomor) => (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => onUbah((kini) => kini.filter((b) => b !== id))}
            >
              {t('lepasBukti', { n: nomor })}
            </Button>
          )}
        />
      ) : null}
      {berkas.length < TERBANYAK ? (
        <UnggahBerkas
          tempat={{ kab: k.kab, keluarga: k.id }}
          pilihan={['surat', 'foto_kk', 'foto_ktp', 'foto_orang', 'lain']}
          onSelesai={({ id }) => onUbah((kini) => (kini.includes(id) ? kini : [...kini, id]))}
        />
      ) : null}
    </Stack>
  )
}
