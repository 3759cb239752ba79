/**
 * What comes before the first day of work, one step per page: a new password where one must be chosen,
 * a second proof with its recovery codes, the pledge of integrity. The server says which is next.
 */
import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { GantiSandi } from '#web/pengguna/ganti-sandi.tsx'
import { HalamanTamu } from '#web/pengguna/halaman-tamu.tsx'
import type { Keadaan } from '#web/pengguna/keadaan.ts'
import { KodePemulihan } from '#web/pengguna/kode-pemulihan.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { Pakta } from '#web/pengguna/pakta.tsx'
import { PasangFaktor } from '#web/pengguna/pasang-faktor.tsx'
import { keluar, segarkanSesi } from '#web/pengguna/sesi.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

const urutan = ['sandi', 'faktor', 'pemulihan', 'pakta'] as const
type Langkah = (typeof urutan)[number]

type Props = { keadaan: Keadaan; onTahan: (tahan: boolean) => void }

export function Persiapan({ keadaan, onTahan }: Props) {
  const t = useTeks(teksPersiapan)
  const [kode, setKode] = useState<readonly string[] | null>(null)
  const kini: Langkah | null = kode
    ? 'pemulihan'
    : keadaan.di === 'persiapan'
      ? keadaan.langkah
      : null
  const judul = kini ? t(`judul_${kini}`) : t('sebentar')
  useTabTitle(judul)
  const kepala = useRef<HTMLHeadingElement>(null)
  const sebelum = useRef(kini)
  // A new step begins at its heading, for eyes and readers; the first one is left alone.
  useEffect(() => {
    if (sebelum.current === kini) return
    sebelum.current = kini
    window.scrollTo(0, 0)
    kepala.current?.focus()
  }, [kini])
  const terpasang = (pemulihan: readonly string[] | null) => {
    if (pemulihan) {
      onTahan(true)
      setKode(pemulihan)
    }
    void segarkanSesi()
  }
  const tersimpan = async () => {
    await segarkanSesi()
    setKode(null)
    onTahan(false)
  }
  return (
    <HalamanTamu lebar>
      <section className={classes.kartu}>
        <Urutan kini={kini} />
        <Title order={1} ref={kepala} tabIndex={-1} className={classes.judulLangkah}>
          {judul}
        </Title>
        {kini ? (
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {t(`isi_${kini}`)}
          </Text>
        ) : null}
        {kini === 'sandi' ? <SandiWajib /> : null}
        {kini === 'faktor' && keadaan.di === 'persiapan' ? (
          <PasangFaktor cara={keadaan.cara} onTerpasang={terpasang} />
        ) : null}
        {kode ? <KodePemulihan kode={kode} onTersimpan={() => void tersimpan()} /> : null}
        {kini === 'pakta' ? <Pakta onDiterima={() => void segarkanSesi()} /> : null}
      </section>
      <Group justify="center" className="tidak-cetak">
        <Button variant="subtle" onClick={() => void keluar()}>
          {t('nanti')}
        </Button>
      </Group>
    </HalamanTamu>
  )
}

/** "Langkah 2 dari 3": of those that this person still has to take. */
function Urutan({ kini }: { kini: Langkah | null }) {
  const t = useTeks(teksPersiapan)
  const akun = useOp('akun.saya', {}, { staleTime: 60_000 })
  const [semua, setSemua] = useState<readonly Langkah[]>([])
  const perluPakta = akun.data ? akun.data.pakta === null : true
  useEffect(() => {
    if (!kini) return
    setSemua((lama) => {
      if (lama.includes(kini)) return lama
      const perlu = new Set<Langkah>([...lama, kini])
      if (kini === 'faktor') perlu.add('pemulihan')
      if (perluPakta) perlu.add('pakta')
      return urutan.filter((l) => perlu.has(l))
    })
  }, [kini, perluPakta])
  const nomor = kini ? semua.indexOf(kini) + 1 : 0
  if (nomor === 0 || semua.length < 2) return null
  return (
    <p className={classes.urutan}>
      {t('langkah', { n: nomor, dari: semua.length })}
      <span aria-hidden className={classes.titik}>
        {semua.map((l, i) => (
          <span key={l} data-sudah={i < nomor || undefined} />
        ))}
      </span>
    </p>
  )
}

function SandiWajib() {
  const akun = useOp('akun.saya', {})
  return (
    <Tampil kueri={akun}>
      {(data) => (
        <GantiSandi
          aturan={data.sandi.aturan}
          username={data.username}
          onBerhasil={() => void segarkanSesi()}
        />
      )}
    </Tampil>
  )
}
