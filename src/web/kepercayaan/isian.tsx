/** The fields of one person: the believed value with its source, and what the others say. */
import { Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import type { Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Status } from '#ui/status.tsx'
import type { AnggotaSumber } from '#web/kepercayaan/keluarga.tsx'
import { TabelBeda } from '#web/kepercayaan/tabel-beda.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'

type Isian = AnggotaSumber['isian'][number]
type Calon = Isian['calon'][number]

/** A day that a source wrote as a value is shown as days are. */
export function useNilai() {
  const label = useLabel()
  const f = useFormat()
  return (c: Pick<Calon, 'nilai'>) => {
    const text = label(c.nilai)
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? f.tanggalPendek(text) : text
  }
}

export function TabelIsian({ a }: { a: AnggotaSumber }) {
  const t = useTeks(teksKepercayaan)
  const kolom = useKolom()
  if (a.sumber.length === 0) return null
  return (
    <TabelBeda
      caption={`${t('isian')}: ${a.nama}`}
      kolom={kolom}
      baris={a.isian}
      kunci={(i) => i.bidang}
      kata={{
        kosong: t('tanpaBeda'),
        tampilkanSemua: t('semuaIsian'),
        tampilkanBeda: t('yangBeda'),
      }}
    />
  )
}

function useKolom(): Kolom<Isian>[] {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  return [
    { id: 'bidang', judul: t('isian'), kartu: 'judul', lebar: '22%', isi: (i) => label(i.label) },
    { id: 'dipercaya', judul: t('dipercaya'), lebar: '34%', isi: (i) => <Dipercaya i={i} /> },
    { id: 'lain', judul: t('lain'), isi: (i) => <Lain i={i} /> },
  ]
}

function Dipercaya({ i }: { i: Isian }) {
  const t = useTeks(teksKepercayaan)
  const nilai = useNilai()
  const f = useFormat()
  const [menang] = i.calon
  if (!menang) return null
  return (
    <>
      <Text size="sm" fw={550}>
        {nilai(menang)}
      </Text>
      <Text size="xs" c="dimmed">
        {`${t(`sumber_${menang.sumber}`)}, ${f.tanggalPendek(menang.tanggal)} · ${t(`dasar_${i.dasar}`)}`}
      </Text>
      {i.putusan ? (
        <Text size="xs" c="dimmed">
          {t('putusanOleh', { oleh: i.putusan.oleh ?? '–', alasan: i.putusan.alasan })}
        </Text>
      ) : null}
    </>
  )
}

function Lain({ i }: { i: Isian }) {
  const t = useTeks(teksKepercayaan)
  const nilai = useNilai()
  const f = useFormat()
  const [menang, ...lain] = i.calon
  if (!menang || lain.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('satuSumber')}
      </Text>
    )
  if (!i.berbeda) return <Status nada="baik">{t('sama')}</Status>
  return (
    <>
      {lain.map((c) => (
        <Text key={c.sumber} size="sm">
          {nilai(c)}{' '}
          <Text span size="xs" c="dimmed">
            {`${t(`sumber_${c.sumber}`)}, ${f.tanggalPendek(c.tanggal)}`}
          </Text>
        </Text>
      ))}
    </>
  )
}
