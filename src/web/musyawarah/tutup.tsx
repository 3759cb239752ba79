/** Closes a meeting with its minutes, opens it again, or cancels it with a ground. */

import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat, PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { useDi } from '#web/musyawarah/pakai-rapat.ts'
import { barisKini, hitungPutusan } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { bacaSalinan, type Rapat, tulisSalinan } from '#web/musyawarah/simpanan.ts'
import { teksTanda } from '#web/musyawarah/teks-tanda.ts'

/** The minutes as typed: kept on this device until the meeting is closed. */
function useNotulen(rapat: Rapat): readonly [string, (teks: string) => void] {
  const { kab, id, pengguna } = useDi(String(rapat.kab), rapat.id)
  const [teks, setTeks] = useState(rapat.notulen ?? '')
  useEffect(() => {
    void bacaSalinan('notulen', { kab, id, pengguna }).then((lama) => {
      if (lama !== undefined) setTeks(lama)
    })
  }, [kab, id, pengguna])
  const ubah = (baru: string) => {
    setTeks(baru)
    void tulisSalinan('notulen', { kab, id, pengguna }, baru)
  }
  return [teks, ubah]
}

export function Tutup({ rapat, kotak }: PropsRapat) {
  const t = useTeks(teksTanda)
  const f = useFormat()
  const [notulen, setNotulen] = useNotulen(rapat)
  const tutup = useCommand('musyawarah.tutup', ['musyawarah.satu'])
  const n = hitungPutusan(barisKini(rapat, kotak.menunggu))
  const sptjm = rapat.jenis === 'sptjm'
  const sebab =
    kotak.menunggu.length > 0
      ? t('belumTerkirim')
      : n.belum === rapat.baris.length && !(sptjm && rapat.baris.length > 0)
        ? t('belumAda')
        : null
  if (!rapat.bolehUbah) return <Notice nada="info" judul={t('tungguTutup')} />
  return (
    <Section judul={t('tutupJudul')} keterangan={t(sptjm ? 'tutupSptjm' : 'tutupIsi')}>
      <Stack gap="md">
        {sptjm ? null : (
          <Textarea
            label={t('notulen')}
            description={t('notulenIsi')}
            autosize
            minRows={4}
            maxRows={16}
            maxLength={5000}
            value={notulen}
            onChange={(e) => setNotulen(e.currentTarget.value)}
          />
        )}
        {n.belum > 0 && !sptjm && sebab === null ? (
          <Text size="sm">{t('sisa', { n: f.angka(n.belum) })}</Text>
        ) : null}
        <PesanGalat error={tutup.error} />
        <Group gap="sm">
          <Button
            disabled={sebab !== null}
            loading={tutup.isPending}
            onClick={() =>
              tutup.mutate({
                kab: rapat.kab,
                id: rapat.id,
                versi: rapat.versi,
                tutup: true,
                notulen: notulen.trim() || null,
              })
            }
          >
            {t('tutup')}
          </Button>
          <Batalkan rapat={rapat} />
          {sebab ? (
            <Text size="sm" c="dimmed">
              {sebab}
            </Text>
          ) : null}
        </Group>
      </Stack>
    </Section>
  )
}

export function BukaKembali({ rapat }: PropsRapat) {
  const t = useTeks(teksTanda)
  const buka = useCommand('musyawarah.tutup', ['musyawarah.satu'])
  const { kab, id, versi } = rapat
  return (
    <Section>
      <Stack gap="sm">
        <PesanGalat error={buka.error} />
        <Group gap="sm">
          <Button
            variant="default"
            loading={buka.isPending}
            onClick={() => buka.mutate({ kab, id, versi, tutup: false })}
          >
            {t('buka')}
          </Button>
          <Batalkan rapat={rapat} />
          <Text size="sm" c="dimmed">
            {t('bukaIsi')}
          </Text>
        </Group>
      </Stack>
    </Section>
  )
}

function Batalkan({ rapat }: { rapat: Rapat }) {
  const t = useTeks(teksTanda)
  const [buka, setBuka] = useState(false)
  const [alasan, setAlasan] = useState('')
  const batal = useCommand('musyawarah.batalkan', ['musyawarah.satu', 'musyawarah.daftar'])
  const { kab, id, versi } = rapat
  return (
    <>
      <Button variant="default" onClick={() => setBuka(true)}>
        {t('batalkan')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('batalkan')}
        tombol={t('batalkan')}
        sibuk={batal.isPending}
        mati={alasan.trim().length < 5}
        galat={kataGalat(batal.error)}
        onBatal={() => setBuka(false)}
        onYa={() =>
          batal.mutate(
            { kab, id, versi, alasan: alasan.trim() },
            { onSuccess: () => setBuka(false) },
          )
        }
      >
        <Text size="sm">{t('batalkanIsi')}</Text>
        <TextInput
          label={t('alasanBatal')}
          value={alasan}
          maxLength={500}
          required
          data-autofocus
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}
