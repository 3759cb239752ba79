/** Merges of the area: those that wait for a decision, those carried out, all. */
import { SegmentedControl, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { lihatGabung } from '#web/gabung/alamat.ts'
import { teksGabung } from '#web/gabung/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/gabung')

type Gabung = OutputOf<'gabung.daftar'>['gabung'][number]

const nada: Record<Gabung['status'], Nada> = {
  diajukan: 'perhatian',
  dilaksanakan: 'baik',
  ditolak: 'salah',
  dibatalkan: 'netral',
}

export function StatusGabung({ g }: { g: Pick<Gabung, 'status' | 'dipisahPada'> }) {
  const t = useTeks(teksGabung)
  return g.dipisahPada ? (
    <Status nada="netral">{t('dipisah')}</Status>
  ) : (
    <Status nada={nada[g.status]}>{t(g.status)}</Status>
  )
}

const kata = {
  gabung: { individu: 'gabungOrang', keluarga: 'gabungKeluarga' },
  pisah: { individu: 'pisahOrang', keluarga: 'pisahKeluarga' },
} as const

/** What a proposal is, and of whom. */
export function useNamaGabung() {
  const t = useTeks(teksGabung)
  return {
    arah: (g: Pick<Gabung, 'arah' | 'jenis'>) => t(kata[g.arah][g.jenis]),
    nama: (g: Pick<Gabung, 'ke' | 'dari'>) =>
      t(g.ke === g.dari ? 'keduaSama' : 'keduaNama', { ke: g.ke, dari: g.dari }),
  }
}

export function HalamanGabung() {
  const t = useTeks(teksGabung)
  const sesi = useSesi()
  const pergi = useNavigate()
  const { lihat = 'menunggu' } = rute.useSearch()
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`}
        judulTab={t('judul')}
      />
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('lihat')}
          data={lihatGabung.map((value) => ({ value, label: t(value) }))}
          value={lihat}
          onChange={(v) => {
            const baru = lihatGabung.find((l) => l === v)
            if (baru)
              void pergi({ to: '/gabung', search: baru === 'menunggu' ? {} : { lihat: baru } })
          }}
          style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
        />
        <Daftar lihat={lihat} />
      </Stack>
    </>
  )
}

function Daftar({ lihat }: { lihat: (typeof lihatGabung)[number] }) {
  const t = useTeks(teksGabung)
  const f = useFormat()
  const n = useNamaGabung()
  const kueri = useOp('gabung.daftar', { lihat, batas: 100 })
  const kolom: Kolom<Gabung>[] = [
    {
      id: 'nama',
      judul: t('nama'),
      kartu: 'judul',
      isi: (g) => (
        <Tautan to="/gabung/$kab/$id" params={{ kab: String(g.kab), id: g.id }}>
          {n.nama(g)}
        </Tautan>
      ),
    },
    { id: 'arah', judul: t('arah'), isi: n.arah },
    { id: 'wilayah', judul: t('wilayah'), isi: (g) => g.namaWilayah },
    { id: 'pengusul', judul: t('pengusul'), isi: (g) => g.pengusul },
    {
      id: 'setuju',
      judul: t('setuju'),
      padat: true,
      isi: (g) => t('setujuIsi', { n: g.setuju, perlu: g.perlu }),
    },
    { id: 'status', judul: t('status'), isi: (g) => <StatusGabung g={g} /> },
    {
      id: 'pada',
      judul: t('pada'),
      padat: true,
      urut: (g) => g.dibuatPada,
      isi: (g) => f.tanggalPendek(g.dibuatPada.slice(0, 10)),
    },
  ]
  return (
    <Section rapat>
      <Tampil kueri={kueri}>
        {({ gabung }) => (
          <DataTable
            caption={t(lihat)}
            kolom={kolom}
            baris={gabung}
            kunci={(g) => g.id}
            barisTautan
            kosong={<Empty judul={t(`${lihat}Kosong`)} isi={t('kosongIsi')} />}
          />
        )}
      </Tampil>
    </Section>
  )
}
