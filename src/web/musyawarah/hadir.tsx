/** Who was invited and is there, by element; institutions that the village lacks; quorum as a warning. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { newCommandId } from '#web/api.ts'
import { BarisOrang, type Orang, salahOrang } from '#web/musyawarah/orang.tsx'
import classes from '#web/musyawarah/rapat.module.css'
import { hadirKini } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import type { IsiHadir, Rapat } from '#web/musyawarah/simpanan.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'

export function DaftarHadir({ rapat, kotak }: PropsRapat) {
  const menunggu = kotak.menunggu.findLast((k) => k.jenis === 'hadir')
  const kunci = menunggu?.id ?? JSON.stringify([rapat.hadir, rapat.unsurTidakAda])
  return (
    <Stack gap="md">
      <Kuorum rapat={rapat} menunggu={menunggu !== undefined} />
      <Isian
        key={kunci}
        rapat={rapat}
        awal={hadirKini(rapat, kotak.menunggu)}
        tidakAda={menunggu?.isi.unsurTidakAda ?? rapat.unsurTidakAda}
        onSimpan={(isi) => kotak.hadir(isi, rapat.versi)}
      />
    </Stack>
  )
}

function Kuorum({ rapat, menunggu }: { rapat: Rapat; menunggu: boolean }) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  const k = rapat.kuorum
  if (menunggu) return <Notice nada="info" judul={t('kuorumNanti')} />
  const isi = {
    orang: k.orang,
    perlu: k.orangPerlu,
    ada: k.unsurHadir,
    harap: k.unsurDiharapkan,
  }
  const kurang = k.kurang.flatMap((kode) => {
    const unsur = rapat.unsur.find((u) => u.kode === kode)
    return unsur ? [label(unsur.label)] : []
  })
  return (
    <Notice
      nada={k.terpenuhi ? 'baik' : 'perhatian'}
      judul={t(k.terpenuhi ? 'kuorumCukup' : 'kuorumKurang', isi)}
    >
      <Text size="sm">
        {[
          ...(kurang.length > 0 ? [t('unsurKurang', { unsur: kurang.join(', ') })] : []),
          ...(k.terpenuhi ? [] : [t('kuorumKurangIsi')]),
        ].join(' ')}
      </Text>
    </Notice>
  )
}

type IsianProps = {
  rapat: Rapat
  awal: Rapat['hadir']
  tidakAda: readonly string[]
  onSimpan: (isi: IsiHadir) => void
}

function Isian({ rapat, awal, tidakAda, onSimpan }: IsianProps) {
  const t = useTeks(teksRapat)
  const [orang, setOrang] = useState<readonly Orang[]>(() => awal.map((h) => ({ ...h, nomor: '' })))
  const [lembaga, setLembaga] = useState<ReadonlySet<string>>(() => new Set(tidakAda))
  const [kotor, setKotor] = useState(false)
  const [dicoba, setDicoba] = useState(false)
  const boleh = rapat.bolehUbah && (rapat.status === 'disiapkan' || rapat.status === 'selesai')
  const ganti = (baru: readonly Orang[]) => {
    setOrang(baru)
    setKotor(true)
  }
  const tambah = () =>
    ganti([
      ...orang,
      {
        id: newCommandId(),
        nama: '',
        unsur: rapat.unsur[0]?.kode ?? 'lain',
        jabatan: null,
        rt: null,
        diundang: true,
        hadir: true,
        kerabat: [],
        terhubung: false,
        nomor: '',
      },
    ])
  const simpan = () => {
    setDicoba(true)
    if (orang.some((o) => salahOrang(o) !== null)) return
    onSimpan({
      unsurTidakAda: [...lembaga],
      hadir: orang.map(({ terhubung: _, nomor, ...o }) => ({
        ...o,
        nama: o.nama.trim(),
        jabatan: o.jabatan?.trim() || null,
        ...(nomor ? { nomor } : {}),
      })),
    })
  }
  return (
    <Section judul={t('hadir')} keterangan={boleh ? t('hadirIsi') : null}>
      <Stack gap="md">
        {orang.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('hadirKosong')}
          </Text>
        ) : (
          <div>
            <div className={classes.kepalaOrang} aria-hidden>
              <span />
              <span>{t('nama')}</span>
              <span>{t('unsur')}</span>
              <span>{t('jabatan')}</span>
              <span>{t('nomorDiri')}</span>
              <span />
            </div>
            <ul className={classes.daftar}>
              {orang.map((o, i) => (
                <BarisOrang
                  key={o.id}
                  o={o}
                  unsur={rapat.unsur}
                  mati={!boleh}
                  dicoba={dicoba}
                  baru={kotor && i === orang.length - 1 && o.nama === ''}
                  onUbah={(baru) => ganti(orang.map((x) => (x.id === o.id ? baru : x)))}
                  onBuang={() => ganti(orang.filter((x) => x.id !== o.id))}
                />
              ))}
            </ul>
          </div>
        )}
        {boleh ? (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={tambah}
            >
              {t('tambahOrang')}
            </Button>
          </Group>
        ) : null}
        <Lembaga
          rapat={rapat}
          dipilih={lembaga}
          mati={!boleh}
          onUbah={(baru) => {
            setLembaga(baru)
            setKotor(true)
          }}
        />
        {boleh ? (
          <Group gap="sm">
            <Button onClick={simpan} disabled={!kotor}>
              {t('simpanHadir')}
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {kotor ? t('belumDisimpan') : ''}
            </Text>
          </Group>
        ) : null}
      </Stack>
    </Section>
  )
}

type LembagaProps = {
  rapat: Rapat
  dipilih: ReadonlySet<string>
  mati: boolean
  onUbah: (baru: ReadonlySet<string>) => void
}

function Lembaga({ rapat, dipilih, mati, onUbah }: LembagaProps) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  const bisa = rapat.unsur.filter((u) => u.mungkinTidakAda && u.diharapkan)
  return (
    <Checkbox.Group
      label={t('lembaga')}
      description={t('lembagaIsi')}
      value={[...dipilih]}
      onChange={(v) => onUbah(new Set(v))}
    >
      <Group gap="md" mt="xs">
        {bisa.map((u) => (
          <Checkbox key={u.kode} value={u.kode} label={label(u.label)} disabled={mati} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
