/** Before a grave step: prove again who one is; what was typed stays, and the step is then carried out. */
import { Button, Divider, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import { call } from '#web/api.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { KodeContoh } from '#web/pengguna/akun-contoh.tsx'
import { buktiPerangkat } from '#web/pengguna/bukti-perangkat.ts'
import { Gagal, type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import { type PerangkatTersimpan, perangkatDiSini } from '#web/pengguna/kunci-perangkat.ts'
import { buktiPasskey, passkeyBisa } from '#web/pengguna/passkey.ts'
import { MedanPin, PANJANG_PIN } from '#web/pengguna/pin.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'

type Akun = OutputOf<'akun.saya'>
type Bukti = InputOf<'sesi.kukuhkan'>

/** Sends proofs one at a time, and remembers why the last was refused. */
function useBukti(onSelesai: (ya: boolean) => void) {
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const tunggu = useSisa(tungguSampai(galat)) > 0
  const kirim = async (bukti: () => Promise<Bukti> | Bukti) => {
    setSibuk(true)
    try {
      await call('sesi.kukuhkan', await bukti())
      onSelesai(true)
    } catch (error) {
      setGalat(galatDari(error))
      setSibuk(false)
    }
  }
  return { galat, mati: sibuk || tunggu, kirim }
}

export function Kukuhkan({ onSelesai }: { onSelesai: (ya: boolean) => void }) {
  const t = useTeks(teksPengguna)
  const ui = useTeks(teksUi)
  const akun = useOp('akun.saya', {})
  const bukti = useBukti(onSelesai)
  return (
    <Modal
      opened
      onClose={() => onSelesai(false)}
      title={t('kukuhkan')}
      closeButtonProps={{ 'aria-label': ui('tutup') }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('kukuhkanIsi')}
        </Text>
        <Gagal galat={bukti.galat} />
        <Tampil kueri={akun}>
          {(data) => <CaraBukti akun={data} bukti={bukti} onBatal={() => onSelesai(false)} />}
        </Tampil>
      </Stack>
    </Modal>
  )
}

type CaraProps = { akun: Akun; bukti: ReturnType<typeof useBukti>; onBatal: () => void }

function CaraBukti({ akun, bukti, onBatal }: CaraProps) {
  const t = useTeks(teksPengguna)
  const awal = useOp('sesi.awal', {}, { staleTime: 60_000 })
  const diSini = useQuery({ queryKey: ['perangkat-di-sini'], queryFn: perangkatDiSini })
  const milik = diSini.data?.find((p) => akun.perangkat.some((a) => a.id === p.id))
  const passkey = akun.passkey.length > 0 && passkeyBisa(awal.data?.domainPasskey)
  const sandi = akun.sandi.ada
  if (diSini.isPending) return null
  return (
    <>
      {milik ? <DenganPin perangkat={milik} bukti={bukti} /> : null}
      {passkey ? (
        <Button
          variant={milik ? 'default' : 'filled'}
          leftSection={<IconFingerprint size={18} aria-hidden />}
          disabled={bukti.mati}
          onClick={() =>
            void bukti.kirim(async () => ({ cara: 'passkey', ...(await buktiPasskey()) }))
          }
        >
          {t('buktiPasskey')}
        </Button>
      ) : null}
      {sandi && (passkey || milik) ? <Divider label={t('atau')} /> : null}
      {sandi ? (
        <DenganSandi akun={akun} bukti={bukti} onBatal={onBatal} />
      ) : (
        <Group justify="flex-end">
          <Button variant="default" onClick={onBatal}>
            {t('batal')}
          </Button>
        </Group>
      )}
    </>
  )
}

function DenganSandi({ akun, bukti, onBatal }: CaraProps) {
  const t = useTeks(teksPengguna)
  const [sandi, setSandi] = useState('')
  const [kode, setKode] = useState('')
  const totp = akun.totp !== null
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (sandi)
          void bukti.kirim(() => ({
            cara: 'sandi',
            sandi,
            ...(totp && kode.trim() ? { kode: kode.trim() } : {}),
          }))
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          label={t('kataSandi')}
          value={sandi}
          autoComplete="current-password"
          data-autofocus
          onChange={(e) => setSandi(e.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('tampilkan'), tabIndex: 0 }}
        />
        {totp ? (
          <TextInput
            label={t('kodeAplikasi')}
            value={kode}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={12}
            onChange={(e) => setKode(e.currentTarget.value)}
          />
        ) : null}
        {totp && akun.demo ? <KodeContoh username={akun.username} onIsi={setKode} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onBatal}>
            {t('batal')}
          </Button>
          <Button type="submit" disabled={bukti.mati || sandi === ''}>
            {t('buktikan')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type PinProps = { perangkat: PerangkatTersimpan; bukti: ReturnType<typeof useBukti> }

function DenganPin({ perangkat, bukti }: PinProps) {
  const t = useTeks(teksPengguna)
  const [pin, setPin] = useState('')
  const ubah = (isi: string) => {
    setPin(isi)
    if (isi.length < PANJANG_PIN) return
    setPin('')
    void bukti.kirim(async () => ({
      cara: 'perangkat',
      ...(await buktiPerangkat(perangkat, isi)),
    }))
  }
  return <MedanPin label={t('pinAnda')} nilai={pin} onUbah={ubah} mati={bukti.mati} />
}
