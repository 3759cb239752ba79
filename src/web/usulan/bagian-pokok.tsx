/** Who the family is called by, where it lives, why it is proposed. */
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import classes from '#web/usulan/lengkap.module.css'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

export function BagianPokok({ draf }: { draf: Draf }) {
  const t = useTeks(teksIsian)
  const sesi = useSesi()
  const { isian } = draf
  const { isi } = isian
  /** An empty field is no answer. */
  const teks = (s: string) => (s === '' ? undefined : s)
  return (
    <div className={classes.kisi}>
      <TextInput
        className={classes.penuh}
        maw={480}
        label={t('nama')}
        maxLength={120}
        autoComplete="off"
        value={isian.nama}
        onChange={(e) => draf.ubah({ nama: e.currentTarget.value })}
      />
      {sesi.wilayah.tingkat === 'desa' || draf.usulan ? null : (
        <PilihWilayah
          kode={isian.wilayah || undefined}
          onPilih={(wilayah) => draf.ubah({ wilayah: wilayah ?? 0 })}
        />
      )}
      <NumberInput
        label={t('rt')}
        min={1}
        max={999}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={isian.rt ?? ''}
        onChange={(v) => draf.ubah({ rt: typeof v === 'number' ? v : null })}
      />
      <NumberInput
        label={t('rw')}
        min={1}
        max={999}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={isi.rw ?? ''}
        onChange={(v) => draf.isi({ rw: typeof v === 'number' ? v : undefined })}
      />
      <Textarea
        className={classes.penuh}
        label={t('alamat')}
        description={t('alamatIsi')}
        maxLength={300}
        autosize
        minRows={1}
        value={isi.alamat ?? ''}
        onChange={(e) => draf.isi({ alamat: teks(e.currentTarget.value) })}
      />
      <Textarea
        className={classes.penuh}
        label={t('alasan')}
        maxLength={1000}
        autosize
        minRows={2}
        value={isi.alasan ?? ''}
        onChange={(e) => draf.isi({ alasan: teks(e.currentTarget.value) })}
      />
      <TextInput
        label={t('nomorKk')}
        description={t('nomorKkIsi')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={isi.nomorKk ?? ''}
        onChange={(e) => draf.isi({ nomorKk: teks(e.currentTarget.value.replaceAll(/\D/g, '')) })}
      />
      <TextInput
        label={t('telepon')}
        type="tel"
        autoComplete="off"
        maxLength={25}
        value={isi.telepon ?? ''}
        onChange={(e) => draf.isi({ telepon: teks(e.currentTarget.value) })}
      />
      <Textarea
        className={classes.penuh}
        label={t('tidakPadan')}
        description={t('tidakPadanIsi')}
        maxLength={300}
        autosize
        minRows={1}
        value={isi.alasanTidakPadan ?? ''}
        onChange={(e) => draf.isi({ alasanTidakPadan: teks(e.currentTarget.value) })}
      />
    </div>
  )
}
