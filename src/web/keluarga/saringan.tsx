/** The row of filters; each change goes into the address, so that a list can be sent to a colleague. */

import { Button, Checkbox, Group, NativeSelect, NumberInput, Pill } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { pilihanKelayakan, type Saringan, saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import classes from '#web/keluarga/saringan.module.css'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import { useOp } from '#web/kueri.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

const desil = Array.from({ length: 10 }, (_, i) => i + 1)

export function SaringanKeluarga({ saringan }: { saringan: Saringan }) {
  const t = useTeks(teksKeluarga)
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
        aria-controls="saringan-keluarga"
        onClick={toggle}
        leftSection={<IconFilter size={16} aria-hidden />}
      >
        {t('saringan')}
        {dipakai > 0 ? ` (${dipakai})` : ''}
      </Button>
      <fieldset id="saringan-keluarga" className={classes.saringan} data-buka={buka || undefined}>
        <legend className={classes.legenda}>{t('saringan')}</legend>
        <PilihWilayah saringan={saringan} ubah={ubah} />
        <NumberInput
          label={t('rt')}
          w={80}
          min={0}
          max={999}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={saringan.rt ?? ''}
          onBlur={(e) =>
            ubah({ rt: e.currentTarget.value === '' ? undefined : e.currentTarget.value })
          }
          onKeyDown={(e) => (e.key === 'Enter' ? e.currentTarget.blur() : undefined)}
        />
        <NativeSelect
          label={t('menerima')}
          value={saringan.menerima ?? ''}
          onChange={(e) => ubah({ menerima: e.currentTarget.value })}
          data={[
            semua,
            { value: 'ya', label: t('menerima_ya') },
            { value: 'tidak', label: t('menerima_tidak') },
          ]}
        />
        <NativeSelect
          label={t('desil')}
          value={String(saringan.desil ?? '')}
          onChange={(e) => ubah({ desil: e.currentTarget.value || undefined })}
          data={[semua, ...desil.map((n) => ({ value: String(n), label: t('desilN', { n }) }))]}
        />
        <NativeSelect
          label={t('kelayakan')}
          value={saringan.kelayakan ?? ''}
          onChange={(e) => ubah({ kelayakan: e.currentTarget.value })}
          data={[semua, ...pilihanKelayakan.map((k) => ({ value: k, label: t(k) }))]}
        />
        <Checkbox
          className={classes.centang}
          label={t('ditandai')}
          checked={saringan.ditandai === true}
          onChange={(e) => ubah({ ditandai: e.currentTarget.checked })}
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

type Ubah = (baru: Record<string, unknown> | null) => void

/** Puts a change into the address through the same reader that reads the address. */
function useUbah(saringan: Saringan): Ubah {
  const pergi = useNavigate()
  return (baru) =>
    void pergi({
      to: '/keluarga',
      search: baru === null ? {} : saringanKeluarga({ ...saringan, ...baru }),
      state: true,
      replace: true,
    })
}

function PilihWilayah({ saringan, ubah }: { saringan: Saringan; ubah: Ubah }) {
  const t = useTeks(teksKeluarga)
  const nama = useNamaWilayah()
  const kode = saringan.wilayah
  const kueri = useOp(
    'wilayah.satu',
    { kode: kode ?? 0 },
    { enabled: kode !== undefined, staleTime: 60_000 },
  )
  if (kode !== undefined)
    return (
      <Group gap={4} className={classes.terpilih}>
        <span className={classes.label}>{t('wilayah')}</span>
        <Pill
          size="lg"
          withRemoveButton
          removeButtonProps={{ 'aria-label': t('bersihSaring'), tabIndex: 0, 'aria-hidden': false }}
          onRemove={() => ubah({ wilayah: undefined, rt: undefined })}
        >
          {kueri.data ? nama(kueri.data.wilayah) : String(kode)}
        </Pill>
      </Group>
    )
  return <CariWilayah label={t('wilayah')} lebar={232} onPilih={(k) => ubah({ wilayah: k })} />
}
