/** Assigns the queue to officers: chosen, previewed, then done. */
import { Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Live } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { ErrorState } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { inputAntrean, type SaringanAntrean } from '#web/kunjungan/antrean.tsx'
import { teksKunjungan } from '#web/kunjungan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

export function BagiKunjungan({ saringan }: { saringan: SaringanAntrean }) {
  const t = useTeks(teksKunjungan)
  const label = useLabel()
  const f = useFormat()
  const petugas = useOp('kunjungan.petugas', { wilayah: saringan.wilayah })
  const [dipilih, setDipilih] = useState<readonly string[]>([])
  const [sampai, setSampai] = useState('')
  const [alihkan, setAlihkan] = useState(false)
  const lihat = useCommand('kunjungan.pratinjau')
  const bagi = useCommand('kunjungan.tugaskan', [
    'kunjungan.antrean',
    'kunjungan.rekap',
    'kunjungan.petugas',
  ])
  const isi = { ...inputAntrean(saringan), petugas: [...dipilih], sampai, alihkan }
  const ganti = (ubah: () => void) => {
    ubah()
    lihat.reset()
    bagi.reset()
  }
  const galat = bagi.error ?? lihat.error
  return (
    <Section judul={t('bagi')} keterangan={t('bagiIsi')}>
      <Tampil kueri={petugas}>
        {(data) => (
          <Stack gap="md">
            {data.petugas.length === 0 ? <Text size="sm">{t('tanpaPetugas')}</Text> : null}
            <Checkbox.Group
              label={t('pilihPetugas')}
              value={[...dipilih]}
              onChange={(v) => ganti(() => setDipilih(v))}
            >
              <Stack gap="xs" mt="xs">
                {data.petugas.map((p) => (
                  <Checkbox
                    key={p.id}
                    value={p.id}
                    label={`${p.nama} · ${label(p.peran)}`}
                    description={`${t('ditugaskan')}: ${f.angka(p.ditugaskan)}`}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group align="flex-end" gap="md">
              <TextInput
                type="date"
                label={t('batas')}
                value={sampai}
                onChange={(e) => {
                  const { value } = e.currentTarget
                  ganti(() => setSampai(value))
                }}
              />
              <Checkbox
                label={t('alihkan')}
                checked={alihkan}
                onChange={(e) => {
                  const { checked } = e.currentTarget
                  ganti(() => setAlihkan(checked))
                }}
              />
              <Button
                variant="default"
                disabled={dipilih.length === 0 || sampai === ''}
                loading={lihat.isPending}
                onClick={() => lihat.mutate(isi)}
              >
                {t('pratinjau')}
              </Button>
            </Group>
            {galat ? <ErrorState error={shownOf(galat)} /> : null}
            {lihat.data && !bagi.data ? (
              <>
                <Rencana rencana={lihat.data} />
                <Group>
                  <Button
                    disabled={lihat.data.jumlah === 0}
                    loading={bagi.isPending}
                    onClick={() => bagi.mutate({ ...isi, jumlah: lihat.data.jumlah })}
                  >
                    {t('bagiSekarang', { n: f.angka(lihat.data.jumlah) })}
                  </Button>
                </Group>
              </>
            ) : null}
            <Live>{bagi.data ? t('terbagi', { n: f.angka(bagi.data.jumlah) }) : ''}</Live>
            {bagi.data ? (
              <Text size="sm" fw={600} aria-hidden>
                {t('terbagi', { n: f.angka(bagi.data.jumlah) })}
              </Text>
            ) : null}
          </Stack>
        )}
      </Tampil>
    </Section>
  )
}

function Rencana({ rencana: r }: { rencana: OutputOf<'kunjungan.pratinjau'> }) {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  return (
    <Stack gap="xs">
      <List size="sm">
        {r.bagian.map((b) => (
          <List.Item key={b.petugas}>
            {t('barisBagi', {
              nama: b.nama,
              n: f.angka(b.jumlah),
              rt: b.rt.map(nomorRt).join(', ') || '–',
            })}
          </List.Item>
        ))}
      </List>
      {r.sudah > 0 ? <Text size="sm">{t('sudah', { n: f.angka(r.sudah) })}</Text> : null}
      {r.tersisa > 0 ? <Text size="sm">{t('tersisa', { n: f.angka(r.tersisa) })}</Text> : null}
    </Stack>
  )
}
