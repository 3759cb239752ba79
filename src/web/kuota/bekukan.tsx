/** Freezes what was shown, after a plain confirmation; the server refuses when the data moved meanwhile. */
import { Button, Text, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf } from '#web/benturan.ts'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { hidup } from '#web/kesegaran.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { inputSimulasi, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import { Tautan } from '#web/tautan.tsx'

const segarkan = ['kuota.daftar', 'kuota.daftar_beku', 'kuota.simulasi'] as const

export function Bekukan({
  s,
  pilihan,
  mati,
}: {
  s: Simulasi
  pilihan: PilihanSimulasi
  mati: boolean
}) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const pergi = useNavigate()
  const [buka, setBuka] = useState(false)
  const [alasan, setAlasan] = useState('')
  const [pekerjaan, setPekerjaan] = useState<string | null>(null)
  const perintah = useCommand('kuota.bekukan', segarkan)
  const benturan = benturanOf(perintah.error)
  const lama = s.kuota.daftar
  const bekukan = () =>
    perintah.mutate(
      {
        ...inputSimulasi(s.kuota.id, pilihan),
        sidik: s.sidik,
        menggantikan: lama?.id ?? null,
        ...(alasan.trim() ? { alasan: alasan.trim() } : {}),
      },
      {
        onSuccess: (hasil) => {
          if ('pekerjaan' in hasil) setPekerjaan(hasil.pekerjaan)
          else void pergi({ to: '/daftar/$id', params: { id: hasil.id } })
          setBuka(false)
        },
      },
    )
  const r = s.ringkasan
  const gagal = perintah.isError && !benturan ? shownOf(perintah.error) : null
  return (
    <>
      <Button
        leftSection={<IconLock size={16} aria-hidden />}
        onClick={() => setBuka(true)}
        disabled={mati || !s.bolehMembekukan || s.halangan.length > 0}
      >
        {t('bekukan')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('bekukanJudul')}
        tombol={t('bekukan')}
        sibuk={perintah.isPending}
        mati={lama !== null && alasan.trim().length < 5}
        galat={gagal ? `${gagal.judul} ${gagal.isi ?? ''}` : undefined}
        onBatal={() => setBuka(false)}
        onYa={bekukan}
      >
        <Text size="sm">
          {t('bekukanIsi', {
            masuk: f.angka(r.masuk),
            tetap: f.angka(r.tetap),
            keluar: f.angka(r.keluar),
            menunggu: f.angka(r.menunggu),
          })}
        </Text>
        {lama ? (
          <>
            <Text size="sm">{t('bekukanGanti', { n: lama.versi })}</Text>
            <TextInput
              label={t('alasan')}
              required
              value={alasan}
              maxLength={500}
              onChange={(e) => setAlasan(e.currentTarget.value)}
            />
          </>
        ) : null}
      </Confirm>
      {pekerjaan ? <Menunggu id={pekerjaan} /> : null}
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            perintah.reset()
            setBuka(false)
            bacaUlang(segarkan)
          }}
        />
      ) : null}
    </>
  )
}

/** The job that freezes many families: its progress, then the list, or why there is none. */
function Menunggu({ id }: { id: string }) {
  const t = useTeks(teksKuota)
  const kueri = useOp('pekerjaan.satu', { id }, { pantau: (p) => (hidup(p) ? 1000 : false) })
  const p = kueri.data
  const daftar = (p?.hasil as { daftar?: unknown } | null | undefined)?.daftar
  return (
    <>
      <KemajuanPekerjaan id={id} />
      {typeof daftar === 'string' ? (
        <Tautan to="/daftar/$id" params={{ id: daftar }}>
          {t('bukaDaftar')}
        </Tautan>
      ) : null}
      {p?.status === 'gagal' ? (
        <Notice nada="salah" role="alert" judul={t('bekukanGagal')} />
      ) : null}
    </>
  )
}
