/** The head of a family's page: the facts one looks up first. */
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import type { NikTerbuka } from '#web/keluarga/buka-nik.tsx'
import { Bantuan, StatusKeluarga } from '#web/keluarga/tabel.tsx'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import type { OutputOf } from '#web/operasi.ts'

export type SatuKeluarga = OutputOf<'keluarga.satu'>

export function Ringkasan({ k, terbuka }: { k: SatuKeluarga; terbuka: NikTerbuka | null }) {
  const t = useTeks(teksSatu)
  const u = useTeks(teksKeluarga)
  const f = useFormat()
  const kk = terbuka?.nomorKk ?? k.nomorKk
  return (
    <Section>
      <Pairs
        lebar={176}
        isi={[
          { id: 'kk', label: t('nomorKk'), nilai: kk ?? u('tanpaKk'), redup: kk === null },
          {
            id: 'rt',
            label: 'RT / RW',
            nilai: `${nomorRt(k.rt)} / ${nomorRt(k.rw)}`,
          },
          { id: 'jiwa', label: t('jiwaKeluarga'), nilai: f.angka(k.jumlahAnggota) },
          { id: 'ruta', label: t('jiwaRuta'), nilai: f.angka(k.jumlahAnggotaRuta) },
          {
            id: 'desil',
            label: t('desil'),
            nilai: k.desil === null ? t('belumBerdesil') : u('desilN', { n: k.desil }),
            redup: k.desil === null,
          },
          { id: 'kelayakan', label: t('kelayakan'), nilai: <StatusKeluarga k={k} /> },
          {
            id: 'bantuan',
            label: u('bantuan'),
            nilai: <Bantuan menerima={k.menerima} />,
          },
          ...(k.pengurus
            ? [
                {
                  id: 'pengurus',
                  label: t('pengurus'),
                  nilai: k.pengurus.wali
                    ? t('pengurusWali', { nama: k.pengurus.nama, hubungan: k.pengurus.wali })
                    : k.pengurus.nama,
                },
              ]
            : []),
          ...(k.domisili
            ? [
                {
                  id: 'domisili',
                  label: t('domisili'),
                  nilai: t('domisiliIsi', k.domisili),
                },
              ]
            : []),
          { id: 'diubah', label: t('diubah'), nilai: f.waktu(k.diubahPada) },
        ]}
      />
    </Section>
  )
}
