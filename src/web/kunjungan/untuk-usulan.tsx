/** The visit that a proposal needs: a link to the form of a registered family, or a short entry for a new one. */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { pencatatKunjungan } from '#contract/peran.ts'
import { type HasilKunjungan, hasilKunjungan, labelHasil } from '#domain/kunjungan/hasil.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { ErrorState } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { useCommand } from '#web/kueri.ts'
import { teksIsiKunjungan } from '#web/kunjungan/teks-isi.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'

type Usulan = OutputOf<'usulan.satu'>

/** Nothing where the reader enters no visits, or the track needs none. */
export function KunjunganUsulan({ u }: { u: Usulan }) {
  const t = useTeks(teksIsiKunjungan)
  const { peran } = useSesi()
  const perlu = u.jalur === 'usulan' || u.jalur === 'keadaan'
  if (!perlu || selesai.has(u.status) || !pencatatKunjungan.some((p) => p === peran)) return null
  return (
    <Section judul={t('untukUsulan')} keterangan={t('untukUsulanIsi')}>
      {u.keluargaId ? (
        <TombolTautan
          to="/kunjungan/isi/$kab/$keluarga"
          params={{ kab: String(u.kab), keluarga: u.keluargaId }}
          variant="default"
        >
          {t('judul')}
        </TombolTautan>
      ) : (
        <Ringkas u={u} />
      )}
    </Section>
  )
}

function Ringkas({ u }: { u: Usulan }) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const [tanggal, setTanggal] = useState('')
  const [hasil, setHasil] = useState<HasilKunjungan>('layak')
  const [alasan, setAlasan] = useState('')
  const catat = useCommand('kunjungan.catat_usulan', ['usulan.satu'])
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        const isi = { tanggal, hasil, ...(alasan.trim() ? { alasan: alasan.trim() } : {}) }
        catat.mutate({ kab: u.kab, usulan: u.id, isi })
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="md">
          <TextInput
            type="date"
            label={t('hariKunjungan')}
            required
            value={tanggal}
            onChange={(e) => setTanggal(e.currentTarget.value)}
          />
          <NativeSelect
            label={t('hasil')}
            value={hasil}
            onChange={(e) => {
              const { value } = e.currentTarget
              setHasil(hasilKunjungan.find((h) => h === value) ?? 'layak')
            }}
            data={hasilKunjungan.map((h) => ({ value: h, label: label(labelHasil[h]) }))}
          />
        </Group>
        <TextInput
          label={t('alasan')}
          required={hasil !== 'layak'}
          maxLength={1000}
          value={alasan}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        {catat.isError ? <ErrorState error={shownOf(catat.error)} /> : null}
        <Group>
          <Button type="submit" loading={catat.isPending}>
            {t('catat')}
          </Button>
          <Text size="sm" role="status">
            {catat.data ? t(catat.data.terhitung ? 'tercatatJudul' : 'belumTerhitung') : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  )
}
