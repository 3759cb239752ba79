/** The main menu: one entry per concept, the current one marked for eyes and readers. */
import {
  IconArrowsExchange,
  IconCalendarDue,
  IconCalendarStats,
  IconCertificate,
  IconChartBar,
  IconDeviceMobile,
  IconFileImport,
  IconHeadset,
  IconHome,
  IconId,
  IconInbox,
  IconListSearch,
  IconMailForward,
  IconMap2,
  IconMapSearch,
  IconMessages,
  IconReplace,
  IconReportAnalytics,
  IconScale,
  IconSend,
  IconShieldHalf,
  IconSpeakerphone,
  IconUrgent,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import {
  pembacaDaftar,
  pembacaKeluarga,
  pembacaMusyawarah,
  pembacaPemberitahuan,
  pembacaPeringkat,
  pembacaRekap,
  pencariJejak,
  penentu,
  pengaturKop,
  pengelola,
  pengimpor,
  petugasLoket,
} from '#contract/peran.ts'
import { pemberi } from '#domain/pengguna/wewenang.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useTugas } from '#web/pengguna/tugas.ts'
import classes from '#web/shell/navigasi.module.css'
import { teksShell } from '#web/shell/teks.ts'

const butir = [
  { to: '/', kunci: 'beranda', Ikon: IconHome },
  { to: '/keluarga', kunci: 'keluarga', Ikon: IconUsersGroup },
  { to: '/loket', kunci: 'loket', Ikon: IconHeadset },
  { to: '/usulan', kunci: 'usulan', Ikon: IconInbox },
  { to: '/musyawarah', kunci: 'musyawarah', Ikon: IconMessages },
  { to: '/pindah', kunci: 'pindah', Ikon: IconArrowsExchange },
  { to: '/tanpa-nik', kunci: 'tanpaNik', Ikon: IconId },
  { to: '/keadaan-khusus', kunci: 'keadaanKhusus', Ikon: IconUrgent },
  { to: '/kunjungan', kunci: 'kunjungan', Ikon: IconMapSearch },
  { to: '/impor', kunci: 'impor', Ikon: IconFileImport },
  { to: '/peringkat', kunci: 'peringkat', Ikon: IconChartBar },
  { to: '/kuota', kunci: 'kuota', Ikon: IconScale },
  { to: '/triwulan', kunci: 'triwulan', Ikon: IconCalendarStats },
  { to: '/pemberitahuan', kunci: 'pemberitahuan', Ikon: IconMailForward },
  { to: '/rekap', kunci: 'rekap', Ikon: IconReportAnalytics },
  { to: '/pengumuman', kunci: 'pengumuman', Ikon: IconSpeakerphone },
  { to: '/kiriman', kunci: 'kiriman', Ikon: IconSend },
  { to: '/perubahan', kunci: 'perubahan', Ikon: IconReplace },
  { to: '/kalender', kunci: 'kalender', Ikon: IconCalendarDue },
  { to: '/pengaman', kunci: 'pengaman', Ikon: IconShieldHalf },
  { to: '/wilayah', kunci: 'wilayah', Ikon: IconMap2 },
  { to: '/pengguna', kunci: 'pengguna', Ikon: IconUserShield },
  { to: '/log', kunci: 'log', Ikon: IconListSearch },
  { to: '/kop', kunci: 'kop', Ikon: IconCertificate },
  { to: '/perangkat', kunci: 'perangkat', Ikon: IconDeviceMobile },
] as const

/** Entries that only some roles have a use for. */
const hanya: Partial<Record<(typeof butir)[number]['to'], readonly string[]>> = {
  '/keluarga': pembacaKeluarga,
  '/loket': petugasLoket,
  '/usulan': pembacaKeluarga,
  '/musyawarah': pembacaMusyawarah,
  '/impor': pengimpor,
  '/peringkat': pembacaPeringkat,
  '/kuota': pembacaDaftar,
  '/triwulan': penentu,
  '/pemberitahuan': pembacaPemberitahuan,
  '/rekap': pembacaRekap,
  '/pengumuman': pembacaPemberitahuan,
  '/kiriman': [...penentu, 'auditor'],
  '/perubahan': pembacaKeluarga,
  '/pindah': pengelola,
  '/keadaan-khusus': pengelola,
  '/tanpa-nik': pengelola,
  '/pengaman': pengelola,
  '/pengguna': pemberi,
  '/log': pencariJejak,
  '/kop': pengaturKop,
  '/perangkat': ['operator_desa', 'lurah', 'administrator'],
}

export function Navigasi({ onPilih }: { onPilih?: () => void }) {
  const t = useTeks(teksShell)
  const tugas = useTugas()
  const sesi = useSesi()
  return (
    <nav aria-label={t('menu')} className={classes.nav}>
      <ul className={classes.daftar}>
        {butir
          .filter(({ to }) => hanya[to]?.includes(sesi.peran) ?? true)
          .map(({ to, kunci, Ikon }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                className={classes.butir}
                {...(onPilih ? { onClick: onPilih } : {})}
              >
                <Ikon size={18} stroke={1.7} aria-hidden />
                {t(kunci)}
              </Link>
            </li>
          ))}
      </ul>
      <div className={classes.kaki}>
        <span className={classes.wilayah}>{sesi.wilayah.nama}</span>
        <span>{tugas.peran(sesi)}</span>
        {sesi.demo ? (
          <span className={classes.contoh} title={t('contohIsi')}>
            {t('contoh')}
          </span>
        ) : null}
      </div>
    </nav>
  )
}
