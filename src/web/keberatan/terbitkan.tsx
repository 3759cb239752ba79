/** Issues notices after a preview: how many families, until when they may object, from when the loss holds. */

import { Button, List, Text } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { kataGalat } from '#web/galat.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'

type Props = { sebab: 'daftar'; daftar: string } | { sebab: 'tidak_layak'; daftar?: undefined }

export function TerbitkanPemberitahuan({ sebab, daftar }: Props) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  const perintah = useCommand('pemberitahuan.terbitkan', [
    'pemberitahuan.daftar',
    'kuota.daftar_beku_baris',
  ])
  const diminta = { sebab, ...(daftar ? { daftar } : {}) }
  const pratinjau = useOp('pemberitahuan.pratinjau', diminta, { enabled: buka, staleTime: 0 })
  const jumlah = pratinjau.data?.jumlah ?? 0
  return (
    <>
      <Button
        leftSection={<IconMailForward size={16} aria-hidden />}
        onClick={() => {
          perintah.reset()
          setBuka(true)
        }}
      >
        {t(sebab === 'daftar' ? 'beritahuDaftar' : 'beritahu')}
      </Button>
      {perintah.data ? (
        <>
          <Notice
            nada="baik"
            judul={t('terbit', { n: f.angka(perintah.data.jumlah) })}
            role="status"
          />
          <KemajuanPekerjaan id={perintah.data.pekerjaan} />
        </>
      ) : null}
      <Confirm
        buka={buka}
        judul={t(sebab === 'daftar' ? 'beritahuDaftar' : 'beritahu')}
        tombol={t('terbitkan', { n: f.angka(Math.min(jumlah, pratinjau.data?.terbanyak ?? 0)) })}
        sibuk={perintah.isPending}
        mati={jumlah === 0}
        galat={kataGalat(perintah.error)}
        onBatal={() => setBuka(false)}
        onYa={() => perintah.mutate({ ...diminta, jumlah }, { onSuccess: () => setBuka(false) })}
      >
        <Tampil kueri={pratinjau}>{(p) => <Pratinjau p={p} sebab={sebab} />}</Tampil>
      </Confirm>
    </>
  )
}

function Pratinjau({
  p,
  sebab,
}: {
  p: OutputOf<'pemberitahuan.pratinjau'>
  sebab: 'daftar' | 'tidak_layak'
}) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  if (p.jumlah === 0) return <Text size="sm">{t('tidakAda')}</Text>
  return (
    <>
      <Text size="sm">
        {t(sebab === 'daftar' ? 'beritahuDaftarIsi' : 'beritahuIsi', {
          n: f.angka(p.jumlah),
          sampai: f.tanggal(p.keberatanSampai),
          berlaku: f.tanggal(p.berlaku),
        })}
      </Text>
      <List size="sm">
        {p.wilayah.map((w) => (
          <List.Item key={w.wilayah}>{`${w.nama}: ${f.angka(w.jumlah)} KK`}</List.Item>
        ))}
      </List>
      {p.jumlah > p.terbanyak ? (
        <Text size="sm">{t('beritahuTerbanyak', { n: f.angka(p.terbanyak) })}</Text>
      ) : null}
    </>
  )
}
