/** Fast entry: RT, name and number of people of one family after another, by keyboard alone. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { barisLengkap } from '#domain/keadaan-khusus/keadaan.ts'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Live } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { newCommandId } from '#web/api.ts'
import { kataGalat } from '#web/galat.tsx'
import { useAntrean } from '#web/keadaan-khusus/antrean.ts'
import { teksKhusus } from '#web/keadaan-khusus/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

const angka = (teks: string): number | null => (/^\d{1,3}$/.test(teks) ? Number(teks) : null)

export function CatatCepat({ keadaan }: { keadaan: string }) {
  const t = useTeks(teksKhusus)
  const sesi = useSesi()
  const [wilayah, setWilayah] = useState(sesi.wilayah.tingkat === 'desa' ? sesi.wilayah.kode : 0)
  const [rt, setRt] = useState('')
  const [nama, setNama] = useState('')
  const [jiwa, setJiwa] = useState('')
  const [kurang, setKurang] = useState(false)
  const bidang = useRef<HTMLDivElement>(null)
  const { antre, galat, tambah, kirim } = useAntrean(`khusus:${sesi.id}:${keadaan}`, keadaan)
  const ke = (n: number) =>
    bidang.current?.querySelectorAll<HTMLInputElement>('input[data-cepat]')[n]?.focus()
  const catat = () => {
    const b = { rt: angka(rt), nama: nama.trim(), jiwa: angka(jiwa) }
    if (!barisLengkap(b) || wilayah === 0 || b.rt === null || b.jiwa === null) {
      setKurang(true)
      ke(b.rt === null ? 0 : b.nama.length < 2 ? 1 : 2)
      return
    }
    setKurang(false)
    tambah({ id: newCommandId(), rt: b.rt, nama: b.nama, jiwa: b.jiwa, wilayah })
    setNama('')
    setJiwa('')
    // The next family mostly lives in the same RT.
    ke(1)
  }
  const enter = (n: number) => (e: KeyboardEvent) => {
    if (e.key !== 'Enter') return
    e.preventDefault()
    if (n < 2) ke(n + 1)
    else catat()
  }
  return (
    <Section judul={t('catat')} keterangan={t('catatIsi')}>
      <Stack gap="md">
        {sesi.wilayah.tingkat === 'desa' ? null : (
          <PilihWilayah kode={wilayah || undefined} onPilih={(w) => setWilayah(w ?? 0)} />
        )}
        <Group gap="sm" align="flex-end" ref={bidang}>
          <TextInput
            data-cepat
            label={t('rt')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            w={76}
            value={rt}
            onChange={(e) => setRt(e.currentTarget.value.replaceAll(/\D/g, ''))}
            onKeyDown={enter(0)}
          />
          <TextInput
            data-cepat
            label={t('kepala')}
            autoComplete="off"
            maxLength={120}
            style={{ flex: '1 1 220px' }}
            value={nama}
            onChange={(e) => setNama(e.currentTarget.value)}
            onKeyDown={enter(1)}
          />
          <TextInput
            data-cepat
            label={t('jiwa')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={2}
            w={110}
            value={jiwa}
            onChange={(e) => setJiwa(e.currentTarget.value.replaceAll(/\D/g, ''))}
            onKeyDown={enter(2)}
          />
          <Button onClick={catat}>{t('tambah')}</Button>
        </Group>
        {kurang ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('kurang')}
          </Text>
        ) : null}
        <Live>{antre.length > 0 ? t('belumTerkirim', { n: antre.length }) : ''}</Live>
        {antre.length > 0 && galat ? (
          <Notice nada="perhatian" judul={t('belumTerkirim', { n: antre.length })}>
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{kataGalat(galat)}</Text>
              <Button size="xs" variant="default" onClick={() => void kirim()}>
                {t('kirimUlang')}
              </Button>
            </Stack>
          </Notice>
        ) : null}
      </Stack>
    </Section>
  )
}
