/** The purposes there are, and the one of the role worn when nothing is said. */
import { useOp } from '#web/kueri.ts'

export const useDaftarTujuan = () =>
  useOp('jejak.tujuan', {}, { staleTime: Number.POSITIVE_INFINITY })
