/** The people of one list, each with a box to choose them while nothing is proposed about them. */
import { Checkbox, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt } from '#ui/format.ts'
import { Empty } from '#ui/state.tsx'
import type { OrangIntegrasi } from '#web/integrasi/daftar.tsx'
import { teksIntegrasi } from '#web/integrasi/teks.ts'
import { Tautan } from '#web/tautan.tsx'

type Props = {
  orang: readonly OrangIntegrasi[]
  memilih: boolean
  dipilih: ReadonlySet<string>
  onPilih: (baru: ReadonlySet<string>) => void
}

export function TabelIntegrasi({ orang, memilih, dipilih, onPilih }: Props) {
  const t = useTeks(teksIntegrasi)
  const bebas = orang.filter((o) => o.usulan === null)
  const kolom = useKolom(memilih, dipilih, onPilih)
  return (
    <>
      {memilih && bebas.length > 0 ? (
        <Checkbox
          px="lg"
          pb="sm"
          label={t('pilihSemua')}
          checked={dipilih.size === bebas.length}
          indeterminate={dipilih.size > 0 && dipilih.size < bebas.length}
          onChange={() =>
            onPilih(
              dipilih.size === bebas.length
                ? new Set()
                : new Set(bebas.slice(0, 200).map((o) => o.id)),
            )
          }
        />
      ) : null}
      <DataTable
        caption={t('daftar')}
        kolom={kolom}
        baris={orang}
        kunci={(o) => o.id}
        kosong={<Empty judul={t('kosong')} isi={t('kosongIsi')} />}
      />
    </>
  )
}

function useKolom(
  memilih: boolean,
  dipilih: ReadonlySet<string>,
  onPilih: (baru: ReadonlySet<string>) => void,
): Kolom<OrangIntegrasi>[] {
  const t = useTeks(teksIntegrasi)
  const ganti = (id: string) => {
    const baru = new Set(dipilih)
    if (!baru.delete(id)) baru.add(id)
    onPilih(baru)
  }
  const kotak: Kolom<OrangIntegrasi> = {
    id: 'pilih',
    judul: t('usulkan'),
    judulTersembunyi: true,
    kartu: 'polos',
    isi: (o) =>
      o.usulan === null ? (
        <Checkbox
          aria-label={t('pilih', { nama: o.nama })}
          checked={dipilih.has(o.id)}
          onChange={() => ganti(o.id)}
        />
      ) : null,
  }
  return [
    ...(memilih ? [kotak] : []),
    { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (o) => <Nama o={o} /> },
    { id: 'kepala', judul: t('kepala'), isi: (o) => o.keluarga?.namaKepala ?? '–' },
    {
      id: 'tempat',
      judul: t('tempat'),
      isi: (o) => t('rt', { desa: o.namaWilayah, rt: nomorRt(o.rt) }),
    },
    { id: 'alamat', judul: t('alamat'), isi: (o) => o.alamat ?? '–' },
    { id: 'nik', judul: t('nik'), padat: true, isi: (o) => o.nik ?? '–' },
    {
      id: 'usulan',
      judul: t('usulan'),
      isi: (o) =>
        o.usulan ?? (
          <Text size="sm" c="dimmed" span>
            {t('belum')}
          </Text>
        ),
    },
  ]
}

function Nama({ o }: { o: OrangIntegrasi }) {
  if (!o.keluarga) return <>{o.nama}</>
  return (
    <Tautan
      to="/keluarga/$kab/$id"
      params={{ kab: String(o.kab), id: o.keluarga.id }}
      search={{ lihat: 'sumber' }}
    >
      {o.nama}
    </Tautan>
  )
}
