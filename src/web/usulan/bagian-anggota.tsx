/** The members of a proposed family, one block each: name, relation, NIK or why none, birth. */
import { Button, Group, NativeSelect, Radio, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { parseNik } from '#domain/individu/nik.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import type { Kamus } from '#web/usulan/kamus.ts'
import { Kembar } from '#web/usulan/kembar.tsx'
import classes from '#web/usulan/lengkap.module.css'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import type { IsiUsulan } from '#web/usulan/simpanan.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

export type Anggota = NonNullable<IsiUsulan['anggota']>[number]

/** The largest number of members that one proposal holds. */
const TERBANYAK = 40

/** A proposal begins with its head, named as the proposal is. */
export const anggotaOf = (draf: Draf): readonly Anggota[] =>
  draf.isian.isi.anggota ?? [{ hubungan: 1, nama: draf.isian.nama }]

export function BagianAnggota({ draf, kamus }: { draf: Draf; kamus: Kamus }) {
  const t = useTeks(teksIsian)
  const anggota = anggotaOf(draf)
  const ganti = (nomor: number, baru: Partial<Anggota>) =>
    draf.isi({
      anggota: anggota.map((a, i) => {
        if (i !== nomor) return a
        const jadi: Anggota = { ...a, ...baru }
        return jadi
      }),
    })
  return (
    <>
      {anggota.map((a, i) => (
        <Satu
          // Members have no id before they are registered; their order is theirs.
          key={a.id ?? `anggota-${i}`}
          nomor={i}
          a={a}
          draf={draf}
          kamus={kamus}
          onUbah={(baru) => ganti(i, baru)}
          onHapus={
            anggota.length > 1
              ? () => draf.isi({ anggota: anggota.filter((_, n) => n !== i) })
              : null
          }
        />
      ))}
      {anggota.length < TERBANYAK ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => draf.isi({ anggota: [...anggota, {}] })}
        >
          {t('tambahOrang')}
        </Button>
      ) : null}
    </>
  )
}

type SatuProps = {
  nomor: number
  a: Anggota
  draf: Draf
  kamus: Kamus
  onUbah: (baru: Partial<Anggota>) => void
  onHapus: (() => void) | null
}

const teks = (s: string) => (s === '' ? undefined : s)

function Satu({ nomor, a, draf, kamus, onUbah, onHapus }: SatuProps) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const galat = useGalatNik(a)
  const pilihan = (nama: string) => kamus.daftar[nama]?.pilihan ?? []
  const siapa = a.nama || t('orangKe', { n: nomor + 1 })
  return (
    <fieldset className={classes.orang}>
      <legend>{siapa}</legend>
      <div className={classes.kisi}>
        <TextInput
          label={t('namaAnggota')}
          maxLength={120}
          autoComplete="off"
          value={a.nama ?? ''}
          onChange={(e) => onUbah({ nama: teks(e.currentTarget.value) })}
        />
        <NativeSelect
          label={t('hubungan')}
          value={String(a.hubungan ?? '')}
          onChange={(e) =>
            onUbah({ hubungan: e.currentTarget.value ? Number(e.currentTarget.value) : undefined })
          }
          data={[
            { value: '', label: t('pilih') },
            ...pilihan('hubungan').map((p) => ({ value: String(p.kode), label: label(p.label) })),
          ]}
        />
        <TextInput
          label={t('nik')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={a.nik ?? ''}
          error={galat}
          onChange={(e) => onUbah({ nik: teks(e.currentTarget.value.replaceAll(/\D/g, '')) })}
        />
        {a.nik ? null : (
          <NativeSelect
            label={t('tanpaNik')}
            value={a.alasanTanpaNik ?? ''}
            onChange={(e) => onUbah({ alasanTanpaNik: teks(e.currentTarget.value) })}
            data={[
              { value: '', label: t('pilih') },
              ...pilihan('alasan_tanpa_nik').map((p) => ({
                value: p.label.id,
                label: label(p.label),
              })),
            ]}
          />
        )}
        <Radio.Group
          label={t('jenisKelamin')}
          value={a.jenisKelamin ? String(a.jenisKelamin) : ''}
          onChange={(v) => onUbah({ jenisKelamin: v === '2' ? 2 : 1 })}
        >
          <Group gap="lg" mt="xs">
            <Radio value="1" label={t('laki')} />
            <Radio value="2" label={t('perempuan')} />
          </Group>
        </Radio.Group>
        <TextInput
          type="date"
          label={t('tanggalLahir')}
          value={a.tanggalLahir ?? ''}
          onChange={(e) => onUbah({ tanggalLahir: teks(e.currentTarget.value) })}
        />
        <TextInput
          label={t('tempatLahir')}
          maxLength={60}
          autoComplete="off"
          value={a.tempatLahir ?? ''}
          onChange={(e) => onUbah({ tempatLahir: teks(e.currentTarget.value) })}
        />
        <TextInput
          label={t('namaIbu')}
          maxLength={120}
          autoComplete="off"
          value={a.namaIbu ?? ''}
          onChange={(e) => onUbah({ namaIbu: teks(e.currentTarget.value) })}
        />
        <div className={classes.penuh}>
          <Kembar
            nik={a.nik}
            nama={a.nama}
            tanggalLahir={a.tanggalLahir}
            wilayah={draf.isian.wilayah}
            kecuali={draf.usulan?.id}
          />
        </div>
        {onHapus ? (
          <Group className={classes.penuh}>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={t('hapusOrangTentang', { nama: siapa })}
              onClick={onHapus}
            >
              {t('hapusOrang')}
            </Button>
          </Group>
        ) : null}
      </div>
    </fieldset>
  )
}

/** What is wrong with a NIK as typed; it is kept all the same. */
function useGalatNik(a: Anggota): string | null {
  const t = useTeks(teksIsian)
  if (!a.nik) return null
  const nik = parseNik(a.nik)
  if (!nik.ok) return t('nikSalah', { sebab: t(`nik_${nik.error}`) })
  if (a.jenisKelamin && nik.value.jenisKelamin !== a.jenisKelamin) return t('nikKelamin')
  const { bulan, hari } = nik.value.tanggal
  if (a.tanggalLahir && a.tanggalLahir.slice(5) !== `${dua(bulan)}-${dua(hari)}`)
    return t('nikTanggal')
  return null
}

const dua = (n: number): string => String(n).padStart(2, '0')
