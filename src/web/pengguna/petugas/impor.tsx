/** The page that brings in officers from a file: choose, look over row by row, make, fetch the links. */
import { Button, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { newCommandId, urlOf } from '#web/api.ts'
import { queryClient } from '#web/kueri.ts'
import { ImporSelesai } from '#web/pengguna/petugas/impor-selesai.tsx'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import {
  type HasilImpor,
  imporBerkas,
  type Laporan,
  periksaBerkas,
} from '#web/pengguna/petugas/kirim-berkas.ts'
import { LaporanImpor } from '#web/pengguna/petugas/laporan-impor.tsx'
import { PilihBerkas } from '#web/pengguna/petugas/pilih-berkas.tsx'
import { KembaliKeDaftar } from '#web/pengguna/petugas/satu.tsx'
import { teksImporPetugas } from '#web/pengguna/petugas/teks-impor.ts'

export type Diperiksa = { berkas: File; laporan: Laporan; commandId: string }

export function HalamanImporPetugas() {
  return (
    <KhususPemberi>
      <Halaman />
    </KhususPemberi>
  )
}

/** The three steps, and what went wrong in the last one. */
function useImpor() {
  const [diperiksa, setDiperiksa] = useState<Diperiksa | null>(null)
  const [hasil, setHasil] = useState<HasilImpor | null>(null)
  const [sibuk, setSibuk] = useState<string | null>(null)
  const [galat, setGalat] = useState<Error | null>(null)
  const kerjakan = async (nama: string, langkah: () => Promise<void>) => {
    setSibuk(nama)
    setGalat(null)
    try {
      await langkah()
    } catch (error) {
      setGalat(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setSibuk(null)
    }
  }
  return {
    diperiksa,
    hasil,
    sibuk,
    galat,
    periksa: (berkas: File) =>
      kerjakan(berkas.name, async () => {
        const laporan = await periksaBerkas(berkas)
        setDiperiksa({ berkas, laporan, commandId: newCommandId() })
      }),
    impor: ({ berkas, laporan, commandId }: Diperiksa) =>
      kerjakan(berkas.name, async () => {
        setHasil(await imporBerkas(berkas, laporan.sidik, commandId))
        await queryClient.invalidateQueries({ queryKey: ['pengguna.daftar'] })
      }),
    ulang: () => {
      setDiperiksa(null)
      setHasil(null)
      setGalat(null)
    },
  }
}

function Halaman() {
  const t = useTeks(teksImporPetugas)
  const i = useImpor()
  return (
    <>
      <PageHeader
        judul={t('judul')}
        keterangan={t('isi')}
        atas={<KembaliKeDaftar />}
        aksi={
          <Button
            component="a"
            href={urlOf('pengguna.impor_templat', {})}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('templat')}
          </Button>
        }
      />
      <Stack gap="lg">
        {i.hasil ? (
          <ImporSelesai hasil={i.hasil} onLagi={i.ulang} />
        ) : i.diperiksa ? (
          <LaporanImpor
            diperiksa={i.diperiksa}
            sibuk={i.sibuk !== null}
            galat={i.galat}
            onGanti={i.ulang}
            onImpor={i.impor}
          />
        ) : (
          <PilihBerkas sibuk={i.sibuk} galat={i.galat} onPilih={(b) => void i.periksa(b)} />
        )}
      </Stack>
    </>
  )
}
