/** One request to move: who goes, who stays, and the answer of the origin or of the office above both. */
import { List, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { keadaanPermintaan, pemutus } from '#domain/pindah/pemutus.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { nadaPermintaan } from '#web/pindah/halaman.tsx'
import { JawabPindah } from '#web/pindah/jawab.tsx'
import { teksPindah } from '#web/pindah/teks.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/pindah/$kab/$id')

export type SatuPermintaan = OutputOf<'pindah.satu'>

export function HalamanSatuPindah() {
  const t = useTeks(teksPindah)
  const { kab, id } = rute.useParams()
  const kueri = useOp('pindah.satu', { kab: Number(kab), id })
  return (
    <Tampil kueri={kueri} halaman>
      {(p) => (
        <>
          <PageHeader
            judul={t('jawabJudul')}
            keterangan={`${p.keluarga.namaKepala} · ${t('rt', { desa: p.namaWilayah, rt: nomorRt(p.rt) })}`}
            judulTab={t('jawabJudul')}
            atas={<Tautan to="/pindah">{`← ${t('kembali')}`}</Tautan>}
          />
          <Stack gap="md" maw={720}>
            <Ringkasan p={p} />
            <Orang p={p} />
            {p.dapatDijawab ? <JawabPindah key={p.versi} p={p} /> : null}
          </Stack>
        </>
      )}
    </Tampil>
  )
}

function Ringkasan({ p }: { p: SatuPermintaan }) {
  const t = useTeks(teksPindah)
  const f = useFormat()
  const label = useLabel()
  const dokumen = [
    p.dokumen.jenis,
    p.dokumen.nomor,
    p.dokumen.tanggal && f.tanggal(p.dokumen.tanggal),
  ]
  const terbuka = p.status === 'menunggu' || p.status === 'naik'
  return (
    <Section>
      <Stack gap="md">
        <Pairs
          isi={[
            {
              id: 'status',
              label: t('status'),
              nilai: (
                <Status nada={nadaPermintaan[p.status]}>
                  {label(keadaanPermintaan[p.status])}
                </Status>
              ),
            },
            { id: 'tujuan', label: t('tujuan'), nilai: p.tujuan },
            { id: 'bentuk', label: t('bentuk'), nilai: t(p.bentuk) },
            { id: 'tanggal', label: t('tanggal'), nilai: f.tanggal(p.tanggal) },
            {
              id: 'dokumen',
              label: t('dokumen'),
              nilai: dokumen.filter(Boolean).join(', ') || t('tidakAda'),
            },
            { id: 'nomor', label: t('nomor'), nilai: p.nomor },
            ...(terbuka ? [{ id: 'batas', label: t('batas'), nilai: f.tanggal(p.batas) }] : []),
          ]}
        />
        {p.alasanAsal ? (
          <Notice nada="perhatian">{t('jawabanAsal', { alasan: p.alasanAsal })}</Notice>
        ) : null}
        {p.alasan ? <Notice nada="info">{t('jawabanAtas', { alasan: p.alasan })}</Notice> : null}
        {p.dijawab ? (
          <Text size="sm" c="dimmed">
            {t('dijawab', {
              nama: p.dijawab.nama ?? '',
              peran: p.dijawab.peran ? label(p.dijawab.peran) : '',
            })}
            , {f.tanggal(p.dijawab.pada.slice(0, 10))}
          </Text>
        ) : null}
        {p.status === 'menunggu' ? (
          <Text size="sm" c="dimmed">
            {t('pemutus', { pemutus: label(pemutus[p.pemutus].label) })}
          </Text>
        ) : null}
      </Stack>
    </Section>
  )
}

function Orang({ p }: { p: SatuPermintaan }) {
  const t = useTeks(teksPindah)
  const kata = (o: SatuPermintaan['pergi'][number]) =>
    [
      o.umur === null ? o.nama : t('umur', { nama: o.nama, n: o.umur }),
      ...(o.hubungan === 1 ? [t('kepala')] : []),
    ].join(', ')
  const daftar = (orang: SatuPermintaan['pergi']) =>
    orang.length === 0 ? (
      <Text size="sm" c="dimmed">
        {t('tidakAda')}
      </Text>
    ) : (
      <List size="sm" spacing={4}>
        {orang.map((o) => (
          <List.Item key={o.id}>{kata(o)}</List.Item>
        ))}
      </List>
    )
  return (
    <>
      <Section judul={t('pergi')}>
        <Stack gap="sm">
          {daftar(p.pergi)}
          {p.nomorLain > 0 ? (
            <Notice nada="perhatian">{t('nomorLain', { n: p.nomorLain })}</Notice>
          ) : null}
        </Stack>
      </Section>
      {p.tinggal.length > 0 ? <Section judul={t('tinggal')}>{daftar(p.tinggal)}</Section> : null}
    </>
  )
}
