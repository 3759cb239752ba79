/** One question of the dictionary: its words, its definition as help, and the input that its kind asks for. */
import { Checkbox, NativeSelect, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import type { DaftarPilihan, Kamus, Nilai, Pertanyaan } from '#web/usulan/kamus.ts'
import classes from '#web/usulan/pertanyaan.module.css'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Props = {
  v: Pertanyaan
  kamus: Kamus
  nilai: Nilai | undefined
  /** What the record says now, in words. */
  tercatat?: string | undefined
  /** Undefined takes the answer back. */
  onNilai: (nilai: Nilai | undefined) => void
}

/** Up to so many choices stand open; more of them fold into a list. */
const TERBUKA = 4

export function Tanya({ v, kamus, nilai, tercatat, onNilai }: Props) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const judul = [v.nomor, label(v.tanya)].filter(Boolean).join('. ')
  const kini = tercatat === undefined ? null : t('tercatat', { nilai: tercatat })
  const umum = { label: judul, description: [kini, label(v.definisi)].filter(Boolean).join(' ') }
  const daftar = v.daftar === null ? undefined : kamus.daftar[v.daftar]
  const angka = typeof nilai === 'number' ? nilai : null
  if (daftar?.jenis === 'jumlah_bit')
    return <Jumlah {...umum} daftar={daftar} nilai={angka} onNilai={onNilai} />
  if (daftar) return <Kode {...umum} daftar={daftar} nilai={angka} onNilai={onNilai} />
  if (v.jenis === 'tanggal')
    return (
      <TextInput
        {...umum}
        type="date"
        maw={200}
        value={typeof nilai === 'string' ? nilai : ''}
        onChange={(e) => onNilai(e.currentTarget.value || undefined)}
      />
    )
  if (v.jenis === 'teks')
    return (
      <TextInput
        {...umum}
        maxLength={300}
        value={typeof nilai === 'string' ? nilai : ''}
        onChange={(e) => onNilai(e.currentTarget.value || undefined)}
      />
    )
  return <Bilangan v={v} {...umum} nilai={angka} onNilai={onNilai} />
}

type Umum = { label: string; description: string; onNilai: Props['onNilai'] }

function Kode({
  daftar,
  nilai,
  onNilai,
  ...umum
}: Umum & { daftar: DaftarPilihan; nilai: number | null }) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const pilih = (v: string) => onNilai(v === '' ? undefined : Number(v))
  const { pilihan } = daftar
  if (pilihan.length > TERBUKA)
    return (
      <NativeSelect
        {...umum}
        maw={420}
        value={nilai === null ? '' : String(nilai)}
        onChange={(e) => pilih(e.currentTarget.value)}
        data={[
          { value: '', label: t('belumDijawab') },
          ...pilihan.map((p) => ({ value: String(p.kode), label: label(p.label) })),
        ]}
      />
    )
  return (
    <Radio.Group {...umum} value={nilai === null ? '' : String(nilai)} onChange={pilih}>
      <div className={classes.pilihan}>
        {pilihan.map((p) => (
          <Radio
            key={p.kode}
            value={String(p.kode)}
            label={label(p.label)}
            // A second click takes the answer back.
            onClick={() => (p.kode === nilai ? onNilai(undefined) : undefined)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** Codes that are added up: what stands alone lets go of the others. */
function Jumlah({
  daftar,
  nilai,
  onNilai,
  ...umum
}: Umum & { daftar: DaftarPilihan; nilai: number | null }) {
  const label = useLabel()
  const tunggal = daftar.pilihan.find((p) => p.tunggal && p.kode === nilai)
  const isDipilih = (p: DaftarPilihan['pilihan'][number]): boolean =>
    nilai !== null && (p.tunggal ? p.kode === nilai : !tunggal && (nilai & p.kode) !== 0)
  const ganti = (p: DaftarPilihan['pilihan'][number]) => {
    if (p.tunggal) return onNilai(isDipilih(p) ? undefined : p.kode)
    const dasar = tunggal ? 0 : (nilai ?? 0)
    const baru = dasar ^ p.kode
    return onNilai(baru === 0 ? undefined : baru)
  }
  return (
    <Checkbox.Group {...umum} value={daftar.pilihan.filter(isDipilih).map((p) => String(p.kode))}>
      <Stack gap="xs" mt="xs">
        {daftar.pilihan.map((p) => (
          <Checkbox
            key={p.kode}
            value={String(p.kode)}
            label={label(p.label)}
            onChange={() => ganti(p)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}

function Bilangan({ v, nilai, onNilai, ...umum }: Umum & { v: Pertanyaan; nilai: number | null }) {
  const t = useTeks(teksIsian)
  const f = useFormat()
  const label = useLabel()
  const [salah, setSalah] = useState<number | null>(null)
  const { batas } = v
  const cocok = (n: number) =>
    Number.isInteger(n) && n >= (batas?.min ?? 0) && (batas === null || n <= batas.maks)
  return (
    <NumberInput
      {...umum}
      maw={240}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator="."
      decimalSeparator=","
      {...(v.jenis === 'rupiah' ? { prefix: 'Rp ' } : {})}
      {...(v.satuan && v.jenis !== 'rupiah' ? { suffix: ` ${label(v.satuan)}` } : {})}
      value={salah ?? nilai ?? ''}
      error={
        salah !== null && batas
          ? t('batas', { min: f.angka(batas.min), maks: f.angka(batas.maks) })
          : null
      }
      onChange={(n) => {
        if (typeof n !== 'number') {
          setSalah(null)
          return onNilai(undefined)
        }
        // Out of bounds it stays on the screen, told, and is no answer yet.
        setSalah(cocok(n) ? null : n)
        return onNilai(cocok(n) ? n : undefined)
      }}
    />
  )
}
