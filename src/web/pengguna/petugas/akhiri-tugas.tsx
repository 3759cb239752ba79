/** Ends one assignment today, with a reason. */
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useCommand } from '#web/kueri.ts'
import { TanyaAlasan } from '#web/pengguna/petugas/tanya-alasan.tsx'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'
import { type Tugas, useNamaCakupan } from '#web/pengguna/petugas/tugas-ringkas.tsx'

type Props = { tugas: Tugas; nama: string; onTutup: () => void }

export function AkhiriTugas({ tugas, nama, onTutup }: Props) {
  const t = useTeks(teksSatuPetugas)
  const label = useLabel()
  const cakupan = useNamaCakupan()
  const perintah = useCommand('pengguna.akhiri_tugas', [
    'pengguna.satu',
    'pengguna.daftar',
    'pengguna.riwayat',
  ])
  return (
    <TanyaAlasan
      buka
      judul={t('akhiriTugasJudul')}
      isi={t('akhiriTugasIsi', {
        tugas: `${label(tugas.peranLabel)}, ${cakupan(tugas)}`,
        nama,
      })}
      tombol={t('akhiriTugasTombol')}
      sibuk={perintah.isPending}
      galat={perintah.error}
      onTutup={onTutup}
      onYa={(alasan) => perintah.mutate({ id: tugas.id, alasan }, { onSuccess: onTutup })}
    />
  )
}
