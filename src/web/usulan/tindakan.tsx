/** The buttons of a person on a proposal; one that is not possible yet says why, and what is missing. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { semuaAksi } from '#domain/usulan/alur.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { JalankanLangkah } from '#web/usulan/jalankan.tsx'
import { type AksiTombol, diMeja, isAksiTombol, isMundur } from '#web/usulan/langkah.ts'
import { segarkanUsulan } from '#web/usulan/perintah.ts'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'
import classes from '#web/usulan/tindakan.module.css'
import { TombolUbah } from '#web/usulan/tombol-ubah.tsx'

type Tombol = SatuUsulan['tombol'][number]

/** Steps whose only obstacle is that their counterpart is the one to use. */
const tidakPerluDisebut = new Set([
  'belum_dibuka',
  'sudah_dibuka',
  'pengusul_sendiri',
  'perlu_asal',
  'melewati_garis',
])

export function TindakanUsulan({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const { peran } = useSesi()
  const [aksi, setAksi] = useState<AksiTombol | null>(null)
  if (selesai.has(u.status)) return null
  const tampil = u.tombol.filter((x) => !x.masalah || !tidakPerluDisebut.has(x.masalah.sebab))
  const bisa = tampil.filter((x) => !x.masalah)
  const belum = tampil.filter((x) => x.masalah)
  const rapat = u.sesudah.some((s) => s.aksi === 'setujui')
  return (
    <Section judul={t('tindakan')}>
      {tampil.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(rapat ? 'rapat' : 'tanpaTindakan')}
        </Text>
      ) : (
        <Stack gap="md">
          {bisa.length > 0 ? (
            <Group gap="xs">
              {bisa.map((x, i) => (
                <TombolLangkah key={x.aksi} x={x} utama={i === 0} onTekan={setAksi} />
              ))}
            </Group>
          ) : null}
          {belum.map((x) => (
            <Belum key={x.aksi} x={x} u={u} />
          ))}
        </Stack>
      )}
      {aksi ? (
        <JalankanLangkah
          aksi={aksi}
          pilihan={{ usulan: [{ kab: u.kab, id: u.id, versi: u.versi }] }}
          baris={[u]}
          dibuka={!u.dibuka && diMeja(u, peran) ? [u] : []}
          onTutup={() => {
            setAksi(null)
            void segarkanUsulan()
          }}
        />
      ) : null}
    </Section>
  )
}

type TombolProps = { x: Tombol; utama: boolean; onTekan: (a: AksiTombol) => void }

function TombolLangkah({ x, utama, onTekan }: TombolProps) {
  const label = useLabel()
  const aksi = semuaAksi.find((a) => a === x.aksi)
  if (!aksi || !isAksiTombol(aksi)) return null
  return (
    <Button variant={utama && !isMundur(aksi) ? 'filled' : 'default'} onClick={() => onTekan(aksi)}>
      {label(x.label)}
    </Button>
  )
}

function Belum({ x, u }: { x: Tombol; u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const id = useId()
  if (!x.masalah) return null
  const { kurang } = x.masalah
  return (
    <div className={classes.belum}>
      <Button variant="default" disabled aria-describedby={id}>
        {label(x.label)}
      </Button>
      <div id={id} className={classes.sebab}>
        <Text size="sm">{label(x.masalah.label)}</Text>
        {kurang.length > 0 ? (
          <Text size="sm" c="dimmed">
            {t('kurang', { isi: kurang.map((k) => label(k.label)).join(', ') })}
          </Text>
        ) : null}
      </div>
      {kurang.length > 0 && u.bolehUbah ? (
        <TombolUbah u={u} variant="subtle">
          {t('isiKurang')}
        </TombolUbah>
      ) : null}
    </div>
  )
}
