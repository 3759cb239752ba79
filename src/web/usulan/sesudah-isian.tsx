/** What follows a form: the next step of its state, once all that was typed has reached the server. */
import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type JenisUsulan, jalurOf } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { type Dipilih, JalankanLangkah } from '#web/usulan/jalankan.tsx'
import { labelAksi, langkahUtama } from '#web/usulan/langkah.ts'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

export function SesudahIsian({ draf, jenis }: { draf: Draf; jenis: JenisUsulan }) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const pergi = useNavigate()
  const { peran } = useSesi()
  const [sibuk, setSibuk] = useState(false)
  const [dipilih, setDipilih] = useState<Dipilih | null>(null)
  const status = draf.usulan?.status ?? 'draf'
  const aksi = langkahUtama({ jalur: jalurOf(jenis), status }, peran)
  const keUsulan = (u: { kab: number; id: string }) =>
    void pergi({ to: '/usulan/$kab/$id', params: { kab: String(u.kab), id: u.id } })
  /** What is typed goes first: a step is taken on what one sees. */
  const dulu = async (lalu: (u: NonNullable<Draf['usulan']>) => void) => {
    setSibuk(true)
    const u = await draf.penyimpan.sekarang()
    setSibuk(false)
    if (u) lalu(u)
  }
  return (
    <Group gap="xs">
      <Button variant="default" loading={sibuk} onClick={() => void dulu(keUsulan)}>
        {t('keUsulan')}
      </Button>
      {aksi ? (
        <Button
          loading={sibuk}
          onClick={() =>
            void dulu(({ kab, id, versi, nomor }) =>
              setDipilih({ kab, id, versi, nomor, nama: draf.isian.nama }),
            )
          }
        >
          {label(labelAksi(aksi))}
        </Button>
      ) : null}
      {aksi && dipilih ? (
        <JalankanLangkah
          aksi={aksi}
          pilihan={{ usulan: [{ kab: dipilih.kab, id: dipilih.id, versi: dipilih.versi }] }}
          baris={[dipilih]}
          dibuka={[]}
          onSelesai={(hasil) => {
            if (hasil.jadi > 0) draf.penyimpan.lepas()
          }}
          onTutup={(hasil) => {
            setDipilih(null)
            if (hasil && hasil.jadi > 0) keUsulan(dipilih)
          }}
        />
      ) : null}
    </Group>
  )
}
