/** What can be done with a batch: its letter, the number that follows, the scan, handing over, the package. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { kataGalat, PesanGalat } from '#web/galat.tsx'
import type { SatuKiriman } from '#web/kiriman/satu.tsx'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { useCommand } from '#web/kueri.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { unduh } from '#web/unduh.ts'

type Props = { k: SatuKiriman }

export function TindakanKiriman({ k }: Props) {
  const t = useTeks(teksKiriman)
  const { peran } = useSesi()
  const menyusun = peran === 'verifikator' || peran === 'kepala_opd'
  return (
    <Section judul={t('langkah')}>
      <Stack gap="md">
        <Surat k={k} />
        {menyusun ? <Pindaian k={k} /> : null}
        {peran === 'kepala_opd' ? <Serahkan k={k} /> : null}
      </Stack>
    </Section>
  )
}

/** Runs a download and tells what stood in the way. */
function useUnduh() {
  const [galat, setGalat] = useState<string | null>(null)
  const ambil = async (langkah: () => Promise<void>): Promise<boolean> => {
    setGalat(null)
    try {
      await langkah()
      return true
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
      return false
    }
  }
  return { galat, ambil }
}

function Surat({ k }: Props) {
  const t = useTeks(teksKiriman)
  const { peran } = useSesi()
  const { galat, ambil } = useUnduh()
  const [nomori, setNomori] = useState(false)
  const { kab, surat } = k
  const menyusun = peran === 'verifikator' || peran === 'kepala_opd'
  const { pindaianId } = surat
  return (
    <>
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
      <Group gap="xs">
        {menyusun ? (
          <Button
            variant="default"
            onClick={() =>
              void ambil(() => unduh('dokumen.unduh', { kab, id: surat.dokumenId }, 'surat.pdf'))
            }
          >
            {t('bukaSurat')}
          </Button>
        ) : null}
        {pindaianId ? (
          <Button
            variant="default"
            onClick={() =>
              void ambil(() => unduh('berkas.unduh', { kab, id: pindaianId }, 'pindaian.pdf'))
            }
          >
            {t('bukaPindaian')}
          </Button>
        ) : null}
        {menyusun && surat.nomor === null ? (
          <Button onClick={() => setNomori(true)}>{t('isiNomorTombol')}</Button>
        ) : null}
      </Group>
      {nomori ? <Nomori k={k} onTutup={() => setNomori(false)} /> : null}
    </>
  )
}

function Nomori({ k, onTutup }: Props & { onTutup: () => void }) {
  const t = useTeks(teksKiriman)
  const [nomor, setNomor] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('kiriman.nomori', ['kiriman.satu'])
  const suratNomor = nomor.trim()
  return (
    <Confirm
      buka
      judul={t('isiNomorTombol')}
      tombol={t('isiNomorTombol')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => {
        setDicoba(true)
        const { kab, id, versi } = k
        if (suratNomor) perintah.mutate({ kab, id, versi, suratNomor }, { onSuccess: onTutup })
      }}
    >
      <Text size="sm">{t('isiNomorIsi')}</Text>
      <TextInput
        label={t('adaNomor')}
        value={nomor}
        maxLength={80}
        required
        data-autofocus
        error={dicoba && !suratNomor ? t('isiNomor') : null}
        onChange={(e) => setNomor(e.currentTarget.value)}
      />
    </Confirm>
  )
}

function Pindaian({ k }: Props) {
  const t = useTeks(teksKiriman)
  const perintah = useCommand('kiriman.pindaian', ['kiriman.satu'])
  const { kab, id, versi } = k
  return (
    <div>
      <Text size="sm" fw={550} mb={4}>
        {t('pindaian')}
      </Text>
      <UnggahBerkas
        tempat={{ wilayah: k.wilayah }}
        pilihan={['surat']}
        onSelesai={(b) => perintah.mutate({ kab, id, versi, berkas: b.id })}
      />
      <PesanGalat error={perintah.error} />
      {k.surat.pindaianId ? <Text size="sm">{t('pindaianAda')}</Text> : null}
    </div>
  )
}

function Serahkan({ k }: Props) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const [tanya, setTanya] = useState<'kirim' | 'paket' | null>(null)
  const perintah = useCommand('kiriman.kirim', ['kiriman.satu'])
  const { kab, id, versi } = k
  const utuh = k.sidik === k.sidikHitung
  const sisa = k.baris.some((b) => b.status === 'disahkan' || b.status === 'diperiksa')
  return (
    <>
      {perintah.data ? (
        <Notice
          nada={perintah.data.tertahan.length > 0 ? 'perhatian' : 'baik'}
          judul={t('serahkanJadi', {
            jadi: f.angka(perintah.data.jadi),
            jumlah: f.angka(perintah.data.jumlah),
          })}
          role="status"
        />
      ) : null}
      <Group gap="xs">
        {sisa ? (
          <Button disabled={!utuh} onClick={() => setTanya('kirim')}>
            {t(k.dikirimPada ? 'serahkanLagi' : 'serahkan')}
          </Button>
        ) : null}
        {k.dikirimPada ? (
          <Button variant="default" onClick={() => setTanya('paket')}>
            {t('paket')}
          </Button>
        ) : null}
      </Group>
      <Confirm
        buka={tanya === 'kirim'}
        judul={t('serahkan')}
        tombol={t('serahkan')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setTanya(null)}
        onYa={() => perintah.mutate({ kab, id, versi }, { onSuccess: () => setTanya(null) })}
      >
        <Text size="sm">{t('serahkanIsi')}</Text>
      </Confirm>
      {tanya === 'paket' ? <Paket k={k} onTutup={() => setTanya(null)} /> : null}
    </>
  )
}

function Paket({ k, onTutup }: Props & { onTutup: () => void }) {
  const t = useTeks(teksKiriman)
  const [tujuan, setTujuan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const { galat, ambil } = useUnduh()
  const cukup = tujuan.trim().length >= 5
  const kirim = async () => {
    setDicoba(true)
    if (!cukup) return
    const { kab, id, nomor } = k
    const jadi = await ambil(() =>
      unduh('kiriman.paket', { kab, id, tujuan: tujuan.trim() }, `${nomor}.zip`),
    )
    if (jadi) onTutup()
  }
  return (
    <Confirm
      buka
      judul={t('paketJudul')}
      tombol={t('paket')}
      galat={galat ?? undefined}
      onBatal={onTutup}
      onYa={() => void kirim()}
    >
      <Text size="sm">{t('paketIsi')}</Text>
      <TextInput
        label={t('tujuan')}
        value={tujuan}
        maxLength={200}
        required
        data-autofocus
        error={dicoba && !cukup ? t('tujuanKurang') : null}
        onChange={(e) => setTujuan(e.currentTarget.value)}
      />
    </Confirm>
  )
}
