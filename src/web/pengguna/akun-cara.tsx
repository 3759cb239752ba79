/** My ways to sign in: password, authenticator, passkeys, paired phones, recovery codes. */
import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { teksUi } from '#ui/teks.ts'
import { queryClient } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pengguna/akun.module.css'
import { type Benda, CabutCara } from '#web/pengguna/cabut-cara.tsx'
import { GantiSandi } from '#web/pengguna/ganti-sandi.tsx'
import { KodeBaru } from '#web/pengguna/kode-baru.tsx'
import { KodePemulihan } from '#web/pengguna/kode-pemulihan.tsx'
import { PasangPasskey } from '#web/pengguna/pasang-passkey.tsx'
import { PasangTotp } from '#web/pengguna/pasang-totp.tsx'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

type Akun = OutputOf<'akun.saya'>
type Dialog = 'sandi' | 'totp' | 'passkey' | 'kode'

const segarkan = () => queryClient.invalidateQueries({ queryKey: ['akun.saya'] })

export function AkunCara({ akun }: { akun: Akun }) {
  const t = useTeks(teksAkun)
  const f = useFormat()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [cabut, setCabut] = useState<Benda | null>(null)
  const [kode, setKode] = useState<readonly string[] | null>(null)
  const [selesai, setSelesai] = useState<string | null>(null)
  const buka = (d: Dialog) => {
    setSelesai(null)
    setDialog(d)
  }
  const tutup = () => {
    setDialog(null)
    void segarkan()
  }
  const terpasang = (pemulihan: readonly string[] | null) => {
    if (pemulihan) setKode(pemulihan)
    else tutup()
  }
  const dipakai = (pada: string | null) =>
    pada ? t('terakhirDipakai', { tanggal: f.tanggal(pada) }) : t('belumDipakai')
  const tombolCabut = (benda: Benda) => (
    <Button variant="default" size="xs" onClick={() => setCabut(benda)}>
      {t('cabut')}
    </Button>
  )
  return (
    <Section judul={t('cara')} keterangan={t('caraIsi')}>
      {selesai ? (
        <Notice nada="baik" role="status">
          {selesai}
        </Notice>
      ) : null}
      <ul className={classes.daftar}>
        <Baris
          judul={t('sandi')}
          isi={
            akun.sandi.digantiPada
              ? t('sandiPada', { tanggal: f.tanggal(akun.sandi.digantiPada) })
              : t('belumAda')
          }
        >
          {akun.sandi.ada ? (
            <Button variant="default" size="xs" onClick={() => buka('sandi')}>
              {t('gantiSandi')}
            </Button>
          ) : null}
        </Baris>
        <Baris
          judul={t('totp')}
          isi={
            akun.totp
              ? t('dipasangPada', { tanggal: f.tanggal(akun.totp.dipasangPada) })
              : t('belumDipasang')
          }
        >
          {akun.totp ? tombolCabut({ jenis: 'totp', id: '', nama: t('totp') }) : null}
          <Button variant="default" size="xs" onClick={() => buka('totp')}>
            {t(akun.totp ? 'pindahPonsel' : 'pasang')}
          </Button>
        </Baris>
        {akun.passkey.map((p) => (
          <Baris
            key={p.id}
            judul={t('passkeyNama', { nama: p.nama })}
            isi={`${t('dipasangPada', { tanggal: f.tanggal(p.dibuatPada) })} · ${dipakai(p.dipakaiPada)}`}
          >
            {tombolCabut({ jenis: 'passkey', id: p.id, nama: p.nama })}
          </Baris>
        ))}
        <Baris judul={t('passkeyTambah')} isi={t('passkeyIsi')}>
          <Button variant="default" size="xs" onClick={() => buka('passkey')}>
            {t('tambah')}
          </Button>
        </Baris>
        {akun.perangkat.map((p) => (
          <Baris
            key={p.id}
            judul={t('ponselNama', { nama: p.nama })}
            isi={`${t('dipasangPada', { tanggal: f.tanggal(p.dibuatPada) })} · ${dipakai(p.dipakaiPada)}`}
          >
            {tombolCabut({ jenis: 'perangkat', id: p.id, nama: p.nama })}
          </Baris>
        ))}
        <Baris
          judul={t('pemulihan')}
          isi={
            akun.pemulihanSisa > 0 ? t('pemulihanSisa', { n: akun.pemulihanSisa }) : t('belumAda')
          }
        >
          <KodeBaru ada={akun.pemulihanSisa > 0} onKode={setKode} />
        </Baris>
      </ul>
      <Dialog judul={t('gantiSandi')} buka={dialog === 'sandi'} onTutup={tutup}>
        <GantiSandi
          aturan={akun.sandi.aturan}
          username={akun.username}
          onBerhasil={() => {
            setSelesai(t('sandiBerhasil'))
            tutup()
          }}
        />
      </Dialog>
      <Dialog judul={t('totp')} buka={dialog === 'totp' && kode === null} onTutup={tutup}>
        <PasangTotp onTerpasang={terpasang} />
      </Dialog>
      <Dialog
        judul={t('passkeyTambah')}
        buka={dialog === 'passkey' && kode === null}
        onTutup={tutup}
      >
        <PasangPasskey onTerpasang={terpasang} />
      </Dialog>
      {kode ? (
        <Modal opened onClose={() => undefined} withCloseButton={false} title={t('pemulihan')}>
          <KodePemulihan
            kode={kode}
            onTersimpan={() => {
              setKode(null)
              tutup()
            }}
          />
        </Modal>
      ) : null}
      <CabutCara
        benda={cabut}
        onTutup={() => {
          setCabut(null)
          void segarkan()
        }}
      />
    </Section>
  )
}

function Baris({ judul, isi, children }: { judul: string; isi: string; children?: ReactNode }) {
  return (
    <li className={classes.baris}>
      <div className={classes.isi}>
        <div className={classes.judul}>{judul}</div>
        <div className={classes.redup}>{isi}</div>
      </div>
      <div className={classes.tombol}>{children}</div>
    </li>
  )
}

type DialogProps = { judul: string; buka: boolean; onTutup: () => void; children: ReactNode }

function Dialog({ judul, buka, onTutup, children }: DialogProps) {
  const ui = useTeks(teksUi)
  return (
    <Modal
      opened={buka}
      onClose={onTutup}
      title={judul}
      size="lg"
      closeButtonProps={{ 'aria-label': ui('tutup') }}
    >
      {children}
    </Modal>
  )
}
