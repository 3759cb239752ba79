/** A frame to sign in, with a finger, a pen or the mouse; and a signature shown again. */
import { Button, Group, Text } from '@mantine/core'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import {
  goresanDari,
  LEBAR_GORESAN,
  TINGGI_GORESAN,
  type Titik,
} from '#domain/musyawarah/goresan.ts'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#web/musyawarah/goresan.module.css'
import { teksTanda } from '#web/musyawarah/teks-tanda.ts'

/** Points nearer than this to the one before are left out: a path stays short. */
const RAPAT = 3
/** Longest path that is taken. */
const TERPANJANG = 20_000

const jauh = (a: Titik | undefined, b: Titik): boolean =>
  a === undefined || Math.hypot(a.x - b.x, a.y - b.y) >= RAPAT

type Props = { label: string; onUbah: (jalur: string) => void }

/** Gives the path of what was drawn, '' while there is nothing. */
export function Goresan({ label, onUbah }: Props) {
  const t = useTeks(teksTanda)
  const id = useId()
  const kanvas = useRef<HTMLCanvasElement>(null)
  const coretan = useRef<Titik[][]>([])
  const [ada, setAda] = useState(false)
  useEffect(() => {
    const pena = kanvas.current?.getContext('2d')
    if (!pena) return
    pena.lineWidth = 4
    pena.lineCap = 'round'
    pena.lineJoin = 'round'
  }, [])
  const titikDi = (e: PointerEvent<HTMLCanvasElement>): Titik => {
    const kotak = e.currentTarget.getBoundingClientRect()
    return {
      x: ((e.clientX - kotak.left) / kotak.width) * LEBAR_GORESAN,
      y: ((e.clientY - kotak.top) / kotak.height) * TINGGI_GORESAN,
    }
  }
  const mulai = (e: PointerEvent<HTMLCanvasElement>) => {
    e.currentTarget.setPointerCapture(e.pointerId)
    coretan.current.push([titikDi(e)])
  }
  const jalan = (e: PointerEvent<HTMLCanvasElement>) => {
    const garis = coretan.current.at(-1)
    const sebelum = garis?.at(-1)
    const pena = kanvas.current?.getContext('2d')
    if (e.buttons === 0 || !garis || !pena) return
    const kini = titikDi(e)
    if (!sebelum || !jauh(sebelum, kini)) return
    garis.push(kini)
    pena.beginPath()
    pena.moveTo(sebelum.x, sebelum.y)
    pena.lineTo(kini.x, kini.y)
    pena.stroke()
  }
  const selesai = () => {
    const jalur = goresanDari(coretan.current)
    if (jalur.length > TERPANJANG) return hapus()
    setAda(jalur !== '')
    onUbah(jalur)
  }
  const hapus = () => {
    coretan.current = []
    kanvas.current?.getContext('2d')?.clearRect(0, 0, LEBAR_GORESAN, TINGGI_GORESAN)
    setAda(false)
    onUbah('')
  }
  return (
    <div>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <canvas
        ref={kanvas}
        role="img"
        aria-labelledby={id}
        width={LEBAR_GORESAN}
        height={TINGGI_GORESAN}
        className={classes.kanvas}
        onPointerDown={mulai}
        onPointerMove={jalan}
        onPointerUp={selesai}
        onPointerCancel={selesai}
      />
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" variant="default" disabled={!ada} onClick={hapus}>
          {t('ulangi')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('goresIsi')} {t('goresPapan')}
        </Text>
      </Group>
    </div>
  )
}

/** A signature as it was drawn. */
export function GambarGoresan({ jalur, nama }: { jalur: string; nama: string }) {
  const t = useTeks(teksTanda)
  return (
    <svg
      viewBox={`0 0 ${LEBAR_GORESAN} ${TINGGI_GORESAN}`}
      role="img"
      aria-label={t('gores', { nama })}
      className={classes.gambar}
    >
      <path d={jalur} fill="none" stroke="currentColor" strokeWidth={4} strokeLinecap="round" />
    </svg>
  )
}
