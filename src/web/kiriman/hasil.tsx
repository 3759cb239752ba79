/** Outcomes of the centre: choose the file, look at each row, take it in; and the files of before. */

import { Button, FileInput, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { labelPutusan } from '#domain/kiriman/putusan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { newCommandId } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { usangkan } from '#web/kesegaran.ts'
import { imporHasil, type LaporanHasil, periksaHasil } from '#web/kiriman/kirim-hasil.ts'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { queryClient, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'

type Diperiksa = {
  berkas: File
  isian: { tanggal: string; sumber: string }
  laporan: LaporanHasil
  perintah: string
  selesai: 'baru' | 'sudahAda' | null
}

export function HasilPusat({ bolehImpor }: { bolehImpor: boolean }) {
  const t = useTeks(teksKiriman)
  return (
    <>
      {bolehImpor ? (
        <Section judul={t('hasil')} keterangan={t('hasilIsi')}>
          <Impor />
        </Section>
      ) : null}
      <BerkasLama />
    </>
  )
}

/** The steps, and what went wrong in the last one. */
function useImpor() {
  const [diperiksa, setDiperiksa] = useState<Diperiksa | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<Error | null>(null)
  const kerjakan = async (langkah: () => Promise<void>) => {
    setSibuk(true)
    setGalat(null)
    try {
      await langkah()
    } catch (error) {
      setGalat(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSibuk(false)
    }
  }
  return {
    diperiksa,
    sibuk,
    galat,
    ganti: () => setDiperiksa(null),
    periksa: (berkas: File, isian: Diperiksa['isian']) =>
      kerjakan(async () => {
        const laporan = await periksaHasil(berkas, isian)
        setDiperiksa({ berkas, isian, laporan, perintah: newCommandId(), selesai: null })
      }),
    impor: (d: Diperiksa) =>
      kerjakan(async () => {
        const isian = { ...d.isian, sidik: d.laporan.sidik }
        const hasil = await imporHasil(d.berkas, isian, d.perintah)
        setDiperiksa({ ...d, laporan: hasil, selesai: hasil.sudahAda ? 'sudahAda' : 'baru' })
        await usangkan(queryClient, true)
      }),
  }
}

function Impor() {
  const i = useImpor()
  return (
    <Stack gap="md">
      <PesanGalat error={i.galat} />
      {i.diperiksa ? (
        <Laporan d={i.diperiksa} sibuk={i.sibuk} onGanti={i.ganti} onImpor={i.impor} />
      ) : (
        <Pilih sibuk={i.sibuk} onPeriksa={i.periksa} />
      )}
    </Stack>
  )
}

type PilihProps = { sibuk: boolean; onPeriksa: (b: File, i: Diperiksa['isian']) => Promise<void> }

function Pilih({ sibuk, onPeriksa }: PilihProps) {
  const t = useTeks(teksKiriman)
  const [berkas, setBerkas] = useState<File | null>(null)
  const [tanggal, setTanggal] = useState('')
  const [sumber, setSumber] = useState('DTSEN')
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        if (berkas) void onPeriksa(berkas, { tanggal, sumber: sumber.trim() })
      }}
    >
      <Group gap="md" align="flex-end" wrap="wrap">
        <FileInput
          label={t('pilihBerkas')}
          value={berkas}
          onChange={setBerkas}
          accept=".csv,.xlsx"
          required
          miw={220}
        />
        <TextInput
          type="date"
          label={t('tanggalHasil')}
          value={tanggal}
          required
          onChange={(e) => setTanggal(e.currentTarget.value)}
        />
        <TextInput
          label={t('sumber')}
          value={sumber}
          minLength={2}
          maxLength={40}
          required
          onChange={(e) => setSumber(e.currentTarget.value)}
        />
        <Button type="submit" loading={sibuk} disabled={!berkas}>
          {t('periksa')}
        </Button>
      </Group>
    </form>
  )
}

