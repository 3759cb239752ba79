/** House and family as sources tell them beside the registry: question by question, with source and day. */
import { Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import type { Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { namaSumber } from '#web/keluarga/program.ts'
import { TabelBeda } from '#web/kepercayaan/tabel-beda.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Rumah = OutputOf<'keluarga.sumber'>['rumah']
type Jawaban = Rumah['jawaban'][number]

export function RumahMenurutSumber({ r }: { r: Rumah }) {
  const t = useTeks(teksKepercayaan)
  const kolom = useKolom()
  if (r.jawaban.length === 0)
    return (
      <Section judul={t('rumah')}>
        <Text size="sm" c="dimmed">
          {t(r.keluarga.length === 0 ? 'rumahKosong' : 'rumahTanpaJawaban')}
        </Text>
        {r.keluarga.length > 0 ? <Tertaut r={r} /> : null}
      </Section>
    )
  return (
    <Section judul={t('rumah')} keterangan={<Tertaut r={r} />} rapat>
      <TabelBeda
        caption={t('rumah')}
        kolom={kolom}
        baris={r.jawaban}
        kunci={(j) => j.variabel}
        semuaDahulu={!r.jawaban.some((j) => j.berbeda)}
        kata={{
          kosong: t('rumahSama'),
          tampilkanSemua: t('semuaJawaban', { n: r.jawaban.length }),
          tampilkanBeda: t('jawabanBeda'),
        }}
      />
    </Section>
  )
}

/** Which families of sources these are, and by what they are known. */
function Tertaut({ r }: { r: Rumah }) {
  const t = useTeks(teksKepercayaan)
  const f = useFormat()
  const satu = (k: Rumah['keluarga'][number]) => {
    const oleh = [
      f.tanggalPendek(k.tanggal),
      ...(k.kk ? [t('kkSama')] : []),
      ...(k.orang > 0 ? [t('anggotaSama', { n: k.orang })] : []),
      ...(k.desil === null ? [] : [t('desil', { n: k.desil })]),
    ]
    return `${t(`sumber_${k.sumber}`)} (${oleh.join(', ')})`
  }
  return (
    <>
      {t('tertaut')}: {r.keluarga.map(satu).join(' · ')}
    </>
  )
}

function useKolom(): Kolom<Jawaban>[] {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  return [
    {
      id: 'pertanyaan',
      judul: t('pertanyaan'),
      kartu: 'judul',
      lebar: '30%',
      isi: (j) => label(j.label),
    },
    {
      id: 'registri',
      judul: t('menurutRegistri'),
      lebar: '30%',
      isi: (j) => <MenurutRegistri j={j} />,
    },
    { id: 'lain', judul: t('lain'), isi: (j) => <MenurutLain j={j} /> },
  ]
}

function MenurutRegistri({ j }: { j: Jawaban }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  const f = useFormat()
  if (j.nilai === null)
    return (
      <Text size="sm" c="dimmed">
        {t('belumDitanya')}
      </Text>
    )
  return (
    <>
      <Text size="sm" fw={550}>
        {label(j.nilai)}
      </Text>
      {j.sumber && j.tanggal ? (
        <Text size="xs" c="dimmed">
          {t('asal', { sumber: namaSumber(j.sumber), tanggal: f.tanggalPendek(j.tanggal) })}
        </Text>
      ) : null}
    </>
  )
}

function MenurutLain({ j }: { j: Jawaban }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  const f = useFormat()
  const asal = (c: Jawaban['lain'][number]) =>
    t('asal', { sumber: t(`sumber_${c.sumber}`), tanggal: f.tanggalPendek(c.tanggal) })
  return (
    <>
      {j.lain.map((c) => (
        <Text key={c.sumber} size="sm">
          {label(c.nilai)}{' '}
          <Text span size="xs" c="dimmed">
            {asal(c)}
          </Text>
        </Text>
      ))}
      {!j.berbeda && j.nilai !== null ? <Status nada="baik">{t('jawabanSama')}</Status> : null}
    </>
  )
}
