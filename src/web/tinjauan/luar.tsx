/** People of the area whose other record lies outside it, masked, and who decides. */
import { Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

type Orang = OutputOf<'padanan.luar'>['orang'][number]

export function DiLuar() {
  const t = useTeks(teksTinjauan)
  const kueri = useOp('padanan.luar', { batas: 200 })
  const kolom: Kolom<Orang>[] = [
    { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (o) => o.nama },
    {
      id: 'keluarga',
      judul: t('keluarga'),
      isi: (o) => (
        <Tautan to="/keluarga/$kab/$id" params={{ kab: String(o.keluarga.kab), id: o.keluarga.id }}>
          {o.keluarga.namaKepala}
        </Tautan>
      ),
    },
    {
      id: 'tempat',
      judul: t('tempat'),
      isi: (o) => t('rt', { desa: o.namaWilayah, rt: nomorRt(o.rt) }),
    },
    { id: 'pemutus', judul: t('pemutus'), isi: (o) => t(o.pemutus) },
    { id: 'status', judul: t('status'), isi: (o) => t(o.status) },
  ]
  return (
    <>
      <Text c="dimmed" size="sm" maw={720}>
        {t('luarIsi')}
      </Text>
      <Section rapat>
        <Tampil kueri={kueri}>
          {({ orang }) => (
            <DataTable
              caption={t('luar')}
              kolom={kolom}
              baris={orang}
              kunci={(o) => `${o.pasangan} ${o.nama}`}
              kosong={<Empty judul={t('luarKosong')} isi={t('luarKosongIsi')} />}
            />
          )}
        </Tampil>
      </Section>
    </>
  )
}
