/** A proposal as a form: by its kind and the reader's role one question per page, or everything. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Empty, Loading } from '#ui/state.tsx'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'
import { BenturanIsian } from '#web/usulan/benturan-isian.tsx'
import {
  type AlamatIsian,
  type Awal,
  type Draf,
  useAwalDraf,
  useDraf,
} from '#web/usulan/pakai-draf.ts'
import type { Pokok } from '#web/usulan/penyimpan.ts'
import type { Tersimpan } from '#web/usulan/simpanan.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import { type AsalIsian, UntukKeluarga } from '#web/usulan/untuk-keluarga.tsx'

const Cepat = lazy(() => import('#web/usulan/cepat.tsx').then((m) => ({ default: m.Cepat })))
const FormKeluarga = lazy(() =>
  import('#web/usulan/form-keluarga.tsx').then((m) => ({ default: m.FormKeluarga })),
)
const Lengkap = lazy(() => import('#web/usulan/lengkap.tsx').then((m) => ({ default: m.Lengkap })))

export type FormProps = {
  draf: Draf
  alamat: AlamatIsian
  pokok: Pokok
  /** The proposal as it was when the form was opened; null for a new one. */
  satu: Awal['satu']
}

const rute = getRouteApi('/usulan/isian')

/** Roles that propose on a phone, one question per page; others fill in everything. */
const cepat: readonly string[] = ['ketua_rt', 'petugas_kunjungan']

/** `terlihat`: the address has taken the id on. */
type Milik = { readonly id: string; readonly kunci: string; readonly terlihat: boolean }

export function HalamanIsian() {
  const t = useTeks(teksIsian)
  const alamat = rute.useSearch()
  const pergi = useNavigate()
  /** The proposal that the form on the screen has just become: its address changes, the form stays. */
  const [milik, setMilik] = useState<Milik | null>(null)
  const { jenis } = alamat
  if (!jenis || jenisUsulan[jenis].jalur === 'peristiwa')
    return <Empty judul={t('tanpaJenis')} isi={t('tanpaJenisIsi')} halaman />
  if (milik && !milik.terlihat && alamat.id === milik.id) setMilik({ ...milik, terlihat: true })
  const sendiri = [alamat.id ?? `baru-${milik?.id ?? ''}`, jenis, alamat.keluarga, alamat.orang]
  // Until the address has followed it is still without the id; afterwards one without is a new form.
  const tetap = milik && (alamat.id === milik.id || (alamat.id === undefined && !milik.terlihat))
  const kunci = tetap ? milik.kunci : sendiri.join(':')
  const baru = (u: Tersimpan) => {
    setMilik({ id: u.id, kunci, terlihat: false })
    void pergi({
      to: '/usulan/isian',
      search: (s) => alamatIsian({ ...s, kab: u.kab, id: u.id }),
      replace: true,
      resetScroll: false,
    })
  }
  return <Muat key={kunci} alamat={{ ...alamat, jenis }} onBaru={baru} />
}

type MuatProps = { alamat: AlamatIsian; onBaru: (u: Tersimpan) => void }

function Muat({ alamat: kini, onBaru }: MuatProps) {
  const [alamat] = useState(kini)
  if (alamat.id === undefined && jenisUsulan[alamat.jenis].subjek !== 'baru')
    return (
      <UntukKeluarga alamat={alamat}>
        {(asal) => <MuatDraf alamat={alamat} asal={asal} onBaru={onBaru} />}
      </UntukKeluarga>
    )
  return <MuatDraf alamat={alamat} asal={null} onBaru={onBaru} />
}

function MuatDraf({ alamat, asal, onBaru }: MuatProps & { asal: AsalIsian | null }) {
  const sesi = useSesi()
  const rt = sesi.rt?.length === 1 ? (sesi.rt[0] ?? null) : null
  const wilayah = sesi.wilayah.tingkat === 'desa' ? sesi.wilayah.kode : 0
  const kueri = useAwalDraf(sesi, alamat, asal?.isian ?? { nama: '', wilayah, rt, isi: {} })
  return (
    <Tampil kueri={kueri} halaman>
      {(awal) =>
        awal.satu && !awal.satu.bolehUbah ? (
          <Terkunci status={awal.satu.status} kab={awal.satu.kab} id={awal.satu.id} />
        ) : (
          <Form
            alamat={alamat}
            awal={awal}
            pokok={
              asal?.pokok ?? {
                jenis: alamat.jenis,
                keluargaId: awal.satu?.keluargaId ?? null,
                individuId: awal.satu?.individuId ?? null,
              }
            }
            onBaru={onBaru}
          />
        )
      }
    </Tampil>
  )
}

function Form({ alamat, awal, pokok, onBaru }: MuatProps & { awal: Awal; pokok: Pokok }) {
  const sesi = useSesi()
  const draf = useDraf(sesi, alamat, pokok, awal, onBaru)
  const props: FormProps = { draf, alamat, pokok, satu: awal.satu }
  return (
    <Suspense fallback={<Loading />}>
      {alamat.jenis !== 'keluarga_baru' ? (
        <FormKeluarga {...props} />
      ) : cepat.includes(sesi.peran) ? (
        <Cepat {...props} />
      ) : (
        <Lengkap {...props} />
      )}
      {draf.tahap === 'bentrok' ? <BenturanIsian draf={draf} /> : null}
    </Suspense>
  )
}

type TerkunciProps = { status: keyof typeof keadaan; kab: number; id: string }

function Terkunci({ status, kab, id }: TerkunciProps) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  return (
    <Empty
      halaman
      judul={t('tidakBoleh')}
      isi={t('tidakBolehIsi', { status: label(keadaan[status].label) })}
      aksi={
        <TombolTautan to="/usulan/$kab/$id" params={{ kab: String(kab), id }}>
          {t('keUsulan')}
        </TombolTautan>
      }
    />
  )
}
