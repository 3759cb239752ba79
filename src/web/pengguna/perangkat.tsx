/** Officers of the area who sign in by a paired phone: pair one, or take one out of use. */

import { Button, Text } from '@mantine/core'
import { IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pengguna/akun.module.css'
import { QrPasang } from '#web/pengguna/qr-pasang.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { teksPerangkat } from '#web/pengguna/teks-perangkat.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Orang = OutputOf<'perangkat.daftar'>['orang'][number]
type Ponsel = Orang['perangkat'][number]
type Dicabut = { id: string; nama: string; pemilik: string }

export function HalamanPerangkat() {
  const t = useTeks(teksPerangkat)
  const nama = useNamaWilayah()
  const sesi = useSesi()
  const daftar = useOp('perangkat.daftar', {})
  const [pasang, setPasang] = useState<Orang | null>(null)
  const [cabut, setCabut] = useState<Dicabut | null>(null)
  const selesai = () => {
    setPasang(null)
    void daftar.refetch()
  }
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={nama(sesi.wilayah)} />
      <Section judul={t('petugas')} keterangan={t('petugasIsi')} rapat>
        <Tampil kueri={daftar}>
          {(data) => <Tabel orang={data.orang} onPasang={setPasang} onCabut={setCabut} />}
        </Tampil>
      </Section>
      {pasang ? (
        <QrPasang
          pengguna={pasang.pengguna}
          nama={pasang.nama}
          jumlah={
            daftar.data?.orang.find((o) => o.pengguna === pasang.pengguna)?.perangkat.length ?? 0
          }
          onTutup={selesai}
        />
      ) : null}
      <Cabut
        ponsel={cabut}
        onTutup={() => {
          setCabut(null)
          void daftar.refetch()
        }}
      />
    </>
  )
}

type TabelProps = {
  orang: readonly Orang[]
  onPasang: (o: Orang) => void
  onCabut: (d: Dicabut) => void
}

function Tabel({ orang, onPasang, onCabut }: TabelProps) {
  const t = useTeks(teksPerangkat)
  const label = useLabel()
  const kolom: Kolom<Orang>[] = [
    { id: 'nama', judul: t('nama'), isi: (o) => o.nama, urut: (o) => o.nama, kartu: 'judul' },
    {
      id: 'peran',
      judul: t('peran'),
      isi: (o) =>
        [label(o.peranLabel), ...(o.rt ? [`RT ${o.rt.map(nomorRt).join(', ')}`] : [])].join(', '),
    },
    { id: 'wilayah', judul: t('wilayah'), isi: (o) => o.wilayah, urut: (o) => o.wilayah },
    {
      id: 'ponsel',
      judul: t('ponsel'),
      kartu: 'polos',
      isi: (o) =>
        o.perangkat.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('belumAda')}
          </Text>
        ) : (
          o.perangkat.map((p) => (
            <SatuPonsel
              key={p.id}
              ponsel={p}
              onCabut={() => onCabut({ id: p.id, nama: p.nama, pemilik: o.nama })}
            />
          ))
        ),
    },
    {
      id: 'aksi',
      judul: t('tindakan'),
      judulTersembunyi: true,
      kartu: 'polos',
      isi: (o) => (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconQrcode size={16} aria-hidden />}
          aria-label={t('pasangkanUntuk', { nama: o.nama })}
          onClick={() => onPasang(o)}
        >
          {t('pasangkan')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('petugas')}
      kolom={kolom}
      baris={orang}
      kunci={(o) => `${o.pengguna} ${o.wilayah}`}
      urutanAwal={{ id: 'nama', turun: false }}
      kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
    />
  )
}

function SatuPonsel({ ponsel, onCabut }: { ponsel: Ponsel; onCabut: () => void }) {
  const t = useTeks(teksPerangkat)
  const f = useFormat()
  return (
    <div className={classes.ponsel}>
      <span>
        {ponsel.nama}
        <span className={classes.redup}>
          {' '}
          ·{' '}
          {ponsel.dipakaiPada
            ? t('terakhirDipakai', { tanggal: f.tanggalPendek(ponsel.dipakaiPada) })
            : t('dipasangPada', { tanggal: f.tanggalPendek(ponsel.dibuatPada) })}
        </span>
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('cabutIni', { nama: ponsel.nama })}
        onClick={onCabut}
      >
        {t('cabut')}
      </Button>
    </div>
  )
}

function Cabut({ ponsel, onTutup }: { ponsel: Dicabut | null; onTutup: () => void }) {
  const t = useTeks(teksPerangkat)
  const cabut = useCommand('perangkat.cabut')
  return (
    <Confirm
      buka={ponsel !== null}
      judul={t('cabutJudul')}
      tombol={t('cabut')}
      sibuk={cabut.isPending}
      galat={kataGalat(cabut.error)}
      onBatal={() => {
        cabut.reset()
        onTutup()
      }}
      onYa={() => ponsel && cabut.mutate({ perangkat: ponsel.id }, { onSuccess: onTutup })}
    >
      <Text size="sm">
        {t('cabutIsi', { nama: ponsel?.nama ?? '', pemilik: ponsel?.pemilik ?? '' })}
      </Text>
    </Confirm>
  )
}
