/** Questions that a file leaves open: asked once, and the answer holds for all rows concerned. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf } from '#web/benturan.ts'
import classes from '#web/impor/pertanyaan.module.css'
import { teksImpor } from '#web/impor/teks.ts'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'

type Tanya = OutputOf<'impor.pertanyaan'>['pertanyaan'][number]
const segarkan = ['impor.satu', 'impor.pertanyaan', 'impor.temuan', 'impor.baris'] as const

export function Pertanyaan({ id }: { id: string }) {
  const kueri = useOp('impor.pertanyaan', { id })
  return <Tampil kueri={kueri}>{(d) => <Lembar id={id} daftar={d.pertanyaan} />}</Tampil>
}

function Lembar({ id, daftar }: { id: string; daftar: readonly Tanya[] }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const [jawaban, setJawaban] = useState<Readonly<Record<string, string>>>({})
  const perintah = useCommand('impor.jawab', ['impor.pertanyaan'])
  const isi = Object.entries(jawaban).map(([pertanyaanId, nilai]) => ({ pertanyaanId, nilai }))
  const benturan = benturanOf(perintah.error)
  const galat = perintah.isError && !benturan ? shownOf(perintah.error) : null
  const kirim = (sebelum: ReadonlyMap<string, string>) =>
    perintah.mutate(
      {
        id,
        jawaban: isi.map((j) => ({ ...j, sebelum: sebelum.get(j.pertanyaanId) ?? null })),
      },
      { onSuccess: () => setJawaban({}) },
    )
  if (daftar.length === 0)
    return (
      <Section>
        <Empty judul={t('pertanyaanKosong')} />
      </Section>
    )
  return (
    <Stack gap="md">
      {perintah.data ? <KemajuanPekerjaan id={perintah.data.pekerjaanId} /> : null}
      <Section judul={t('pertanyaanJudul')} rapat>
        <ul className={classes.daftar}>
          {daftar.map((p) => (
            <li key={p.id} className={classes.butir}>
              <SatuTanya
                p={p}
                nilai={jawaban[p.id] ?? null}
                onPilih={(v) => setJawaban((lama) => ({ ...lama, [p.id]: v }))}
              />
            </li>
          ))}
        </ul>
      </Section>
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            perintah.reset()
            setJawaban({})
            bacaUlang(segarkan)
          }}
          onSaya={() => kirim(new Map(benturan.map((b) => [b.id, String(b.versi ?? '')])))}
        />
      ) : null}
      {galat ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {galat.judul} {galat.isi}
        </Text>
      ) : null}
      <Group justify="flex-end">
        <Button
          disabled={isi.length === 0}
          loading={perintah.isPending}
          onClick={() => kirim(new Map())}
        >
          {t('kirimJawaban', { n: f.angka(isi.length) })}
        </Button>
      </Group>
    </Stack>
  )
}

type SatuProps = { p: Tanya; nilai: string | null; onPilih: (nilai: string) => void }

function SatuTanya({ p, nilai, onPilih }: SatuProps) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  const [lain, setLain] = useState<number | null>(null)
  const dijawab = p.pilihan.find((o) => o.nilai === p.jawaban)
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {t(p.jenis === 'wilayah' ? 'wilayahTanya' : 'urutanTanya', { nilai: p.nilai })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('untukBaris', { n: f.angka(p.jumlahBaris) })}
        </Text>
      </div>
      {p.jawaban === null ? (
        <>
          <Radio.Group value={nilai} onChange={onPilih} aria-label={t('pilihJawaban')}>
            <Stack gap="xs">
              {p.pilihan.map((o) => (
                <Radio key={o.nilai} value={o.nilai} label={label(o.label)} />
              ))}
              {lain === null ? null : <Radio value={String(lain)} label={String(lain)} />}
            </Stack>
          </Radio.Group>
          {p.jenis === 'wilayah' ? (
            <CariWilayah
              label={t('wilayahLain')}
              onPilih={(kode) => {
                if (!p.pilihan.some((o) => o.nilai === String(kode))) setLain(kode)
                onPilih(String(kode))
              }}
            />
          ) : null}
        </>
      ) : (
        <div>
          <Status nada="baik">
            {t('dijawab', { jawaban: dijawab ? label(dijawab.label) : p.jawaban })}
          </Status>
        </div>
      )}
    </Stack>
  )
}
