/** What a proposal says, in words: why, where, who, the answers by the dictionary, what is corrected. */
import { Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import { umurPada } from '#domain/individu/umur.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { masked, nomorRt, useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { namaSumber } from '#web/keluarga/program.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { RingkasPeristiwa } from '#web/peristiwa/ringkas.tsx'
import { TabelBanding } from '#web/usulan/banding.tsx'
import { type JawabanUnit, type Kamus, useKamus, useKataJawaban } from '#web/usulan/kamus.ts'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

export function IsiUsulan({ u }: { u: SatuUsulan }) {
  const kueri = useKamus()
  return (
    <>
      {u.isi.peristiwa ? <RingkasPeristiwa u={u} p={u.isi.peristiwa} /> : null}
      <Pokok u={u} />
      {Object.keys(u.isi.perbaikan ?? {}).length > 0 ? <Perbaikan u={u} /> : null}
      <Tampil kueri={kueri}>
        {(kamus) => (
          <Stack gap="lg">
            {(u.isi.anggota ?? []).length > 0 ? <Anggota u={u} kamus={kamus} /> : null}
            <Jawaban kamus={kamus} unit="ruta" isi={u.isi.jawabanRuta} />
            <Jawaban kamus={kamus} unit="keluarga" isi={u.isi.jawabanKeluarga} />
            {(u.isi.anggota ?? []).map((a, i) => (
              <Jawaban
                // Members have no id before they are registered; their order is theirs.
                key={a.id ?? `${i}-${a.nama}`}
                kamus={kamus}
                unit="individu"
                isi={a.jawaban}
                nama={a.nama ?? ''}
              />
            ))}
          </Stack>
        )}
      </Tampil>
    </>
  )
}

function Pokok({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const f = useFormat()
  const label = useLabel()
  const { isi } = u
  const baru = jenisUsulan[u.jenis].subjek === 'baru'
  const ada = (id: string, judul: string, nilai: string | null | undefined, selalu = false) =>
    nilai || selalu ? [{ id, label: judul, nilai: nilai || t('kosong'), redup: !nilai }] : []
  return (
    <Section judul={t('isi')}>
      <Pairs
        isi={[
          ...ada('alasan', t('alasan'), isi.alasan, u.jalur === 'usulan'),
          ...ada(
            'beda',
            t('dariBeda'),
            isi.beda
              ? t('dariBedaIsi', {
                  sumber: namaSumber(isi.beda.sumber),
                  tanggal: f.tanggal(isi.beda.tanggal),
                })
              : null,
          ),
          ...ada('alamat', t('alamat'), isi.alamat, baru),
          ...ada('rt', t('rtRw'), `${nomorRt(u.rt)} / ${nomorRt(isi.rw ?? null)}`),
          ...ada('kk', t('nomorKk'), isi.nomorKk ? masked(isi.nomorKk) : null, baru),
          ...ada('telepon', t('telepon'), isi.telepon),
          ...ada('tidak-padan', t('tidakPadan'), isi.alasanTidakPadan),
          ...ada(
            'dokumen',
            t('dokumen'),
            isi.dokumen
              ? [
                  t('dokumenIsi', {
                    jenis: isi.dokumen.jenis,
                    nomor: isi.dokumen.nomor ?? '',
                  }).trim(),
                  isi.dokumen.tanggal ? f.tanggal(isi.dokumen.tanggal) : null,
                ]
                  .filter(Boolean)
                  .join(', ')
              : null,
            u.jalur === 'identitas',
          ),
          ...ada(
            'pengusul',
            t('pengusul'),
            [u.pengusul.nama, u.pengusul.peran ? label(u.pengusul.peran) : null]
              .filter(Boolean)
              .join(', '),
          ),
          ...ada('dibuat', t('dibuat'), f.waktu(u.dibuatPada)),
          ...ada('periode', t('periode'), u.periode),
          ...ada(
            'kunjungan',
            t('kunjungan'),
            u.kunjunganPada
              ? f.tanggal(u.kunjunganPada)
              : u.jalur === 'usulan'
                ? t('belumKunjungan')
                : null,
          ),
        ]}
      />
    </Section>
  )
}

function Perbaikan({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  return (
    <Section judul={t('perbaikan')} rapat>
      <TabelBanding u={u} judul={t('perbaikan')} kiri={t('semula')} kanan={t('menjadi')} />
    </Section>
  )
}

type AnggotaUsulan = NonNullable<SatuUsulan['isi']['anggota']>[number]

function Anggota({ u, kamus }: { u: SatuUsulan; kamus: Kamus }) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const { hariIni } = useSesi()
  const baris = (u.isi.anggota ?? []).map((a, nomor) => ({ ...a, nomor }))
  const kolom = useMemo<Kolom<AnggotaUsulan>[]>(() => {
    const hubungan = kamus.daftar.hubungan?.pilihan ?? []
    return [
      { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (a) => a.nama || t('kosong') },
      {
        id: 'hubungan',
        judul: t('hubungan'),
        isi: (a) => {
          const h = hubungan.find((p) => p.kode === a.hubungan)
          return h ? label(h.label) : '–'
        },
      },
      {
        id: 'jk',
        judul: t('jk'),
        isi: (a) => (a.jenisKelamin ? t(a.jenisKelamin === 2 ? 'perempuan' : 'laki') : '–'),
      },
      {
        id: 'umur',
        judul: t('umur'),
        padat: true,
        isi: (a) => {
          const n = umurPada(
            { tanggalLahir: a.tanggalLahir ?? null, umurTercatat: null, umurTanggal: null },
            hariIni,
          )
          return n === null ? '–' : t('tahun', { n })
        },
      },
      {
        id: 'nik',
        judul: t('nik'),
        isi: (a) =>
          a.nik ? (
            <span className="angka">{masked(a.nik)}</span>
          ) : (
            <Text size="sm" c="dimmed" span>
              {a.alasanTanpaNik ? t('tanpaNik', { sebab: a.alasanTanpaNik }) : t('nikKosong')}
            </Text>
          ),
      },
    ]
  }, [t, label, kamus, hariIni])
  return (
    <Section judul={t('anggota')} rapat>
      <DataTable
        caption={t('anggota')}
        kolom={kolom}
        baris={baris}
        kunci={(a) => String(baris.indexOf(a))}
      />
    </Section>
  )
}

type JawabanProps = {
  kamus: Kamus
  unit: 'ruta' | 'keluarga' | 'individu'
  isi: JawabanUnit | undefined
  nama?: string
}

/** Answers by section, in the order in which they are asked. */
function Jawaban({ kamus, unit, isi, nama }: JawabanProps) {
  const t = useTeks(teksUsulanSatu)
  const label = useLabel()
  const kata = useKataJawaban(kamus)
  if (!isi || Object.keys(isi).length === 0) return null
  return (
    <>
      {kamus.bagian
        .filter((b) => b.unit === unit)
        .map((b) => ({ b, ada: b.variabel.filter((v) => isi[v.nama] !== undefined) }))
        .filter(({ ada }) => ada.length > 0)
        .map(({ b, ada }) => (
          <Section
            key={b.judul.id}
            judul={
              nama === undefined
                ? t('jawaban', { bagian: label(b.judul) })
                : t('jawabanOrang', { bagian: label(b.judul), nama })
            }
          >
            <Pairs
              isi={ada.map((v) => ({
                id: v.nama,
                label: label(v.label),
                nilai: kata(v, isi[v.nama] ?? null),
              }))}
            />
          </Section>
        ))}
    </>
  )
}
