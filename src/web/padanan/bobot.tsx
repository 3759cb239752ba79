/** The chart of weights: for each answer a bar to the right (speaks for one person) or to the left (against it). */
import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { takUrut } from '#domain/padanan/urutan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { ScrollRegion } from '#ui/scroll-region.tsx'
import { Section } from '#ui/section.tsx'
import classes from '#web/padanan/bobot.module.css'
import type { SatuJalan } from '#web/padanan/satu.tsx'
import { teksPadanan } from '#web/padanan/teks.ts'

type Taksiran = NonNullable<SatuJalan['taksiran']>

export function BobotJalan({ j }: { j: SatuJalan }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const { taksiran } = j
  if (!taksiran)
    return (
      <Section judul={t('bobot')}>
        <Text size="sm" c="dimmed">
          {t('belumBobot')}
        </Text>
      </Section>
    )
  const bagian = j.daftarBagian.find((b) => b.nomor === taksiran.nomor)
  const asal =
    taksiran.dariNomor === null
      ? null
      : taksiran.dariNomor === 0
        ? t('bobotSebelum')
        : t('bobotDari', { n: taksiran.dariNomor })
  const isi = t('bobotIsi', {
    n: f.angka(bagian?.rekaman ?? 0),
    putaran: f.angka(taksiran.putaran),
    gerak: f.desimal(taksiran.gerak, 6),
  })
  return (
    <Section
      judul={bagian ? `${t('bobot')} · ${bagian.namaWilayah}` : t('bobot')}
      keterangan={
        <>
          {asal ?? isi}{' '}
          {t('ambang', { padan: bit(f, j.ambang.padan), periksa: bit(f, j.ambang.periksa) })}{' '}
          {t('sidik', { sidik: j.sidikKebijakan })}
        </>
      }
    >
      <Bagan taksiran={taksiran} />
    </Section>
  )
}

type Format = ReturnType<typeof useFormat>

/** Bits with their sign, one decimal; a true minus. */
function bit(f: Format, n: number): string {
  const angka = f.desimal(Math.abs(n), 1)
  return n < -0.05 ? `−${angka}` : n > 0.05 ? `+${angka}` : angka
}

/** A probability: small ones as one in so many. */
const peluang = (f: Format, p: number): string =>
  p === 0 || p >= 0.001 ? f.persen(p, 1) : `1 : ${f.angka(Math.round(1 / p))}`

function Bagan({ taksiran }: { taksiran: Taksiran }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const label = useLabel()
  const [lapis, setLapis] = useState(0)
  const semua = taksiran.banding.flatMap((b) => b.tingkat.map((x) => Math.abs(x.bobot[lapis] ?? 0)))
  const skala = Math.max(Math.abs(taksiran.bitAwal), ...semua, 1)
  const naik = taksiran.banding.map(
    (b) => new Set(takUrut(b.tingkat.map((x) => ({ ...x, bobot: x.bobot[lapis] ?? 0 })))),
  )
  const disebut = taksiran.banding.flatMap((b, k) =>
    [...(naik[k] ?? [])].map((i) => {
      const tingkat = b.tingkat[i]
      return `${label(b.label)}: ${tingkat ? label(tingkat.label) : ''}`
    }),
  )
  return (
    <>
      {taksiran.lapisan.length > 1 ? (
        <NativeSelect
          label={t('lapisan')}
          value={String(lapis)}
          onChange={(e) => setLapis(Number(e.currentTarget.value))}
          data={taksiran.lapisan.map((l, i) => ({ value: String(i), label: label(l) }))}
          maw={320}
          mb="md"
        />
      ) : null}
      {disebut.length > 0 ? (
        <Notice nada="perhatian" judul={t('takUrut')}>
          <Text size="sm">{t('takUrutIsi', { daftar: disebut.join('; ') })}</Text>
        </Notice>
      ) : null}
      <ScrollRegion label={t('bobot')}>
        <table className={classes.tabel}>
          <caption className={classes.caption}>{t('bobot')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('jawaban')}</th>
              <th scope="col" className={classes.sumbu} aria-hidden>
                <span>−</span>
                <span>0</span>
                <span>+</span>
              </th>
              <th scope="col" className={classes.angka}>
                {t('bit')}
              </th>
              <th scope="col" className={classes.rincian}>
                {t('m')}
              </th>
              <th scope="col" className={classes.rincian}>
                {t('u')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Baris nama={t('awal')} bobot={taksiran.bitAwal} skala={skala} m="" u="" />
          </tbody>
          {taksiran.banding.map((b, k) => (
            <tbody key={b.nama}>
              <tr>
                <th scope="rowgroup" colSpan={5} className={classes.kelompok}>
                  {label(b.label)}
                </th>
              </tr>
              {b.tingkat.map((x, i) => (
                <Baris
                  // The levels of a comparison stand in their order, and two may bear one label.
                  key={`${b.nama} ${i.toString()}`}
                  nama={
                    x.netral
                      ? `${label(x.label)} (${t('netral')})`
                      : naik[k]?.has(i)
                        ? `${label(x.label)} (${t('naik')})`
                        : label(x.label)
                  }
                  bobot={x.bobot[lapis] ?? 0}
                  skala={skala}
                  m={peluang(f, x.m)}
                  u={peluang(f, x.u[lapis] ?? 0)}
                />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </>
  )
}

type BarisProps = { nama: string; bobot: number; skala: number; m: string; u: string }

function Baris({ nama, bobot, skala, m, u }: BarisProps) {
  const f = useFormat()
  const lebar = `${(50 * Math.abs(bobot)) / skala}%`
  return (
    <tr>
      <th scope="row">{nama}</th>
      <td className={classes.bidang} aria-hidden>
        <span
          className={classes.batang}
          data-arah={bobot < 0 ? 'kiri' : 'kanan'}
          style={{ width: lebar }}
        />
      </td>
      <td className={classes.angka}>{bit(f, bobot)}</td>
      <td className={classes.rincian}>{m}</td>
      <td className={classes.rincian}>{u}</td>
    </tr>
  )
}
