/** The operator's form: the family, its members, the questionnaire by sections, and what is missing for which step. */
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'
import { BagianAnggota } from '#web/usulan/bagian-anggota.tsx'
import { BagianOrang } from '#web/usulan/bagian-orang.tsx'
import { BagianPokok } from '#web/usulan/bagian-pokok.tsx'
import { BuktiIsian, tempatBukti } from '#web/usulan/bukti-isian.tsx'
import { DaftarTanya, hitungJawaban, tanpaSubjek } from '#web/usulan/daftar-tanya.tsx'
import type { FormProps } from '#web/usulan/isian.tsx'
import { type Kamus, useKamus } from '#web/usulan/kamus.ts'
import { Kelengkapan } from '#web/usulan/kelengkapan.tsx'
import classes from '#web/usulan/lengkap.module.css'
import { NaviBagian } from '#web/usulan/navi-bagian.tsx'
import { SesudahIsian } from '#web/usulan/sesudah-isian.tsx'
import { StatusSimpan } from '#web/usulan/status-simpan.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'

const rute = getRouteApi('/usulan/isian')

export type ButirBagian = {
  readonly kode: string
  readonly judul: string
  readonly hitung?: string
}

export function Lengkap(props: FormProps) {
  const kamus = useKamus()
  return <Tampil kueri={kamus}>{(k) => <Form {...props} kamus={k} />}</Tampil>
}

function Form({ draf, alamat, satu, kamus }: FormProps & { kamus: Kamus }) {
  const t = useTeks(teksIsian)
  const pergi = useNavigate()
  const { bagian } = rute.useSearch()
  const daftar = useBagian(draf.isian.isi, kamus)
  const nomor = Math.max(
    0,
    daftar.findIndex((b) => b.kode === bagian),
  )
  const kini = daftar[nomor]
  const berikut = daftar[nomor + 1]
  const ke = (kode: string) =>
    void pergi({ to: '/usulan/isian', search: (s) => alamatIsian({ ...s, bagian: kode }) })
  return (
    <>
      <PageHeader
        judul={draf.isian.nama || t('judulBaru')}
        judulTab={t('judulUbah')}
        keterangan={<StatusSimpan draf={draf} />}
        atas={<Tautan to="/usulan">{`← ${t('kembali')}`}</Tautan>}
      />
      <div className={classes.tata}>
        <div className={classes.samping}>
          <NaviBagian daftar={daftar} kini={kini?.kode ?? ''} />
          <NativeSelect
            hiddenFrom="md"
            label={t('bagian')}
            value={kini?.kode ?? ''}
            onChange={(e) => ke(e.currentTarget.value)}
            data={daftar.map((b) => ({
              value: b.kode,
              label: [b.judul, b.hitung].filter(Boolean).join(' · '),
            }))}
          />
          <Kelengkapan draf={draf} jenis={alamat.jenis} kunjungan={satu?.kunjunganPada != null} />
        </div>
        <Stack gap="lg" miw={0}>
          {kini?.kode === 'bukti' ? (
            <BuktiIsian draf={draf} tempat={tempatBukti(draf)} />
          ) : (
            <Section judul={kini?.judul ?? ''}>
              <Isi kode={kini?.kode ?? 'pokok'} draf={draf} kamus={kamus} />
            </Section>
          )}
          <Group justify="space-between" gap="xs">
            {berikut ? (
              <Button variant="default" onClick={() => ke(berikut.kode)}>
                {t('berikutnya', { bagian: berikut.judul })}
              </Button>
            ) : null}
            <SesudahIsian draf={draf} jenis={alamat.jenis} />
          </Group>
        </Stack>
      </div>
    </>
  )
}

/** The sections with how far each is. */
function useBagian(isi: FormProps['draf']['isian']['isi'], kamus: Kamus): readonly ButirBagian[] {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const rumah = kamus.bagian.flatMap((b, i) => {
    if (b.unit === 'individu') return []
    const jawaban = (b.unit === 'ruta' ? isi.jawabanRuta : isi.jawabanKeluarga) ?? {}
    const { ada, dari } = hitungJawaban(b, jawaban, tanpaSubjek)
    return [{ kode: `b${i}`, judul: label(b.judul), hitung: t('jawabanDari', { n: ada, dari }) }]
  })
  return [
    { kode: 'pokok', judul: t('pokok') },
    { kode: 'anggota', judul: t('anggota'), hitung: String((isi.anggota ?? []).length) },
    ...rumah,
    { kode: 'orang', judul: t('tanyaTiapOrang') },
    { kode: 'bukti', judul: t('bukti'), hitung: String((isi.berkas ?? []).length) },
  ]
}

function Isi({ kode, draf, kamus }: { kode: string; draf: FormProps['draf']; kamus: Kamus }) {
  const { hariIni } = useSesi()
  if (kode === 'anggota') return <BagianAnggota draf={draf} kamus={kamus} />
  if (kode === 'orang') return <BagianOrang draf={draf} kamus={kamus} hariIni={hariIni} />
  const bagian = kode.startsWith('b') ? kamus.bagian[Number(kode.slice(1))] : undefined
  if (!bagian) return <BagianPokok draf={draf} />
  const ruta = bagian.unit === 'ruta'
  const { isi } = draf.isian
  return (
    <DaftarTanya
      kamus={kamus}
      bagian={bagian}
      jawaban={(ruta ? isi.jawabanRuta : isi.jawabanKeluarga) ?? {}}
      subjek={tanpaSubjek}
      onJawaban={(j) => draf.isi(ruta ? { jawabanRuta: j } : { jawabanKeluarga: j })}
    />
  )
}
