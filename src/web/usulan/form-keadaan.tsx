/** A change of condition: only what has changed, beside what is recorded; the rest stays. */
import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Tampil } from '#web/kueri-tampil.tsx'
import { DaftarTanya, type Subjek, tanpaSubjek } from '#web/usulan/daftar-tanya.tsx'
import { type Kamus, type Nilai, useKamus } from '#web/usulan/kamus.ts'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import type { Keluarga } from '#web/usulan/untuk-keluarga.tsx'

type Props = { draf: Draf; k: Keluarga }

export function FormKeadaan(p: Props) {
  const kueri = useKamus()
  return <Tampil kueri={kueri}>{(kamus) => <Form {...p} kamus={kamus} />}</Tampil>
}

type Tercatat = Readonly<Record<string, string>>

function Form({ draf, k, kamus }: Props & { kamus: Kamus }) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const rumah = kamus.bagian.flatMap((b, i) =>
    b.unit === 'individu' ? [] : [{ value: `b${i}`, label: label(b.judul) }],
  )
  const orang = k.anggota.map((a) => ({ value: a.id, label: a.nama }))
  const [bagian, setBagian] = useState(rumah[0]?.value ?? '')
  const dipilih = kamus.bagian[Number(bagian.slice(1))]
  const a = k.anggota.find((x) => x.id === bagian)
  return (
    <Section>
      <Stack gap="xl">
        <NativeSelect
          label={t('keadaanApa')}
          description={t('keadaanIsi')}
          maw={420}
          value={bagian}
          onChange={(e) => setBagian(e.currentTarget.value)}
          data={[...rumah, { group: t('tanyaOrang'), items: orang }]}
        />
        {a ? (
          <Orang key={a.id} draf={draf} a={a} kamus={kamus} />
        ) : dipilih && dipilih.unit !== 'individu' ? (
          <Rumah draf={draf} k={k} kamus={kamus} bagian={dipilih} />
        ) : null}
      </Stack>
    </Section>
  )
}

type RumahProps = Props & { kamus: Kamus; bagian: Kamus['bagian'][number] }

function Rumah({ draf, k, kamus, bagian }: RumahProps) {
  const label = useLabel()
  const ruta = bagian.unit === 'ruta'
  const { isi } = draf.isian
  const tercatat: Tercatat = Object.fromEntries(
    k.jawaban.flatMap((j) => (j.nilai ? [[j.variabel, label(j.nilai)]] : [])),
  )
  const pakai = (j: Record<string, Nilai>) => {
    const isian = Object.keys(j).length > 0 ? j : undefined
    draf.isi(ruta ? { jawabanRuta: isian } : { jawabanKeluarga: isian })
  }
  return (
    <DaftarTanya
      kamus={kamus}
      bagian={bagian}
      jawaban={(ruta ? isi.jawabanRuta : isi.jawabanKeluarga) ?? {}}
      subjek={tanpaSubjek}
      gerbang="tanya"
      tercatat={tercatat}
      onJawaban={pakai}
    />
  )
}

type OrangProps = { draf: Draf; a: Keluarga['anggota'][number]; kamus: Kamus }

function Orang({ draf, a, kamus }: OrangProps) {
  const label = useLabel()
  const subjek: Subjek = { umur: a.umur, jenis_kelamin: a.jenisKelamin }
  const anggota = draf.isian.isi.anggota ?? []
  const jawaban = anggota.find((x) => x.id === a.id)?.jawaban ?? {}
  const tercatat: Tercatat = Object.fromEntries(a.jawaban.map((j) => [j.variabel, label(j.nilai)]))
  const pakai = (j: Record<string, Nilai>) => {
    const lain = anggota.filter((x) => x.id !== a.id)
    const baru =
      Object.keys(j).length > 0 ? [...lain, { id: a.id, nama: a.nama, jawaban: j }] : lain
    draf.isi({ anggota: baru.length > 0 ? baru : undefined })
  }
  return (
    <>
      {kamus.bagian
        .filter((b) => b.unit === 'individu')
        .map((b) => (
          <DaftarTanya
            key={b.judul.id}
            kamus={kamus}
            bagian={b}
            jawaban={jawaban}
            subjek={subjek}
            gerbang="tanya"
            tercatat={tercatat}
            onJawaban={pakai}
          />
        ))}
    </>
  )
}
