/** The state of an import in a word. */
import { useTeks } from '#ui/bahasa.ts'
import { type Nada, Status } from '#ui/status.tsx'
import { teksImpor } from '#web/impor/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Impor = OutputOf<'impor.daftar'>['impor'][number]

const nada: Record<Impor['status'], Nada> = {
  diunggah: 'netral',
  dibaca: 'jalan',
  digabung: 'jalan',
  selesai: 'baik',
  ditolak: 'salah',
  gagal: 'salah',
}

/** Still moving: worth asking again. */
export const berjalan = (status: Impor['status']): boolean =>
  status === 'diunggah' || status === 'dibaca' || status === 'digabung'

export function StatusImpor({ status }: { status: Impor['status'] }) {
  const t = useTeks(teksImpor)
  return <Status nada={nada[status]}>{t(status)}</Status>
}
