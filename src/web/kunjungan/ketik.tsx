/** One line of fast entry: question, what is recorded, a field for the code; Enter goes on. */
import { Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import classes from '#web/kunjungan/ketik.module.css'

type Props = {
  nomor?: string | null
  label: string
  /** What may be typed; shown while the line has the cursor. */
  pilihan?: string
  /** As recorded, in words. */
  lama?: string | undefined
  /** As typed before, in words and as text of the field. */
  baru?: { readonly kata: string; readonly teks: string } | undefined
  /** Takes the text. @returns what is wrong with it, or null */
  onKetik: (teks: string) => string | null
  /** Free text, not a code. */
  lebar?: boolean
  /** First line of a section: Page Down goes to it. */
  awalBagian?: boolean
  /** The cursor begins here. */
  mulai?: boolean
}

const kolom = '[data-ketik]'

/** Puts the cursor into the field so many lines on; answers whether there is one. */
function pindah(dari: HTMLElement, langkah: 1 | -1, pilih = kolom): boolean {
  const semua = [...document.querySelectorAll<HTMLElement>(pilih)]
  const urutan = (el: HTMLElement): boolean =>
    (dari.compareDocumentPosition(el) &
      (langkah === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !==
    0
  const calon = semua.filter(urutan)
  const tuju = langkah === 1 ? calon[0] : calon.at(-1)
  tuju?.focus()
  if (tuju instanceof HTMLInputElement) tuju.select()
  return tuju !== undefined
}

export function Ketik(props: Props) {
  const { nomor, label, pilihan, lama, baru, onKetik, lebar, awalBagian, mulai } = props
  const id = useId()
  const [teks, setTeks] = useState(baru?.teks ?? '')
  const [salah, setSalah] = useState<string | null>(null)
  const ambil = (): boolean => {
    const keluhan = teks === (baru?.teks ?? '') ? null : onKetik(teks)
    setSalah(keluhan)
    return keluhan === null
  }
  const tombol = (e: KeyboardEvent<HTMLInputElement>) => {
    const kini = e.currentTarget
    const pindahkan = (langkah: 1 | -1, pilih?: string) => {
      e.preventDefault()
      // Taken and drawn at once: the next key a quick typist strikes must meet the next line.
      let diterima = false
      flushSync(() => {
        diterima = ambil()
      })
      if (diterima) pindah(kini, langkah, pilih)
    }
    if (e.key === 'Enter' || e.key === 'ArrowDown') pindahkan(1)
    else if (e.key === 'ArrowUp') pindahkan(-1)
    else if (e.key === 'PageDown') pindahkan(1, '[data-bagian]')
    else if (e.key === 'PageUp') pindahkan(-1, '[data-bagian]')
  }
  return (
    <div className={lebar ? `${classes.baris} ${classes.lebar}` : classes.baris}>
      <span className={classes.nomor}>{nomor ?? ''}</span>
      <div className={classes.tanya}>
        <Text size="sm" component="label" htmlFor={id}>
          {label}
        </Text>
        {baru ? (
          <Text size="sm" className={classes.baru}>
            {lama ? `${lama} → ${baru.kata}` : baru.kata}
          </Text>
        ) : lama ? (
          <Text size="sm" c="dimmed">
            {lama}
          </Text>
        ) : null}
      </div>
      <TextInput
        id={id}
        value={teks}
        error={salah !== null}
        aria-describedby={`${id}-pilihan`}
        autoComplete="off"
        spellCheck={false}
        maxLength={lebar ? 1000 : 40}
        data-ketik
        autoFocus={mulai ?? false}
        data-nomor={nomor ?? undefined}
        {...(awalBagian ? { 'data-bagian': true } : {})}
        onChange={(e) => setTeks(e.currentTarget.value)}
        onKeyDown={tombol}
        onBlur={() => void ambil()}
      />
      {salah ? (
        <Text size="sm" c="red" role="alert" style={{ gridColumn: '1 / -1' }}>
          {salah}
        </Text>
      ) : null}
      <div id={`${id}-pilihan`} className={classes.pilihan}>
        {pilihan ?? ''}
      </div>
    </div>
  )
}

/** Puts the cursor at a question by its number. @returns whether there is such a one */
export function keNomor(nomor: string): boolean {
  const el = [...document.querySelectorAll<HTMLInputElement>(kolom)].find(
    (one) => one.dataset.nomor === nomor.trim(),
  )
  el?.focus()
  el?.select()
  el?.scrollIntoView({ block: 'center' })
  return el !== undefined
}
