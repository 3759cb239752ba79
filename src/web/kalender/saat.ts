/** A deadline in words, in the zone of the rule and in that of the reader. */
import { tambahHari, tenggatDi } from '#domain/kalender/waktu.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { teksKalender } from '#web/kalender/teks.ts'

export type ZonaTampil = { kode: string; menit: number }

/** "17 Agt 2026 pukul 24.00 WIB"; `di` adds "= 18 Agt 2026 pukul 01.00 WITA" where the clocks differ. */
export function useSaat() {
  const t = useTeks(teksKalender)
  const f = useFormat()
  const kata = (kunci: 'saat' | 'diSini', iso: string, zona: ZonaTampil): string => {
    const { hari, jam } = tenggatDi(Date.parse(iso), zona.menit)
    return t(kunci, { hari: f.tanggalPendek(hari), jam: jam.replace(':', '.'), zona: zona.kode })
  }
  return {
    saat: (iso: string, zona: ZonaTampil): string => kata('saat', iso, zona),
    di: (iso: string, aturan: ZonaTampil, pembaca: ZonaTampil): string | null =>
      aturan.menit === pembaca.menit ? null : kata('diSini', iso, pembaca),
    /** The last day before a half-open end. */
    hariTerakhir: (selesai: string): string => f.tanggalPendek(tambahHari(selesai, -1)),
  }
}
