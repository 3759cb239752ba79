/** Keys of the keyboard that act on a page, while nobody types into a field. */
import { useEffect, useRef } from 'react'

const mengetik = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

export function useTombol(tombol: Readonly<Record<string, () => void>>): void {
  const terbaru = useRef(tombol)
  terbaru.current = tombol
  useEffect(() => {
    const tekan = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || mengetik(e.target)) return
      const kerjakan = terbaru.current[e.key.toLowerCase()]
      if (!kerjakan) return
      e.preventDefault()
      kerjakan()
    }
    window.addEventListener('keydown', tekan)
    return () => window.removeEventListener('keydown', tekan)
  }, [])
}
