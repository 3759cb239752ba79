/** One pair: both records side by side, why the weight is what it is, its cluster, and the decision by keyboard. */
import { List, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Berdampingan } from '#ui/berdampingan.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { namaProgram } from '#web/keluarga/program.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'
import { AirTerjun } from '#web/tinjauan/air-terjun.tsx'
import { GugusPasangan } from '#web/tinjauan/gugus.tsx'
import { LabeliPasangan } from '#web/tinjauan/labeli.tsx'
import { PutusPasangan } from '#web/tinjauan/putus.tsx'
import { type RekamanPadanan, useSumber } from '#web/tinjauan/sumber.ts'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

const rute = getRouteApi('/tinjauan/$kab/$id')

export type SatuPasangan = OutputOf<'padanan.pasangan'>

export function HalamanPasangan() {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const { kab, id } = rute.useParams()
  const { untuk } = rute.useSearch()
  const kueri = useOp('padanan.pasangan', { kab: Number(kab), id })
  return (
    <Tampil kueri={kueri} halaman>
      {(p) => (
        <>
          <PageHeader
            judul={t('satuJudul')}
            keterangan={t('satuKeterangan', {
              wilayah: p.namaWilayah,
              persen: f.persen(p.peluang, 1),
            })}
            judulTab={t('satuJudul')}
            atas={
              untuk === 'label' ? (
                <Tautan to="/pemadanan/$id/bangku" params={{ id: p.jalan }}>
                  {`← ${t('kembaliBangku')}`}
                </Tautan>
              ) : (
                <Tautan to="/tinjauan">{`← ${t('kembali')}`}</Tautan>
              )
            }
          />
          <Stack gap="md" maw={960}>
            <Section rapat>
              <Kedua p={p} />
            </Section>
            {untuk === 'label' ? (
              <LabeliPasangan key={p.id} p={p} />
            ) : (
              <PutusPasangan key={`${p.id} ${p.versi}`} p={p} />
            )}
            <AirTerjun p={p} />
            {p.gugus ? <GugusPasangan jalan={p.jalan} gugus={p.gugus} ini={p.id} /> : null}
            <Sebelumnya p={p} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

function Kedua({ p }: { p: SatuPasangan }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const label = useLabel()
  const sumber = useSumber()
  const kepala = (r: RekamanPadanan) => (
    <>
      {sumber(r)}{' '}
      <Text span size="xs" c="dimmed" fw={400}>
        {t('per', { hari: f.tanggalPendek(r.berlaku) })}
      </Text>
    </>
  )
  const keluarga = (r: RekamanPadanan) =>
    r.keluarga ? (
      <Tautan to="/keluarga/$kab/$id" params={{ kab: String(r.keluarga.kab), id: r.keluarga.id }}>
        {r.keluarga.namaKepala}
      </Tautan>
    ) : null
  const kelamin = (r: RekamanPadanan) =>
    r.jenisKelamin === 1 ? t('laki') : r.jenisKelamin === 2 ? t('perempuan') : null
  const menerima = (r: RekamanPadanan) =>
    r.keluarga ? r.menerima.map(namaProgram).join(', ') || t('tidakMenerima') : null
  const baris = [
    ['nama', t('nama'), (r) => r.nama],
    ['nik', t('nik'), (r) => r.nik],
    ['tanggalLahir', t('tanggalLahir'), (r) => r.tanggalLahir && f.tanggal(r.tanggalLahir)],
    ['tempatLahir', t('tempatLahir'), (r) => r.tempatLahir],
    ['jenisKelamin', t('jenisKelamin'), kelamin],
    ['namaIbu', t('namaIbu'), (r) => r.namaIbu],
    ['hubungan', t('hubungan'), (r) => r.hubungan && label(r.hubungan)],
    ['nomorKk', t('nomorKk'), (r) => r.nomorKk],
    ['alamat', t('alamat'), (r) => r.alamat],
    ['rt', t('tempat'), (r) => t('rt', { desa: r.namaWilayah, rt: nomorRt(r.rt) })],
    ['keluarga', t('keluarga'), keluarga],
    ['menerima', t('menerima'), menerima],
    ['desil', t('desil'), (r) => r.desil],
  ] as const satisfies readonly (readonly [
    string,
    string,
    (r: RekamanPadanan) => React.ReactNode,
  ])[]
  return (
    <Berdampingan
      caption={t('berdampingan')}
      kiri={kepala(p.kiri)}
      kanan={kepala(p.kanan)}
      baris={baris.map(([id, nama, isi]) => ({
        id,
        label: nama,
        kiri: isi(p.kiri),
        kanan: isi(p.kanan),
        beda: p.beda.includes(id) || (id === 'rt' && p.beda.includes('wilayah')),
      }))}
    />
  )
}

function Sebelumnya({ p }: { p: SatuPasangan }) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  if (p.putusan.length === 0) return null
  return (
    <Section judul={t('putusanLama')}>
      <List size="sm" spacing="xs">
        {p.putusan.map((d) => (
          <List.Item key={d.pada}>
            {t(d.putusan)} ·{' '}
            {t('oleh', { nama: d.oleh ?? '', peran: d.peran, waktu: f.waktu(d.pada) })}
            {d.alasan ? <div>{d.alasan}</div> : null}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
