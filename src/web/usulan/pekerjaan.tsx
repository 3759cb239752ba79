/** The part of the work list that proposals make: what waits for this role, how many, one button per line. */

import { penyusunUsulan } from '#contract/peran.ts'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import classes from '#web/beranda/pekerjaan-rumah.module.css'
import { useOp } from '#web/kueri.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { labelAksi, langkahUtama, menungguRapat, punyaMeja } from '#web/usulan/langkah.ts'
import { teksUsulan } from '#web/usulan/teks.ts'

export function PekerjaanUsulan() {
  const { peran } = useSesi()
  return punyaMeja(peran) ? <Daftar peran={peran} /> : null
}

function Daftar({ peran }: { peran: string }) {
  const t = useTeks(teksUsulan)
  const f = useFormat()
  const label = useLabel()
  const kueri = useOp('usulan.rekap', {}, { staleTime: 0 })
  const menyusun = penyusunUsulan.some((p) => p === peran)
  const milik = (kueri.data?.rekap ?? []).filter((r) => r.punyaSaya && r.jumlah > 0)
  if (!kueri.data || (milik.length === 0 && !menyusun)) return null
  const cek = peran === 'operator_desa' && milik.some((r) => r.status === 'diumumkan')
  return (
    <Section
      judul={t('kerja')}
      rapat={milik.length > 0}
      aksi={
        menyusun ? (
          <TombolTautan to="/usulan/isian" search={{ jenis: 'keluarga_baru' }}>
            {t('usulkan')}
          </TombolTautan>
        ) : null
      }
    >
      {milik.length === 0 ? <p className={classes.kosong}>{t('kosongSaya')}</p> : null}
      <ul className={milik.length > 0 ? classes.daftar : undefined} hidden={milik.length === 0}>
        {milik.map((r) => {
          const aksi = langkahUtama(r, peran)
          const status = label(keadaan[r.status].label)
          const tombol = aksi ? label(labelAksi(aksi)) : t('buka')
          return (
            <li key={`${r.jalur} ${r.status}`} className={classes.butir}>
              <span className={classes.jumlah}>{f.angka(r.jumlah)}</span>
              <span className={classes.isi}>
                <span className={classes.judul}>{status}</span>
                <span className={classes.ket}>{t(`jalurIsi_${r.jalur}`)}</span>
              </span>
              {menungguRapat(r, peran) ? (
                <TombolTautan
                  to="/musyawarah"
                  variant="default"
                  size="xs"
                  aria-label={`${t('musyawarahkan')}: ${status}, ${t(`jalur_${r.jalur}`)}`}
                >
                  {t('musyawarahkan')}
                </TombolTautan>
              ) : (
                <TombolTautan
                  to="/usulan"
                  search={{ meja: 'saya', jalur: r.jalur, status: r.status }}
                  variant="default"
                  size="xs"
                  aria-label={`${tombol}: ${status}, ${t(`jalur_${r.jalur}`)}`}
                >
                  {tombol}
                </TombolTautan>
              )}
            </li>
          )
        })}
        {cek ? (
          <li className={classes.butir}>
            <span className={classes.jumlah} />
            <span className={classes.isi}>
              <span className={classes.judul}>{t('cek')}</span>
              <span className={classes.ket}>{t('cekIsi')}</span>
            </span>
            <TombolTautan to="/usulan/cek" variant="default" size="xs">
              {t('cekTombol')}
            </TombolTautan>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}
