/** One row of the agenda: what it is, how it was decided, and the buttons and form to decide it. */
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { putusan as daftarPutusan, type Putusan, semuaPutusan } from '#domain/musyawarah/putusan.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { type Nada, Status } from '#ui/status.tsx'
import classes from '#web/musyawarah/rapat.module.css'
import type { Baris } from '#web/musyawarah/rapat-kini.ts'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'

const nada: Record<Putusan, Nada> = { setuju: 'baik', tidak_setuju: 'salah', tunda: 'perhatian' }

type Props = {
  b: Baris
  /** The row that the keyboard reaches. */
  kini: boolean
  boleh: boolean
  hadir: Rapat['hadir']
  terbuka: Putusan | null
  onFokus: () => void
  onTombol: (e: KeyboardEvent<HTMLElement>) => void
  onPilih: (p: Putusan) => void
  onBuka: (p: Putusan) => void
  onUrung: () => void
  onPutuskan: (p: Putusan, alasan: string | null, catatan: string | null) => void
  onKerabat: (orang: string, ya: boolean) => void
}

export function KeadaanPutusan({ putusan }: { putusan: Putusan | null }) {
  const t = useTeks(teksRapat)
  return putusan === null ? (
    <Status nada="netral">{t('belum')}</Status>
  ) : (
    <Status nada={nada[putusan]}>{t(putusan)}</Status>
  )
}

export function BarisPutusan(p: Props) {
  const { b } = p
  const t = useTeks(teksRapat)
  const f = useFormat()
  const label = useLabel()
  const bisa = { tabIndex: p.kini ? 0 : -1 }
  return (
    // A row takes the cursor and its own keys; what is done by them stands as buttons in it too.
    <li className={classes.baris} {...bisa} onFocus={p.onFokus} onKeyDown={p.onTombol}>
      <span className={classes.nomor}>{b.urutan}</span>
      <div>
        <span className={classes.nama}>{b.nama}</span>
        <Text size="sm" c="dimmed">
          {[
            label(jenisUsulan[b.jenis].label),
            t('rt', { n: nomorRt(b.rt) }),
            ...(b.jumlahAnggota > 0 ? [t('anggota', { n: f.angka(b.jumlahAnggota) })] : []),
          ].join(' · ')}
        </Text>
        {b.alasan ? <Text size="sm">{b.alasan}</Text> : null}
      </div>
      <Group gap={6} className={classes.keadaan}>
        <KeadaanPutusan putusan={b.putusan} />
        {b.belumTerkirim ? <Status nada="jalan">{t('belumTerkirim')}</Status> : null}
      </Group>
      <div className={classes.rinci}>
        <Keterangan b={b} />
        {p.kini && p.boleh ? <Aksi {...p} /> : null}
      </div>
    </li>
  )
}

function Keterangan({ b }: { b: Baris }) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  return (
    <>
      {b.alasanPutusan ? (
        <Text size="sm">
          {t('alasan')}: {b.alasanPutusan}
        </Text>
      ) : null}
      {b.catatan ? (
        <Text size="sm">
          {t('catatan')}: {b.catatan}
        </Text>
      ) : null}
      {b.tidakIkut.length > 0 ? (
        <Text size="sm" fw={550}>
          {t('tidakIkut')}{' '}
          {b.tidakIkut.map((k) => `${k.nama} (${t(`sebab_${k.sebab}`)})`).join(', ')}
        </Text>
      ) : null}
      {b.kurang.length > 0 && b.putusan !== 'tidak_setuju' ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('kurang', { butir: b.kurang.map(label).join(', ') })}
        </Text>
      ) : null}
    </>
  )
}

function Aksi(p: Props) {
  const t = useTeks(teksRapat)
  const { b, terbuka } = p
  if (terbuka) return <Isian key={terbuka} {...p} putusan={terbuka} />
  return (
    <Group gap="xs">
      {semuaPutusan.map((satu) => (
        <Button
          key={satu}
          size="compact-sm"
          variant={b.putusan === satu ? 'filled' : 'default'}
          aria-label={`${t(`tekan_${satu}`)}: ${b.nama}`}
          onClick={() => p.onPilih(satu)}
        >
          {t(`tekan_${satu}`)}
        </Button>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${t('catatan')}: ${b.nama}`}
        onClick={() => p.onBuka(b.putusan ?? 'setuju')}
      >
        {t('catatan')}
      </Button>
      <Kerabat {...p} />
    </Group>
  )
}

/** Who of those present says to be family of the row: they do not decide it. */
function Kerabat({ b, hadir, onKerabat }: Props) {
  const t = useTeks(teksRapat)
  const bisa = hadir.filter((h) => h.hadir && !b.tidakIkut.some((k) => k.id === h.id))
  return (
    <>
      {bisa.length > 0 ? (
        <NativeSelect
          size="xs"
          w={200}
          aria-label={`${t('kerabatPilih')}: ${b.nama}`}
          value=""
          data={[
            { value: '', label: t('kerabat') },
            ...bisa.map((h) => ({ value: h.id, label: h.nama })),
          ]}
          onChange={(e) => onKerabat(e.currentTarget.value, true)}
        />
      ) : null}
      {b.tidakIkut.map((k) =>
        k.sebab === 'dinyatakan' ? (
          <Button
            key={k.id}
            size="compact-sm"
            variant="subtle"
            onClick={() => onKerabat(k.id, false)}
          >
            {t('bukanKerabat', { nama: k.nama })}
          </Button>
        ) : null,
      )}
    </>
  )
}

function Isian(p: Props & { putusan: Putusan }) {
  const t = useTeks(teksRapat)
  const { b, putusan } = p
  const perlu = daftarPutusan[putusan].perluAlasan
  const [alasan, setAlasan] = useState(b.alasanPutusan ?? '')
  const [catatan, setCatatan] = useState(b.catatan ?? '')
  const [dicoba, setDicoba] = useState(false)
  const kirim = (e: FormEvent) => {
    e.preventDefault()
    setDicoba(true)
    if (perlu && alasan.trim() === '') return
    p.onPutuskan(putusan, perlu ? alasan.trim() : null, catatan.trim() || null)
  }
  return (
    <form
      noValidate
      onSubmit={kirim}
      style={{ width: '100%', maxWidth: 560 }}
      onKeyDown={(e) => {
        if (e.key === 'Escape') p.onUrung()
      }}
    >
      <Text size="sm" fw={600} mb={4}>
        {t(putusan)}
      </Text>
      {perlu ? (
        <TextInput
          label={t('alasan')}
          value={alasan}
          maxLength={500}
          autoFocus
          required
          error={dicoba && alasan.trim() === '' ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
      ) : null}
      <TextInput
        mt={perlu ? 'xs' : 0}
        label={t('catatanOpsi')}
        value={catatan}
        maxLength={500}
        autoFocus={!perlu}
        onChange={(e) => setCatatan(e.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm">
          {t('catat')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={p.onUrung}>
          {t('urung')}
        </Button>
      </Group>
    </form>
  )
}
