/** The questions about each member: one person at a time, section by section. */
import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { umurPada } from '#domain/individu/umur.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { anggotaOf } from '#web/usulan/bagian-anggota.tsx'
import { DaftarTanya, hitungJawaban } from '#web/usulan/daftar-tanya.tsx'
import type { Kamus } from '#web/usulan/kamus.ts'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Props = { draf: Draf; kamus: Kamus; hariIni: string }

export function BagianOrang({ draf, kamus, hariIni }: Props) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const anggota = anggotaOf(draf)
  const [nomor, setNomor] = useState(0)
  const a = anggota[nomor] ?? anggota[0]
  if (!a) return null
  const kini = anggota[nomor] ? nomor : 0
  const subjek = {
    umur: umurPada(
      { tanggalLahir: a.tanggalLahir ?? null, umurTercatat: null, umurTanggal: null },
      hariIni,
    ),
    jenis_kelamin: a.jenisKelamin ?? null,
  }
  const jawaban = a.jawaban ?? {}
  return (
    <Stack gap="xl">
      <NativeSelect
        label={t('tanyaOrang')}
        maw={420}
        value={String(kini)}
        onChange={(e) => setNomor(Number(e.currentTarget.value))}
        data={anggota.map((x, i) => ({
          value: String(i),
          label: x.nama || t('orangKe', { n: i + 1 }),
        }))}
      />
      {kamus.bagian
        .filter((b) => b.unit === 'individu')
        .map((b) => ({ b, n: hitungJawaban(b, jawaban, subjek) }))
        .filter(({ n }) => n.dari > 0)
        .map(({ b, n }) => (
          <section key={`${kini} ${b.judul.id}`}>
            <Title order={3} mb="md">
              {label(b.judul)}{' '}
              <Text span size="sm" c="dimmed">
                {t('jawabanDari', { n: n.ada, dari: n.dari })}
              </Text>
            </Title>
            <DaftarTanya
              kamus={kamus}
              bagian={b}
              jawaban={jawaban}
              subjek={subjek}
              onJawaban={(j) =>
                draf.isi({
                  anggota: anggota.map((x, i) => (i === kini ? { ...x, jawaban: j } : x)),
                })
              }
            />
          </section>
        ))}
    </Stack>
  )
}
