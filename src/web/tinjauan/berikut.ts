/** The way on in the queue: to the next pair that waits, or to the queue where none is left. */
import { useNavigate } from '@tanstack/react-router'
import { call } from '#web/api.ts'

export function useBerikut(): (ini: string) => Promise<void> {
  const pergi = useNavigate()
  return async (ini) => {
    const { pasangan } = await call('padanan.antrean', { batas: 2 }, {})
    const berikut = pasangan.find((p) => p.id !== ini)
    if (berikut)
      await pergi({
        to: '/tinjauan/$kab/$id',
        params: { kab: String(berikut.kab), id: berikut.id },
      })
    else await pergi({ to: '/tinjauan' })
  }
}
