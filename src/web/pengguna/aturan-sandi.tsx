/** The rules that a new password must meet, in words, before it is typed. */
import { List, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import type { OutputOf } from '#web/operasi.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

export type Aturan = OutputOf<'undangan.lihat'>['sandi']

export function AturanSandi({ aturan, id }: { aturan: Aturan; id: string }) {
  const t = useTeks(teksPersiapan)
  const butir = [
    t('aturanPanjang', { min: aturan.min, maks: aturan.maks }),
    aturan.komposisi ? t('aturanKomposisi') : t('aturanKata'),
    t('aturanUmum'),
    ...(aturan.riwayat > 0 ? [t('aturanRiwayat', { n: aturan.riwayat })] : []),
    ...(aturan.masaHari === null ? [] : [t('aturanMasa', { n: aturan.masaHari })]),
  ]
  return (
    <div id={id}>
      <Text size="sm" fw={550} mb={4}>
        {t('aturanJudul')}
      </Text>
      <List size="sm" spacing={2}>
        {butir.map((b) => (
          <List.Item key={b}>{b}</List.Item>
        ))}
      </List>
    </div>
  )
}
