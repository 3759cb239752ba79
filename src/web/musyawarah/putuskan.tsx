/** Decisions row by row: by keyboard, by finger, with a line or without. */
import { Group, Text } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { putusan as daftarPutusan, type Putusan } from '#domain/musyawarah/putusan.ts'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { BarisPutusan } from '#web/musyawarah/baris-putusan.tsx'
import classes from '#web/musyawarah/rapat.module.css'
import { type Baris, barisKini, hadirKini, hitungPutusan } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'

/** Keys on a row that has the cursor, and only there. */
const tombolPutusan: Readonly<Record<string, Putusan>> = {
  s: 'setuju',
  t: 'tidak_setuju',
  d: 'tunda',
}

/** The form that stands open under a row. */
export type Terbuka = { readonly usulanId: string; readonly putusan: Putusan }

export function Putuskan({ rapat, kotak }: PropsRapat) {
  const t = useTeks(teksRapat)
  const baris = barisKini(rapat, kotak.menunggu)
  const hadir = hadirKini(rapat, kotak.menunggu)
  const [kini, setKini] = useState(0)
  const [terbuka, setTerbuka] = useState<Terbuka | null>(null)
  const daftar = useRef<HTMLOListElement>(null)
  const boleh = rapat.bolehUbah && (rapat.status === 'disiapkan' || rapat.status === 'selesai')
  const n = hitungPutusan(baris)
  const ke = (i: number) => {
    const tuju = Math.max(0, Math.min(baris.length - 1, i))
    setKini(tuju)
    const el = daftar.current?.children[tuju]
    if (el instanceof HTMLElement) el.focus()
  }
  const putuskan = (b: Baris, p: Putusan, alasan: string | null, catatan: string | null) => {
    kotak.putuskan({ usulanId: b.usulanId, putusan: p, alasan, catatan })
    setTerbuka(null)
    ke(baris.indexOf(b) + 1)
  }
  const pilih = (b: Baris, p: Putusan) => {
    if (daftarPutusan[p].perluAlasan) setTerbuka({ usulanId: b.usulanId, putusan: p })
    else putuskan(b, p, null, b.catatan)
  }
  const tombol = (e: KeyboardEvent<HTMLElement>, b: Baris, i: number) => {
    // Keys of fields and buttons within the row are theirs.
    if (e.target !== e.currentTarget || e.ctrlKey || e.metaKey || e.altKey) return
    const p = tombolPutusan[e.key.toLowerCase()]
    const langkah = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0
    if (langkah !== 0) ke(i + langkah)
    else if (p && boleh) pilih(b, p)
    else if (e.key.toLowerCase() === 'c' && boleh)
      setTerbuka({ usulanId: b.usulanId, putusan: b.putusan ?? 'setuju' })
    else return
    e.preventDefault()
  }
  if (baris.length === 0)
    return (
      <Section>
        <Empty judul={t('putusanKosong')} />
      </Section>
    )
  return (
    <Section judul={t('putusan')} keterangan={boleh ? t('tombolKunci') : null} rapat>
      <Group px={{ base: 16, sm: 24 }} pb="xs">
        <Text size="sm" fw={550} role="status">
          {t('rangkum', { ...n, tidak: n.tidak_setuju })}
        </Text>
      </Group>
      <ol className={classes.daftar} ref={daftar} aria-label={t('daftarPutusan')}>
        {baris.map((b, i) => (
          <BarisPutusan
            key={b.usulanId}
            b={b}
            kini={i === kini}
            boleh={boleh}
            hadir={hadir}
            terbuka={terbuka?.usulanId === b.usulanId ? terbuka.putusan : null}
            onFokus={() => setKini(i)}
            onTombol={(e) => tombol(e, b, i)}
            onPilih={(p) => pilih(b, p)}
            onBuka={(p) => setTerbuka({ usulanId: b.usulanId, putusan: p })}
            onUrung={() => {
              setTerbuka(null)
              ke(i)
            }}
            onPutuskan={(p, alasan, catatan) => putuskan(b, p, alasan, catatan)}
            onKerabat={(orang, ya) =>
              kotak.hadir(
                {
                  unsurTidakAda:
                    kotak.menunggu.findLast((k) => k.jenis === 'hadir')?.isi.unsurTidakAda ??
                    rapat.unsurTidakAda,
                  hadir: hadir.map(({ terhubung: _, ...h }) =>
                    h.id === orang
                      ? {
                          ...h,
                          kerabat: [
                            ...h.kerabat.filter((id) => id !== b.usulanId),
                            ...(ya ? [b.usulanId] : []),
                          ],
                        }
                      : h,
                  ),
                },
                rapat.versi,
              )
            }
          />
        ))}
      </ol>
    </Section>
  )
}
