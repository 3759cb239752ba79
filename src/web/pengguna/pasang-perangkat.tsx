/** The phone that scanned the QR code: makes its key, sets the PIN, and is signed in. */
import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { useTabTitle } from '#ui/page-header.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { useOp } from '#web/kueri.ts'
import { Gagal, type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import { HalamanTamu } from '#web/pengguna/halaman-tamu.tsx'
import { buatKunci, kunciBisa, simpanPerangkat } from '#web/pengguna/kunci-perangkat.ts'
import classes from '#web/pengguna/masuk.module.css'
import { namaPeramban } from '#web/pengguna/peramban.ts'
import { MedanPin, PANJANG_PIN } from '#web/pengguna/pin.tsx'
import { bukaBaru } from '#web/pengguna/sesi.ts'
import { teksTautan } from '#web/pengguna/teks-tautan.ts'

const rute = getRouteApi('/pasang/$token')

/** Makes the key, hands in its public part, and keeps the private one in this browser. */
async function pasangkan(token: string, pemilik: string, pin: string, nama: string): Promise<void> {
  const { rahasia, publik } = await buatKunci()
  const { perangkat } = await call('perangkat.pasang', { token, kunci: publik, pin, nama })
  const dipasangPada = new Date().toISOString()
  await simpanPerangkat({ id: perangkat, nama: pemilik, kunci: rahasia, dipasangPada })
}

export function HalamanPasang() {
  const t = useTeks(teksTautan)
  const { token } = rute.useParams()
  const tautan = useOp('undangan.lihat', { token }, { staleTime: Number.POSITIVE_INFINITY })
  useTabTitle(t('judulPasang'))
  return (
    <HalamanTamu>
      <section className={classes.kartu}>
        {tautan.isError ? (
          <ErrorState error={shownOf(tautan.error)} halaman />
        ) : tautan.data ? (
          <>
            <Title order={1}>{t('judulPasang')}</Title>
            <Text size="sm" c="dimmed" mt={4} mb="lg">
              {t('isiPasang', { nama: tautan.data.nama })}
            </Text>
            {kunciBisa() ? (
              <PilihPin token={token} pemilik={tautan.data.nama} />
            ) : (
              <Notice nada="salah">{t('tanpaTls')}</Notice>
            )}
          </>
        ) : (
          <Loading />
        )}
      </section>
    </HalamanTamu>
  )
}

function PilihPin({ token, pemilik }: { token: string; pemilik: string }) {
  const t = useTeks(teksTautan)
  const [nama, setNama] = useState(namaPeramban)
  const [pertama, setPertama] = useState<string | null>(null)
  const [pin, setPin] = useState('')
  const [beda, setBeda] = useState(false)
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const tunggu = useSisa(tungguSampai(galat)) > 0
  const ulang = (salah: boolean) => {
    setBeda(salah)
    setPertama(null)
    setPin('')
  }
  const kirim = async () => {
    setSibuk(true)
    try {
      await pasangkan(token, pemilik, pin, nama.trim() || namaPeramban())
      bukaBaru()
    } catch (error) {
      setGalat(galatDari(error))
      ulang(false)
      setSibuk(false)
    }
  }
  const lanjut = () => {
    if (pertama === null) {
      setPertama(pin)
      setPin('')
      setBeda(false)
    } else if (pin === pertama) void kirim()
    else ulang(true)
  }
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (pin.length === PANJANG_PIN) lanjut()
      }}
    >
      <Stack gap="md">
        <Gagal galat={galat} />
        {pertama === null ? (
          <TextInput
            label={t('namaPonsel')}
            value={nama}
            maxLength={80}
            onChange={(e) => setNama(e.currentTarget.value)}
          />
        ) : null}
        <MedanPin
          label={t(pertama === null ? 'buatPin' : 'ulangPin')}
          nilai={pin}
          onUbah={setPin}
          mati={sibuk || tunggu}
          galat={beda ? t('pinBeda') : undefined}
        />
        <Button type="submit" loading={sibuk} disabled={tunggu || pin.length < PANJANG_PIN}>
          {t(pertama === null ? 'lanjut' : 'pasangkan')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('pinIsi')}
        </Text>
      </Stack>
    </form>
  )
}
