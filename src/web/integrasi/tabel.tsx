/** The people of one list, with a box to choose those of whom something can be made. */
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
  bisaDipilih: (o: OrangIntegrasi) => boolean
  dipilih: ReadonlySet<string>
  onPilih: (baru: ReadonlySet<string>) => void
}

/** So many rows at most in one command. */
const TERBANYAK = 200

export function TabelIntegrasi({ orang, bisaDipilih, dipilih, onPilih }: Props) {
  const t = useTeks(teksIntegrasi)
  const bebas = orang.filter(bisaDipilih).slice(0, TERBANYAK)
  const kolom = useKolom(bebas.length > 0 ? bisaDipilih : null, dipilih, onPilih)
  return (
    <>
      {bebas.length > 0 ? (
        <Checkbox
          px="lg"
          pb="sm"
          label={t('pilihSemua')}
          checked={dipilih.size === bebas.length}
          indeterminate={dipilih.size > 0 && dipilih.size < bebas.length}
          onChange={() =>
            onPilih(dipilih.size === bebas.length ? new Set() : new Set(bebas.map((o) => o.id)))
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
  bisaDipilih: ((o: OrangIntegrasi) => boolean) | null,
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
      bisaDipilih?.(o) ? (
        <Checkbox
          aria-label={t('pilih', { nama: o.nama })}
          checked={dipilih.has(o.id)}
          onChange={() => ganti(o.id)}
        />
      ) : null,
  }
  return [
    ...(bisaDipilih ? [kotak] : []),
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
