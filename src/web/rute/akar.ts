/** The root of all addresses: the gate that asks who is there. */
import { createRootRoute } from '@tanstack/react-router'
import { Gerbang } from '#web/shell/gerbang.tsx'
import { TidakDitemukan } from '#web/shell/tidak-ditemukan.tsx'

export const akar = createRootRoute({ component: Gerbang, notFoundComponent: TidakDitemukan })
export const di = () => akar
