/** Changes one's own password: the one so far, and the new one. */
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { call } from '#web/api.ts'
import type { Aturan } from '#web/pengguna/aturan-sandi.tsx'
import { SandiBaru } from '#web/pengguna/sandi-baru.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = { aturan: Aturan; username: string; onBerhasil: () => void }

export function GantiSandi({ aturan, username, onBerhasil }: Props) {
  const t = useTeks(teksPersiapan)
  const umum = useTeks(teksPengguna)
  const [lama, setLama] = useState('')
  return (
    <SandiBaru
      aturan={aturan}
      username={username}
      tombol={t('gantiSandi')}
      onKirim={async (baru) => {
        await call('akun.gantiSandi', { lama, baru })
        onBerhasil()
      }}
    >
      <PasswordInput
        label={t('sandiLama')}
        value={lama}
        autoComplete="current-password"
        required
        onChange={(e) => setLama(e.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': umum('tampilkan'), tabIndex: 0 }}
      />
    </SandiBaru>
  )
}
