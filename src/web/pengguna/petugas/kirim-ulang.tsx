/** A new invitation, and the start of a recovery: both end at the page of the one-time link. */

import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { Petugas } from '#web/pengguna/petugas/satu.tsx'
import { TanyaAlasan } from '#web/pengguna/petugas/tanya-alasan.tsx'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'

type Props = { p: Petugas; onTutup: () => void }

const segar = ['pengguna.satu', 'pengguna.daftar', 'pengguna.riwayat'] as const

const useKeTautan = (id: string) => {
  const pergi = useNavigate()
  return () => void pergi({ to: '/pengguna/$id/tautan', params: { id } })
}

export function UndangUlang({ p, onTutup }: Props) {
  const t = useTeks(teksSatuPetugas)
  const keTautan = useKeTautan(p.id)
  const perintah = useCommand('pengguna.undang_ulang', segar)
  return (
    <Confirm
      buka
      judul={t('undangUlang')}
      tombol={t('undangUlangTombol')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => perintah.mutate({ id: p.id }, { onSuccess: keTautan })}
    >
      <Text size="sm">{t('undangUlangIsi', { nama: p.nama })}</Text>
    </Confirm>
  )
}

export function MulaiReset({ p, onTutup }: Props) {
  const t = useTeks(teksSatuPetugas)
  const keTautan = useKeTautan(p.id)
  const perintah = useCommand('pengguna.mulai_reset', segar)
  return (
    <TanyaAlasan
      buka
      judul={t('mulaiReset')}
      isi={t('mulaiResetIsi', { nama: p.nama })}
      tombol={t('mulaiResetTombol')}
      sibuk={perintah.isPending}
      galat={perintah.error}
      onTutup={onTutup}
      onYa={(alasan) => perintah.mutate({ id: p.id, alasan }, { onSuccess: keTautan })}
    />
  )
}