const nada = { diterapkan: 'baik', sudah: 'netral', tertahan: 'perhatian', salah: 'salah' } as const

type LaporanProps = {
  d: Diperiksa
  sibuk: boolean
  onGanti: () => void
  onImpor: (d: Diperiksa) => Promise<void>
}

function Laporan({ d, sibuk, onGanti, onImpor }: LaporanProps) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const label = useLabel()
  const { laporan, selesai } = d
  return (
    <Stack gap="md">
      {selesai ? (
        <Notice
          nada={selesai === 'baru' ? 'baik' : 'info'}
          judul={t(selesai === 'baru' ? 'jadiImpor' : 'sudahAda')}
          role="status"
        />
      ) : null}
      <StatRow label={t('laporan')}>
        {(['diterapkan', 'sudah', 'tertahan', 'salah'] as const).map((h) => (
          <Stat key={h} label={t(h)} nilai={f.angka(laporan[h])} utama={h === 'diterapkan'} />
        ))}
      </StatRow>
      <Group gap="xs">
        {selesai ? null : (
          <Button
            loading={sibuk}
            disabled={laporan.diterapkan === 0}
            onClick={() => void onImpor(d)}
          >
            {t('impor', { n: f.angka(laporan.diterapkan) })}
          </Button>
        )}
        <Button variant="default" onClick={onGanti}>
          {t('ganti')}
        </Button>
      </Group>
      <DataTable
        caption={t('laporan')}
        baris={laporan.baris}
        kunci={(b) => String(b.baris)}
        gulir
        kolom={[
          { id: 'baris', judul: t('baris'), angka: true, isi: (b) => b.baris },
          { id: 'nomor', judul: t('tandaAtauSiapa'), kartu: 'judul', isi: (b) => b.nomor || '–' },
          { id: 'nama', judul: t('nama'), isi: (b) => b.nama ?? '–' },
          {
            id: 'putusan',
            judul: t('putusan'),
            isi: (b) => (
              <>
                {b.putusan ? label(labelPutusan[b.putusan]) : '–'}
                {b.tanggal ? (
                  <Text size="sm" c="dimmed" component="span" display="block">
                    {[
                      b.program ? label(b.program) : t('dariRegistri'),
                      f.tanggalPendek(b.tanggal),
                    ].join(', ')}
                  </Text>
                ) : null}
              </>
            ),
          },
          { id: 'desil', judul: t('desil'), angka: true, isi: (b) => b.desil ?? '–' },
          {
            id: 'hasil',
            judul: t('keterangan'),
            isi: (b) => (
              <>
                <Status nada={nada[b.hasil]}>{t(b.hasil)}</Status>
                <Text size="sm" c="dimmed" component="span" display="block">
                  {b.sebab ? label(b.sebab) : b.alasan}
                </Text>
              </>
            ),
          },
        ]}
      />
    </Stack>
  )
}

function BerkasLama() {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const kueri = useOp('hasil_pusat.daftar', {})
  return (
    <Section judul={t('berkasLama')} rapat>
      <Tampil kueri={kueri}>
        {({ hasil }) => (
          <DataTable
            caption={t('berkasLama')}
            baris={hasil}
            kunci={(h) => h.id}
            kosong={<Empty judul={t('berkasKosong')} />}
            kolom={[
              { id: 'berkas', judul: t('berkas'), kartu: 'judul', isi: (h) => h.namaBerkas },
              { id: 'hari', judul: t('hari'), padat: true, isi: (h) => f.tanggalPendek(h.tanggal) },
              { id: 'jumlah', judul: t('jumlah'), angka: true, isi: (h) => f.angka(h.jumlah) },
              {
                id: 'jadi',
                judul: t('diterapkan'),
                angka: true,
                isi: (h) => f.angka(h.diterapkan),
              },
              { id: 'oleh', judul: t('oleh'), isi: (h) => h.oleh ?? '–' },
            ]}
          />
        )}
      </Tampil>
    </Section>
  )
}
