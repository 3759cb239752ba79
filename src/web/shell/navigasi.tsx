/** The main menu: one entry per concept, the current one marked for eyes and readers. */
import {
  IconArrowsDiff,
  IconArrowsExchange,
  IconArrowsJoin,
  IconArrowsSplit2,
  IconCalendarDue,
  IconCalendarStats,
  IconCertificate,
  IconChartBar,
  IconDeviceMobile,
  IconFileImport,
  IconGitCompare,
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
  IconSitemap,
  IconSpeakerphone,
  IconUrgent,
  IconUserShield,
  IconUsersGroup,
  IconUsersPlus,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import {
  pembacaDaftar,
  pembacaKeluarga,
  pembacaMusyawarah,
  pembacaPadanan,
  pembacaPemberitahuan,
  pembacaPemekaran,
  pembacaPeringkat,
  pembacaRekap,
  pencariJejak,
  penentu,
  pengaturKop,
  pengelola,
  pengimpor,
  pengusulGabung,
  petugasLoket,
} from '#contract/peran.ts'
import { pemberi } from '#domain/pengguna/wewenang.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { useTugas } from '#web/pengguna/tugas.ts'
import classes from '#web/shell/navigasi.module.css'
import { teksShell } from '#web/shell/teks.ts'

/** Entries by the work they belong to; the first stands alone. */
const bagian = [
  {
    judul: null,
    butir: [{ to: '/', kunci: 'beranda', Ikon: IconHome }],
  },
  {
    judul: 'pelayanan',
    butir: [
      { to: '/keluarga', kunci: 'keluarga', Ikon: IconUsersGroup },
      { to: '/loket', kunci: 'loket', Ikon: IconHeadset },
      { to: '/kunjungan', kunci: 'kunjungan', Ikon: IconMapSearch },
      { to: '/pindah', kunci: 'pindah', Ikon: IconArrowsExchange },
      { to: '/tanpa-nik', kunci: 'tanpaNik', Ikon: IconId },
      { to: '/beda', kunci: 'beda', Ikon: IconGitCompare },
      { to: '/keadaan-khusus', kunci: 'keadaanKhusus', Ikon: IconUrgent },
    ],
  },
  {
    judul: 'bulanan',
    butir: [
      { to: '/usulan', kunci: 'usulan', Ikon: IconInbox },
      { to: '/musyawarah', kunci: 'musyawarah', Ikon: IconMessages },
      { to: '/kiriman', kunci: 'kiriman', Ikon: IconSend },
      { to: '/perubahan', kunci: 'perubahan', Ikon: IconReplace },
      { to: '/rekap', kunci: 'rekap', Ikon: IconReportAnalytics },
      { to: '/kalender', kunci: 'kalender', Ikon: IconCalendarDue },
    ],
  },
  {
    judul: 'penetapan',
    butir: [
      { to: '/peringkat', kunci: 'peringkat', Ikon: IconChartBar },
      { to: '/kuota', kunci: 'kuota', Ikon: IconScale },
      { to: '/triwulan', kunci: 'triwulan', Ikon: IconCalendarStats },
      { to: '/pemberitahuan', kunci: 'pemberitahuan', Ikon: IconMailForward },
      { to: '/pengumuman', kunci: 'pengumuman', Ikon: IconSpeakerphone },
    ],
  },
  {
    judul: 'pengelolaan',
    butir: [
      { to: '/impor', kunci: 'impor', Ikon: IconFileImport },
      { to: '/pemadanan', kunci: 'pemadanan', Ikon: IconUsersPlus },
      { to: '/integrasi', kunci: 'integrasi', Ikon: IconSitemap },
      { to: '/tinjauan', kunci: 'tinjauan', Ikon: IconArrowsDiff },
      { to: '/gabung', kunci: 'gabung', Ikon: IconArrowsJoin },
      { to: '/wilayah', kunci: 'wilayah', Ikon: IconMap2 },
      { to: '/pemekaran', kunci: 'pemekaran', Ikon: IconArrowsSplit2 },
      { to: '/pengaman', kunci: 'pengaman', Ikon: IconShieldHalf },
      { to: '/pengguna', kunci: 'pengguna', Ikon: IconUserShield },
      { to: '/log', kunci: 'log', Ikon: IconListSearch },
      { to: '/kop', kunci: 'kop', Ikon: IconCertificate },
      { to: '/perangkat', kunci: 'perangkat', Ikon: IconDeviceMobile },
    ],
  },
] as const

type Butir = (typeof bagian)[number]['butir'][number]

/** Entries that only some roles have a use for. */
const hanya: Partial<Record<Butir['to'], readonly string[]>> = {
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
  '/pemekaran': pembacaPemekaran,
  '/beda': pengelola,
  '/integrasi': pengelola,
  '/pengaman': pengelola,
  '/pemadanan': pembacaPadanan,
  '/tinjauan': pembacaPadanan,
  '/gabung': pengusulGabung,
  '/pengguna': pemberi,
  '/log': pencariJejak,
  '/kop': pengaturKop,
  '/perangkat': ['operator_desa', 'lurah', 'administrator'],
}

type Props = { onPilih?: () => void }

export function Navigasi({ onPilih }: Props) {
  const t = useTeks(teksShell)
  const tugas = useTugas()
  const sesi = useSesi()
  return (
    <nav aria-label={t('menu')} className={classes.nav}>
      {bagian.map(({ judul, butir }) => {
        const terbuka = butir.filter(({ to }) => hanya[to]?.includes(sesi.peran) ?? true)
        return terbuka.length === 0 ? null : (
          <div key={judul}>
            {judul ? (
              <span id={`menu-${judul}`} className={classes.judul}>
                {t(`bagian_${judul}`)}
              </span>
            ) : null}
            <ul
              className={classes.daftar}
              {...(judul ? { 'aria-labelledby': `menu-${judul}` } : {})}
            >
              {terbuka.map((satu) => (
                <Entri key={satu.to} {...satu} {...(onPilih ? { onPilih } : {})} />
              ))}
            </ul>
          </div>
        )
      })}
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

function Entri({ to, kunci, Ikon, onPilih }: Butir & Props) {
  const t = useTeks(teksShell)
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        className={classes.butir}
        {...(onPilih ? { onClick: onPilih } : {})}
      >
        <Ikon size={18} stroke={1.7} aria-hidden className={classes.ikon} />
        {t(kunci)}
      </Link>
    </li>
  )
}
