/** Chooses photographs and papers, says what they are, and shows each on its way. */
import { Button, CloseButton, NativeSelect, Progress, Text } from '@mantine/core'
import { IconCamera, IconRefresh } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { guna } from '#domain/berkas/guna.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Live } from '#ui/progress.tsx'
import {
  type BerkasTerkirim,
  type GunaKiriman,
  type Kiriman,
  type TempatKiriman,
  useKiriman,
} from '#web/berkas/kiriman.ts'
import { teksBerkas } from '#web/berkas/teks.ts'
import classes from '#web/berkas/unggah.module.css'

type Props = {
  tempat: TempatKiriman
  /** What may be sent here; with one there is nothing to choose. */
  pilihan: readonly [GunaKiriman, ...GunaKiriman[]]
  onSelesai: (b: BerkasTerkirim) => void
}

export function UnggahBerkas({ tempat, pilihan, onSelesai }: Props) {
  const t = useTeks(teksBerkas)
  const label = useLabel()
  const id = useId()
  const masukan = useRef<HTMLInputElement>(null)
  const [apa, setApa] = useState<GunaKiriman>(pilihan[0])
  const { daftar, kirim, ulangi, buang } = useKiriman(tempat, t('bukanGambar'), onSelesai)
  return (
    <div>
      <div className={classes.pilih}>
        {pilihan.length > 1 ? (
          <NativeSelect
            label={t('apa')}
            className={classes.apa}
            data={pilihan.map((g) => ({ value: g, label: label(guna[g]) }))}
            value={apa}
            onChange={(e) => {
              const dipilih = pilihan.find((g) => g === e.currentTarget.value)
              if (dipilih) setApa(dipilih)
            }}
          />
        ) : null}
        <input
          ref={masukan}
          type="file"
          multiple={pilihan.length > 1}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          className={classes.tersembunyi}
          aria-label={t('pilih')}
          tabIndex={-1}
          onChange={(e) => {
            void kirim([...(e.currentTarget.files ?? [])], apa)
            e.currentTarget.value = ''
          }}
        />
        <Button
          leftSection={<IconCamera size={18} aria-hidden />}
          onClick={() => masukan.current?.click()}
          aria-describedby={`${id}-jenis`}
        >
          {t('pilih')}
        </Button>
        <Text size="sm" c="dimmed" id={`${id}-jenis`}>
          {t('jenis')}
        </Text>
      </div>
      {daftar.length > 0 ? (
        <ul className={classes.daftar} aria-label={t('daftarKirim')}>
          {daftar.map((k) => (
            <Satu key={k.nomor} k={k} onUlangi={() => ulangi(k)} onBuang={() => buang(k.nomor)} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Satu({ k, onUlangi, onBuang }: { k: Kiriman; onUlangi: () => void; onBuang: () => void }) {
  const t = useTeks(teksBerkas)
  const gagal = k.tahap === 'gagal'
  const kata = k.tahap === 'gagal' ? (k.galat ?? '') : t(k.tahap)
  return (
    <li className={classes.satu}>
      <div className={classes.nama}>
        <Text size="sm" fw={550} truncate>
          {k.berkas.name}
        </Text>
        <Text
          size="sm"
          c={gagal ? 'var(--mantine-color-error)' : 'dimmed'}
          {...(gagal ? { role: 'alert' } : {})}
        >
          {kata}
        </Text>
        {k.tahap === 'mengirim' ? (
          <Progress value={k.persen} size={6} mt={4} aria-label={`${k.berkas.name} ${kata}`} />
        ) : null}
      </div>
      {gagal ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={onUlangi}
        >
          {t('ulangi')}
        </Button>
      ) : null}
      {k.tahap !== 'mengirim' && k.tahap !== 'mengecilkan' ? (
        <CloseButton className={classes.buang} aria-label={t('buang')} onClick={onBuang} />
      ) : null}
      <Live>{gagal ? '' : `${k.berkas.name}: ${kata}`}</Live>
    </li>
  )
}
