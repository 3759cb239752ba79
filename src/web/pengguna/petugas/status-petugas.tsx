/** Status of an account, and of one assignment, in a word. */
import { useTeks } from '#ui/bahasa.ts'
import { type Nada, Status } from '#ui/status.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'

type Petugas = OutputOf<'pengguna.daftar'>['pengguna'][number]
type Tugas = Petugas['tugas'][number]

const nadaAkun: Record<Petugas['status'], Nada> = {
  aktif: 'baik',
  diundang: 'info',
  tanpa_tugas: 'perhatian',
  nonaktif: 'netral',
}

const nadaTugas: Record<Tugas['status'], Nada> = {
  berlaku: 'baik',
  akan: 'info',
  berakhir: 'netral',
}

export function StatusPetugas({ status }: { status: Petugas['status'] }) {
  const t = useTeks(teksPetugas)
  return (
    <span title={t(`${status}Isi`)}>
      <Status nada={nadaAkun[status]}>{t(status)}</Status>
    </span>
  )
}

export function StatusTugas({ status }: { status: Tugas['status'] }) {
  const t = useTeks(teksPetugas)
  return <Status nada={nadaTugas[status]}>{t(status)}</Status>
}
