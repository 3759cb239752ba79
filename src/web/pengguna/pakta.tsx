/** The pledge of integrity: read to its end, then accepted; the acceptance names the very text. */

import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pengguna/masuk.module.css'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

// A part that scrolls must take the focus, or the keyboard cannot read it to its end.
const terjangkau = { tabIndex: 0 }

type TeksPakta = OutputOf<'akun.pakta'>

export function Pakta({ onDiterima }: { onDiterima: () => void }) {
  const pakta = useOp('akun.pakta', {})
  return <Tampil kueri={pakta}>{(data) => <Terima pakta={data} onDiterima={onDiterima} />}</Tampil>
}

/** True once the end of the text was in view; a text that fits needs no scrolling. */
function useTerbaca(kotak: RefObject<HTMLElement | null>): boolean {
  const [terbaca, setTerbaca] = useState(false)
  useEffect(() => {
    const isi = kotak.current
    if (!isi) return
    const lihat = () => {
      if (isi.scrollTop + isi.clientHeight >= isi.scrollHeight - 8) setTerbaca(true)
    }
    lihat()
    isi.addEventListener('scroll', lihat, { passive: true })
    return () => isi.removeEventListener('scroll', lihat)
  }, [kotak])
  return terbaca
}

function Terima({ pakta, onDiterima }: { pakta: TeksPakta; onDiterima: () => void }) {
  const t = useTeks(teksPersiapan)
  const label = useLabel()
  const kotak = useRef<HTMLElement>(null)
  const terbaca = useTerbaca(kotak)
  const [setuju, setSetuju] = useState(false)
  const terima = useCommand('akun.terimaPakta', ['akun.saya', 'akun.pakta'])
  return (
    <Stack gap="md">
      <section
        ref={kotak}
        className={classes.pakta}
        aria-label={label(pakta.judul)}
        {...terjangkau}
      >
        <h2>{label(pakta.judul)}</h2>
        {pakta.isi.map((p) => (
          <p key={p.id}>{label(p)}</p>
        ))}
      </section>
      <Text size="sm" c="dimmed" role="status">
        {t(terbaca ? 'paktaTerbaca' : 'paktaGulir')}
      </Text>
      <Checkbox
        label={t('paktaSetuju')}
        checked={setuju}
        disabled={!terbaca}
        onChange={(e) => setSetuju(e.currentTarget.checked)}
        size="md"
      />
      {terima.isError ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {kataGalat(terima.error)}
        </Text>
      ) : null}
      <Button
        disabled={!terbaca || !setuju}
        loading={terima.isPending}
        onClick={() => terima.mutate({ sidik: pakta.sidik }, { onSuccess: onDiterima })}
      >
        {t('paktaTerima')}
      </Button>
    </Stack>
  )
}
