/** A notice with its objection as the contract shows it. */

import {
  bolehBerkeberatan,
  type FaktaPemberitahuan,
  kataBatal,
  keadaanOf,
} from '#domain/keberatan/keadaan.ts'
import { kataTolakPutus, type TolakPutus } from '#domain/keberatan/putus.ts'
import type { Result } from '#domain/result.ts'
import { hariAntara } from '#domain/usulan/hari.ts'
import { programLabel } from '#server/kuota/program.ts'
import type { BarisPemberitahuan } from './queries.ts'

type Putusan = Result<{ readonly cadangan: boolean }, TolakPutus>

export const faktaPemberitahuan = (r: BarisPemberitahuan): FaktaPemberitahuan => ({
  status: r.status,
  statusSebab: r.status_sebab,
  keberatanSampai: r.keberatan_sampai,
  keberatan: r.keberatan_status,
})

function keberatanOf(r: BarisPemberitahuan, today: string, putusan: Putusan | undefined) {
  if (r.keberatan_id === null || r.keberatan_status === null) return null
  const terbuka = r.keberatan_status === 'terbuka'
  return {
    id: r.keberatan_id,
    pemohon: r.pemohon ?? '',
    hubungan: r.hubungan ?? '',
    alasan: r.keberatan_alasan ?? '',
    berkasId: r.berkas_id,
    tanggal: r.keberatan_tanggal ?? '',
    tenggat: r.tenggat ?? '',
    terlambat: terbuka && r.tenggat !== null && r.tenggat < today,
    diterimaOleh: r.penerima,
    dokumenId: r.keberatan_dokumen,
    status: r.keberatan_status,
    diputusOleh: r.pemutus,
    diputusPada: r.diputus_pada?.toISOString() ?? null,
    cadangan: r.diputus_cadangan ?? false,
    putusanAlasan: r.putusan_alasan,
    bolehMemutus: terbuka && putusan?.ok === true,
    tolakPutus: terbuka && putusan?.ok === false ? kataTolakPutus[putusan.error] : null,
  }
}

export function pemberitahuanShown(
  r: BarisPemberitahuan,
  today: string,
  putusan: Putusan | undefined,
) {
  const fakta = faktaPemberitahuan(r)
  return {
    kab: r.kab,
    id: r.id,
    keluargaId: r.keluarga_id,
    namaKepala: r.nama_kepala,
    wilayah: r.wilayah,
    namaWilayah: r.nama_wilayah,
    rt: r.rt,
    sebab: r.sebab,
    program: r.program === null ? null : programLabel(r.program),
    daftarId: r.daftar_id,
    usulanId: r.usulan_id,
    alasan: r.alasan,
    dasar: r.dasar,
    nomor: r.nomor,
    tanggal: r.tanggal,
    keberatanSampai: r.keberatan_sampai,
    sisaHari: Math.max(0, hariAntara(today, r.keberatan_sampai) + 1),
    keadaan: keadaanOf(fakta, today),
    batal: r.status_sebab === null ? null : (kataBatal[r.status_sebab] ?? null),
    bolehBerkeberatan: bolehBerkeberatan(fakta, today),
    keberatan: keberatanOf(r, today, putusan),
  }
}
