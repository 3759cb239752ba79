/** The bar that rises when rows are chosen: how many, the steps they have, and all of a state at once. */
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import classes from '#web/usulan/bilah.module.css'
import { JalankanLangkah } from '#web/usulan/jalankan.tsx'
import { type AksiTombol, diMeja, isMundur, labelAksi, langkahUntuk } from '#web/usulan/langkah.ts'
import type { PilihanLangkah } from '#web/usulan/perintah.ts'
import type { SemuaStatus } from '#web/usulan/semua-status.ts'
import type { BarisUsulan } from '#web/usulan/tabel.tsx'
import { teksUsulan } from '#web/usulan/teks.ts'

type Mulai = {
  readonly aksi: AksiTombol
  readonly pilihan: PilihanLangkah
  readonly baris: readonly BarisUsulan[]
  readonly dibuka: readonly BarisUsulan[]
}

type Props = {
  dipilih: readonly BarisUsulan[]
  /** All that are shown are chosen, and the state holds more: these can be meant as well. */
  semua: SemuaStatus | null
  onLepas: () => void
}

export function BilahLangkah({ dipilih, semua, onLepas }: Props) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const label = useLabel()
  const { peran } = useSesi()
  const [maksud, setMaksud] = useState(false)
  /** What a step was begun with: the list may change beneath it. */
  const [mulai, setMulai] = useState<Mulai | null>(null)
  // Another choice of rows means them alone again.
  if (!semua && maksud) setMaksud(false)
  const luas = semua && maksud ? semua : null
  const langkah = langkahUntuk(luas ? [luas] : dipilih, peran)
  const pilihan: PilihanLangkah = luas
    ? { semua: luas }
    : { usulan: dipilih.map(({ kab, id, versi }) => ({ kab, id, versi })) }
  const status = semua ? label(keadaan[semua.status].label) : ''
  const bilah = (
    <section className={classes.bilah} aria-label={t('bilah')}>
      <Group gap="sm" className={classes.kata}>
        <Text size="sm" fw={550} role="status">
          {luas
            ? t('dipilihSemua', { n: f.angka(luas.jumlah), status })
            : t('dipilih', { n: f.angka(dipilih.length) })}
        </Text>
        {semua && !luas ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setMaksud(true)}>
            {t('pilihStatus', { n: f.angka(semua.jumlah), status })}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          onClick={() => {
            setMaksud(false)
            onLepas()
          }}
        >
          {t('lepas')}
        </Button>
      </Group>
      <Group gap="xs">
        {langkah.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('tanpaLangkah')}
          </Text>
        ) : null}
        {langkah.map(({ aksi: a, jumlah }, i) => (
          <Button
            key={a}
            variant={i === 0 && !isMundur(a) ? 'filled' : 'default'}
            onClick={() =>
              setMulai({
                aksi: a,
                pilihan,
                baris: luas ? [] : dipilih,
                dibuka: luas ? [] : dipilih.filter((u) => !u.dibuka && diMeja(u, peran)),
              })
            }
          >
            {t('langkahN', {
              langkah: label(labelAksi(a)),
              n: f.angka(luas ? luas.jumlah : jumlah),
            })}
          </Button>
        ))}
      </Group>
    </section>
  )
  return (
    <>
      {dipilih.length > 0 ? bilah : null}
      {mulai ? (
        <JalankanLangkah
          {...mulai}
          onTutup={(hasil) => {
            setMulai(null)
            if (!hasil) return
            setMaksud(false)
            onLepas()
          }}
        />
      ) : null}
    </>
  )
}
