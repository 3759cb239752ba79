/** Both records of a merge side by side: fields, place, family, what it receives. */
import { Checkbox, Stack } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Berdampingan, type Sejajar } from '#ui/berdampingan.tsx'
import { nomorRt } from '#ui/format.ts'
import { teksGabung } from '#web/gabung/teks.ts'
import { namaProgram } from '#web/keluarga/program.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

export type Pratinjau = NonNullable<OutputOf<'gabung.satu'>['pratinjau']>
export type RekamanGabung = Pratinjau['ke']

type Props = {
  p: Pick<Pratinjau, 'ke' | 'dari' | 'bidang'>
  /** Fields taken from the record that goes, and how one changes them. */
  ambil?: readonly string[]
  onAmbil?: (bidang: string, ya: boolean) => void
}

export function DuaRekaman({ p, ambil, onAmbil }: Props) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const bidang: Sejajar[] = p.bidang.map((b) => ({
    id: b.bidang,
    label: label(b.label),
    kiri: b.ke,
    beda: b.beda,
    kanan:
      onAmbil && b.dapatDiambil ? (
        <Stack gap={6}>
          <span>{b.dari}</span>
          <Checkbox
            size="xs"
            label={t('pakai')}
            aria-label={t('pakaiTentang', { bidang: label(b.label) })}
            checked={ambil?.includes(b.bidang) ?? false}
            onChange={(e) => onAmbil(b.bidang, e.currentTarget.checked)}
          />
        </Stack>
      ) : (
        b.dari
      ),
  }))
  const tempat = (r: RekamanGabung) => t('rt', { desa: r.namaWilayah, rt: nomorRt(r.rt) })
  const program = (r: RekamanGabung) =>
    r.menerima.length > 0 ? r.menerima.map(namaProgram).join(', ') : t('tanpaProgram')
  return (
    <Berdampingan
      caption={t('judul')}
      kiri={t('dipertahankan')}
      kanan={t('digabungkan')}
      baris={[
        ...bidang,
        {
          id: 'tempat',
          label: t('tempat'),
          kiri: tempat(p.ke),
          kanan: tempat(p.dari),
          beda: tempat(p.ke) !== tempat(p.dari),
        },
        {
          id: 'keluarga',
          label: t('bagianKeluarga'),
          kiri: <KeKeluarga r={p.ke} />,
          kanan: <KeKeluarga r={p.dari} />,
        },
        { id: 'program', label: t('program'), kiri: program(p.ke), kanan: program(p.dari) },
      ]}
    />
  )
}

function KeKeluarga({ r }: { r: RekamanGabung }) {
  const t = useTeks(teksGabung)
  return (
    <Tautan
      to="/keluarga/$kab/$id"
      params={{ kab: String(r.keluarga.kab), id: r.keluarga.id }}
      aria-label={t('bukaKeluarga', { nama: r.keluarga.namaKepala })}
    >
      {r.keluarga.namaKepala}
    </Tautan>
  )
}
