/** A correction of identity: which fields, what is right, and the document that shows it. */
import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Label } from '#domain/label.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { kolomPerbaikan } from '#domain/usulan/perbaikan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Dokumen } from '#web/usulan/dokumen.tsx'
import { useKamus } from '#web/usulan/kamus.ts'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import type { Keluarga } from '#web/usulan/untuk-keluarga.tsx'

type Props = { draf: Draf; k: Keluarga; orang: string | null; jenis: JenisUsulan }
type Kolom = (typeof kolomPerbaikan)['individu'][number]

/** What the family's page shows of a field; a date of birth is not shown there, nor a mother's name. */
function kiniOf(
  k: Keluarga,
  orang: string | null,
  kolom: string,
  label: (l: Label) => string,
): string | null {
  const a = k.anggota.find((x) => x.id === orang)
  const isi: Record<string, string | number | null | undefined> = {
    nama: a?.nama,
    nik: a?.nik,
    alasan_tanpa_nik: null,
    hubungan: a?.hubungan ? label(a.hubungan.label) : null,
    nomor_kk: k.nomorKk,
    alamat: k.alamat,
    rw: k.rw,
  }
  const nilai = isi[kolom]
  return nilai === null || nilai === undefined ? null : String(nilai)
}

export function FormPerbaikan({ draf, k, orang, jenis }: Props) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const kepala = k.anggota.find((a) => a.id === orang)?.hubungan?.nilai === 1
  const kolom = kolomPerbaikan[
    jenisUsulan[jenis].subjek === 'individu' ? 'individu' : 'keluarga'
  ].filter((c) => !(kepala && c.kolom === 'hubungan'))
  const perbaikan = draf.isian.isi.perbaikan ?? {}
  /** As typed, also what is not right yet; only what is right is saved. */
  const [ketik, setKetik] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(perbaikan).map(([nama, nilai]) => [nama, nilai ?? ''])),
  )
  const pakai = (baru: Readonly<Record<string, string>>) => {
    setKetik(baru)
    const benar = Object.entries(baru).flatMap(([nama, teks]) => {
      const nilai = teks.trim() === '' ? null : teks.trim()
      return kolom.find((c) => c.kolom === nama)?.boleh(nilai) ? [[nama, nilai] as const] : []
    })
    draf.isi({ perbaikan: benar.length > 0 ? Object.fromEntries(benar) : undefined })
  }
  const pilih = (nama: string, ya: boolean) => {
    const { [nama]: _, ...lain } = ketik
    pakai(ya ? { ...ketik, [nama]: '' } : lain)
  }
  return (
    <>
      <Section judul={t('perbaikanApa')} keterangan={t('perbaikanApaIsi')}>
        <Stack gap="md">
          {kolom.map((c) => (
            <div key={c.kolom}>
              <Checkbox
                label={label(c.label)}
                checked={ketik[c.kolom] !== undefined}
                onChange={(e) => pilih(c.kolom, e.currentTarget.checked)}
              />
              {ketik[c.kolom] === undefined ? null : (
                <Isian
                  c={c}
                  nilai={ketik[c.kolom] ?? ''}
                  kini={kiniOf(k, orang, c.kolom, label)}
                  onNilai={(teks) => pakai({ ...ketik, [c.kolom]: teks })}
                />
              )}
            </div>
          ))}
        </Stack>
      </Section>
      <Dokumen draf={draf} />
    </>
  )
}

type IsianProps = {
  c: Kolom
  nilai: string
  kini: string | null
  onNilai: (teks: string) => void
}

const angka: readonly string[] = ['nik', 'nomor_kk', 'rw']

function Isian({ c, nilai, kini, onNilai }: IsianProps) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const kamus = useKamus().data
  const bisaKosong = c.boleh(null)
  const salah = nilai.trim() === '' ? !bisaKosong : !c.boleh(nilai.trim())
  const umum = {
    label: t('menjadi', { apa: label(c.label) }),
    maw: 420,
    value: nilai,
    error: salah && nilai !== '' ? t('nilaiSalah') : null,
  }
  const pilihan =
    c.kolom === 'jenis_kelamin'
      ? [
          { value: '1', label: t('laki') },
          { value: '2', label: t('perempuan') },
        ]
      : c.kolom === 'alasan_tanpa_nik'
        ? (kamus?.daftar.alasan_tanpa_nik?.pilihan ?? []).map((p) => ({
            value: p.label.id,
            label: label(p.label),
          }))
        : c.kolom === 'hubungan'
          ? (kamus?.daftar.hubungan?.pilihan ?? [])
              .map((p) => ({ value: String(p.kode), label: label(p.label) }))
              .filter((p) => c.boleh(p.value))
          : null
  return (
    <Stack gap={4} mt="xs" ml={28}>
      {kini === null ? null : (
        <Text size="sm" c="dimmed">
          {t('tercatat', { nilai: kini })}
        </Text>
      )}
      {pilihan ? (
        <NativeSelect
          {...umum}
          data={[{ value: '', label: t('pilih') }, ...pilihan]}
          onChange={(e) => onNilai(e.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...umum}
          {...(bisaKosong ? { description: t('kosongkan') } : {})}
          type={c.kolom === 'tanggal_lahir' ? 'date' : 'text'}
          {...(angka.includes(c.kolom) ? { inputMode: 'numeric' as const } : {})}
          maxLength={300}
          autoComplete="off"
          onChange={(e) => onNilai(e.currentTarget.value)}
        />
      )}
    </Stack>
  )
}
