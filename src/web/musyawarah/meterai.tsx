/** The seal of a signed paper: whole or broken, by whom; the signatures; corrections after the meeting. */
import { Code, Group, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { GambarGoresan } from '#web/musyawarah/goresan.tsx'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksTanda } from '#web/musyawarah/teks-tanda.ts'
import type { OutputOf } from '#web/operasi.ts'

type Periksa = OutputOf<'musyawarah.periksa_meterai'>

export function Meterai({ rapat }: { rapat: Rapat }) {
  const t = useTeks(teksTanda)
  const kueri = useOp(
    'musyawarah.periksa_meterai',
    { kab: rapat.kab, id: rapat.id },
    { staleTime: 0 },
  )
  return (
    <Tampil kueri={kueri}>
      {(m) => (
        <>
          <Section judul={t('meterai')}>
            <Stack gap="md">
              <Keadaan m={m} />
              <Rincian rapat={rapat} m={m} />
            </Stack>
          </Section>
          <Perbaikan m={m} />
        </>
      )}
    </Tampil>
  )
}

function Keadaan({ m }: { m: Periksa }) {
  const t = useTeks(teksTanda)
  const f = useFormat()
  const label = useLabel()
  const sampai = f.tanggal(m.berlakuSampai)
  return (
    <>
      {m.utuh ? (
        <Notice nada="baik" judul={t('meteraiUtuh')}>
          <Text size="sm">{t('meteraiUtuhIsi', { n: f.angka(m.jumlah), sampai })}</Text>
        </Notice>
      ) : (
        <Notice nada="salah" judul={t('meteraiRusak')} role="alert">
          <Text size="sm">{t(m.asli ? 'meteraiRusakIsi' : 'meteraiPalsu')}</Text>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {m.rusak.map((b) => (
              <li key={b.usulanId}>
                {t('meteraiRusakBaris', {
                  n: b.urutan,
                  nama: b.nama,
                  bidang: b.bidang.map(label).join(', '),
                  oleh: b.oleh ?? t('takDikenal'),
                  pada: b.pada ? t('padaHari', { pada: f.waktu(b.pada) }) : '',
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {m.berlaku ? null : (
        <Notice nada="perhatian" judul={t('lewat', { sampai })}>
          <Text size="sm">{t('lewatIsi')}</Text>
        </Notice>
      )}
    </>
  )
}

function Rincian({ rapat, m }: { rapat: Rapat; m: Periksa }) {
  const t = useTeks(teksTanda)
  const f = useFormat()
  return (
    <>
      <Pairs
        isi={[
          { id: 'nomor', label: t('nomor'), nilai: m.nomor },
          {
            id: 'pada',
            label: t('ditandatangani'),
            nilai: rapat.ditandatanganiPada
              ? [f.waktu(rapat.ditandatanganiPada), rapat.penanda].filter(Boolean).join(', ')
              : '–',
          },
          { id: 'sampai', label: t('berlakuSampai'), nilai: f.tanggal(m.berlakuSampai) },
        ]}
      />
      <div>
        <Text size="sm" c="dimmed">
          {t('sidik')}
        </Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{m.sidik}</Code>
      </div>
      <Group gap="lg" align="flex-end">
        {rapat.tanda.map((s) => (
          <div key={`${s.nama} ${s.sebagai}`}>
            <Text size="sm" c="dimmed">
              {s.sebagai}
            </Text>
            {s.goresan ? (
              <GambarGoresan jalur={s.goresan} nama={s.nama} />
            ) : (
              <Text size="sm">{t('lewatPindaian')}</Text>
            )}
            <Text size="sm" fw={600}>
              {s.nama}
            </Text>
          </div>
        ))}
      </Group>
    </>
  )
}

function Perbaikan({ m }: { m: Periksa }) {
  const t = useTeks(teksTanda)
  const f = useFormat()
  const label = useLabel()
  const baris = m.perbaikan.map((p, i) => ({ ...p, kunci: `${i}` }))
  return (
    <Section judul={t('perbaikan')} keterangan={t('perbaikanIsi')} rapat={baris.length > 0}>
      <DataTable
        caption={t('perbaikan')}
        baris={baris}
        kunci={(p) => p.kunci}
        kosong={
          <Text size="sm" c="dimmed">
            {t('perbaikanKosong')}
          </Text>
        }
        kolom={[
          { id: 'baris', judul: t('baris'), angka: true, isi: (p) => f.angka(p.urutan) },
          { id: 'siapa', judul: t('siapa'), kartu: 'judul', isi: (p) => p.siapa },
          { id: 'bidang', judul: t('bidang'), isi: (p) => label(p.bidang) },
          { id: 'lama', judul: t('lama'), isi: (p) => p.lama ?? t('kosong') },
          { id: 'baru', judul: t('menjadi'), isi: (p) => p.baru ?? t('kosong') },
          {
            id: 'oleh',
            judul: t('oleh'),
            isi: (p) => [p.oleh ?? t('takDikenal'), f.tanggalPendek(p.pada)].join(', '),
          },
          { id: 'dokumen', judul: t('dokumen'), isi: (p) => p.dokumen ?? '–' },
        ]}
      />
    </Section>
  )
}
