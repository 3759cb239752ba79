/** The row of filters; each change goes into the address, so that a list can be sent to a colleague. */
import { Button, Group, NativeSelect, Pill } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { peran, semuaPeran } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import classes from '#web/keluarga/saringan.module.css'
import { useOp } from '#web/kueri.ts'
import {
  type SaringanPetugas,
  saringanPetugas,
  statusPetugas,
} from '#web/pengguna/petugas/alamat.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Ubah = (baru: Record<string, unknown> | null) => void

/** Puts a change into the address through the same reader that reads the address. */
function useUbah(saringan: SaringanPetugas): Ubah {
  const pergi = useNavigate()
  return (baru) =>
    void pergi({
      to: '/pengguna',
      search: baru === null ? {} : saringanPetugas({ ...saringan, ...baru }),
      state: true,
      replace: true,
    })
}

export function PilihSaringan({ saringan }: { saringan: SaringanPetugas }) {
  const t = useTeks(teksPetugas)
  const label = useLabel()
  const ubah = useUbah(saringan)
  const semua = { value: '', label: t('semua') }
  const [buka, { toggle }] = useDisclosure(false)
  const dipakai = Object.keys(saringan).length
  return (
    <>
      <Button
        variant="default"
        className={classes.tombol}
        aria-expanded={buka}
        aria-controls="saringan-petugas"
        onClick={toggle}
        leftSection={<IconFilter size={16} aria-hidden />}
      >
        {t('saringan')}
        {dipakai > 0 ? ` (${dipakai})` : ''}
      </Button>
      <fieldset id="saringan-petugas" className={classes.saringan} data-buka={buka || undefined}>
        <legend className={classes.legenda}>{t('saringan')}</legend>
        <PilihWilayah kode={saringan.wilayah} ubah={ubah} />
        <NativeSelect
          label={t('peran')}
          value={saringan.peran ?? ''}
          onChange={(e) => ubah({ peran: e.currentTarget.value })}
          data={[semua, ...semuaPeran.map((p) => ({ value: p, label: label(peran[p].label) }))]}
        />
        <NativeSelect
          label={t('status')}
          value={saringan.status ?? ''}
          onChange={(e) => ubah({ status: e.currentTarget.value })}
          data={[semua, ...statusPetugas.map((s) => ({ value: s, label: t(s) }))]}
        />
        {dipakai > 0 ? (
          <Button variant="subtle" onClick={() => ubah(null)}>
            {t('bersihSaring')}
          </Button>
        ) : null}
      </fieldset>
    </>
  )
}

function PilihWilayah({ kode, ubah }: { kode: number | undefined; ubah: Ubah }) {
  const t = useTeks(teksPetugas)
  const nama = useNamaWilayah()
  const kueri = useOp(
    'wilayah.satu',
    { kode: kode ?? 0 },
    { enabled: kode !== undefined, staleTime: 60_000 },
  )
  if (kode === undefined)
    return <CariWilayah label={t('wilayah')} lebar={232} onPilih={(k) => ubah({ wilayah: k })} />
  return (
    <Group gap={4} className={classes.terpilih}>
      <span className={classes.label}>{t('wilayah')}</span>
      <Pill
        size="lg"
        withRemoveButton
        removeButtonProps={{ 'aria-label': t('bersihSaring'), tabIndex: 0, 'aria-hidden': false }}
        onRemove={() => ubah({ wilayah: undefined })}
      >
        {kueri.data ? nama(kueri.data.wilayah) : String(kode)}
      </Pill>
    </Group>
  )
}
