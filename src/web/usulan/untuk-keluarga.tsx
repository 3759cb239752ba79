/** A proposal about a registered family begins with it: loaded with its version, and the person chosen. */
import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'
import type { AlamatIsian } from '#web/usulan/pakai-draf.ts'
import type { Pokok } from '#web/usulan/penyimpan.ts'
import type { Isian } from '#web/usulan/simpanan.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

export type Keluarga = OutputOf<'keluarga.satu'>

/** What a new proposal starts from: the empty form, and the record with the version that was seen. */
export type AsalIsian = { readonly isian: Isian; readonly pokok: Pokok }

type Props = { alamat: AlamatIsian; children: (asal: AsalIsian) => ReactNode }

export function UntukKeluarga({ alamat, children }: Props) {
  const t = useTeks(teksIsian)
  const { kab, keluarga } = alamat
  if (kab === undefined || keluarga === undefined)
    return (
      <Empty
        halaman
        judul={t('tanpaKeluarga')}
        isi={t('tanpaKeluargaIsi')}
        aksi={<TombolTautan to="/keluarga">{t('cariKeluarga')}</TombolTautan>}
      />
    )
  return (
    <Muat alamat={alamat} kab={kab} keluarga={keluarga}>
      {children}
    </Muat>
  )
}

type MuatProps = Props & { kab: number; keluarga: string }

function Muat({ alamat, kab, keluarga, children }: MuatProps) {
  const kueri = useOp('keluarga.satu', { kab, id: keluarga })
  const orangnya = jenisUsulan[alamat.jenis].subjek === 'individu'
  return (
    <Tampil kueri={kueri} halaman>
      {(k) => {
        const orang = k.anggota.find((a) => a.id === alamat.orang)
        if (orangnya && !orang) return <PilihOrang k={k} alamat={alamat} />
        return children({
          isian: { nama: orang?.nama ?? k.namaKepala, wilayah: k.wilayah, rt: k.rt, isi: {} },
          pokok: {
            jenis: alamat.jenis,
            keluargaId: k.id,
            individuId: orang?.id ?? null,
            versiDasar: orang ? orang.versi : k.versi,
          },
        })
      }}
    </Tampil>
  )
}

function PilihOrang({ k, alamat }: { k: Keluarga; alamat: AlamatIsian }) {
  const t = useTeks(teksIsian)
  return (
    <>
      <PageHeader
        judul={t('pilihOrang')}
        keterangan={t('pilihOrangIsi', { nama: k.namaKepala })}
        judulTab={t('pilihOrang')}
        atas={
          <Tautan to="/keluarga/$kab/$id" params={{ kab: String(k.kab), id: k.id }}>
            {`← ${t('keKeluarga')}`}
          </Tautan>
        }
      />
      <Section>
        <Stack gap="xs" align="flex-start">
          {k.anggota.map((a) => (
            <TombolTautan
              key={a.id}
              to="/usulan/isian"
              search={{ jenis: alamat.jenis, kab: k.kab, keluarga: k.id, orang: a.id }}
              variant="default"
              replace
            >
              {a.nama}
            </TombolTautan>
          ))}
        </Stack>
      </Section>
    </>
  )
}
