/** What the reader may do with a monthly summary: nihil, sign, take note, receive, covering letter. */

import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import type { RekapBulan } from '#web/rekap/halaman.tsx'
import { teksRekap } from '#web/rekap/teks.ts'
import { unduh } from '#web/unduh.ts'

export function BukaSurat({ kab, id, nama }: { kab: number; id: string; nama: string }) {
  const t = useTeks(teksRekap)
  const [galat, setGalat] = useState<string | null>(null)
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t('buka')} ${nama}`}
        onClick={() => {
          setGalat(null)
          unduh('dokumen.unduh', { kab, id }, 'rekap.pdf').catch((e: unknown) =>
            setGalat(kataGalat(e) ?? null),
          )
        }}
      >
        {t('buka')}
      </Button>
      {galat ? (
        <Text size="xs" role="alert">
          {galat}
        </Text>
      ) : null}
    </>
  )
}

export function Nihil({ wilayah, rt, periode }: { wilayah: number; rt: number; periode: string }) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  const perintah = useCommand('rekap.nihil', ['rekap.bulan'])
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('nyatakanRt', { rt: nomorRt(rt) })}
        onClick={() => setBuka(true)}
      >
        {t('nyatakan')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('nyatakan')}
        tombol={t('nyatakan')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() =>
          perintah.mutate({ wilayah, periode, rt: [rt] }, { onSuccess: () => setBuka(false) })
        }
      >
        <Text size="sm">{t('nyatakanIsi', { rt: nomorRt(rt), bulan: f.bulan(periode) })}</Text>
      </Confirm>
    </>
  )
}

type Props = { d: RekapBulan; periode: string }

export function Tindakan({ d, periode }: Props) {
  const { peran } = useSesi()
  const [desa] = d.desa
  const camat = peran === 'kecamatan'
  return (
    <Group gap="xs">
      {peran === 'lurah' && desa?.keadaan === 'belum' ? (
        <Tandatangani usulan={desa.usulan} diam={desa.diam} periode={periode} />
      ) : null}
      {camat || peran === 'kepala_opd' ? (
        <Teruskan
          periode={periode}
          camat={camat}
          siap={d.desa.filter((b) => b.siap).map((b) => b.wilayah)}
        />
      ) : null}
      {['operator_desa', 'lurah', 'kecamatan'].includes(peran) ? (
        <Pengantar periode={periode} />
      ) : null}
    </Group>
  )
}

function Tandatangani({
  usulan,
  diam,
  periode,
}: {
  usulan: number
  diam: number
  periode: string
}) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  const perintah = useCommand('rekap.tandatangani', ['rekap.bulan'])
  return (
    <>
      <Button onClick={() => setBuka(true)}>{t('tandatangani')}</Button>
      <Confirm
        buka={buka}
        judul={t('tandatangani')}
        tombol={t('tandatangani')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() => perintah.mutate({ periode, usulan, diam }, { onSuccess: () => setBuka(false) })}
      >
        <Text size="sm">
          {t('tandatanganiIsi', {
            bulan: f.bulan(periode),
            usulan: f.angka(usulan),
            diam: f.angka(diam),
          })}
        </Text>
      </Confirm>
    </>
  )
}

function Teruskan({ periode, camat, siap }: { periode: string; camat: boolean; siap: number[] }) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  const perintah = useCommand('rekap.teruskan', ['rekap.bulan'])
  const n = f.angka(siap.length)
  const tombol = t(camat ? 'ketahui' : 'terima', { n })
  return (
    <>
      <Button disabled={siap.length === 0} onClick={() => setBuka(true)}>
        {tombol}
      </Button>
      <Confirm
        buka={buka}
        judul={tombol}
        tombol={tombol}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() =>
          perintah.mutate({ periode, wilayah: siap }, { onSuccess: () => setBuka(false) })
        }
      >
        <Text size="sm">{t('teruskanIsi', { n, bulan: f.bulan(periode) })}</Text>
      </Confirm>
    </>
  )
}

function Pengantar({ periode }: { periode: string }) {
  const t = useTeks(teksRekap)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  const [nomor, setNomor] = useState('')
  const perintah = useCommand('rekap.pengantar')
  const jadi = perintah.data
  return (
    <>
      <Button variant="default" onClick={() => setBuka(true)}>
        {t('pengantar')}
      </Button>
      {jadi ? (
        <Notice
          nada="baik"
          role="status"
          judul={t('pengantarJadi', { nomor: jadi.nomor, n: f.angka(jadi.jumlah) })}
        >
          <BukaSurat kab={jadi.kab} id={jadi.dokumenId} nama={jadi.nomor} />
        </Notice>
      ) : null}
      <Confirm
        buka={buka}
        judul={t('pengantar')}
        tombol={t('pengantar')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() =>
          perintah.mutate(
            { periode, ...(nomor.trim() ? { nomor: nomor.trim() } : {}) },
            { onSuccess: () => setBuka(false) },
          )
        }
      >
        <Text size="sm">{t('pengantarIsi', { bulan: f.bulan(periode) })}</Text>
        <TextInput
          label={t('nomor')}
          value={nomor}
          maxLength={80}
          onChange={(e) => setNomor(e.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}
