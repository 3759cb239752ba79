/** `siks padanan CSV [CSV] --model FILE --out FILE`: which records are one person, in any table. */

import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parse } from 'yaml'
import { bobot } from '#domain/padanan/bobot.ts'
import { type ModelPadanan, skemaModel } from '#domain/padanan/model.ts'
import type { Padanan } from '#domain/padanan/padankan.ts'
import { policyRoot } from '#server/kebijakan/muat.ts'
import { type HasilBerkas, type PilihanJalan, padankanBerkas } from '#server/padanan/jalankan.ts'
import { tulisGugus, tulisPasang } from '#server/padanan/tulis.ts'
import { Refused, type Terminal, terminalOf } from './run.ts'

type Opsi = {
  readonly model: string
  readonly out: string
  readonly gugus?: string
  readonly pekerja?: string
}

export function register(program: Command): void {
  program
    .command('padanan')
    .argument('<csv...>', 'satu berkas: kembar di dalamnya; dua berkas: pasangan antara keduanya')
    .description('padankan rekaman: pasangan dengan bobotnya, dan gugus satu orang')
    .option('--model <berkas>', 'model pemadanan (YAML)', `${policyRoot}padanan/orang.yaml`)
    .requiredOption('--out <berkas>', 'CSV pasangan yang ditulis')
    .option('--gugus <berkas>', 'CSV gugus yang ditulis: id dan id rekaman pertama gugusnya')
    .option('--pekerja <n>', 'banyak pekerja (thread); hasilnya sama, berapa pun')
    .action(async (csv: string[], opsi: Opsi, command: Command) => {
      if (csv.length > 2) throw new Refused('Beri satu atau dua berkas CSV.')
      await jalankan(csv, opsi, terminalOf(command))
    })
}

async function jalankan(csv: readonly string[], opsi: Opsi, terminal: Terminal): Promise<void> {
  const mulai = performance.now()
  const model = await bacaModel(opsi.model)
  const pekerja = opsi.pekerja === undefined ? {} : { pekerja: pekerjaDari(opsi.pekerja) }
  const hasil = await cocokkan(model, csv, {
    ...pekerja,
    kemajuan: (tahap, n, dari) => terminal.progress.update(tahap, n, dari),
  })
  terminal.progress.update('menulis', 0, 1)
  const pasang = tulisPasang(opsi.out, model, hasil)
  const gugus = opsi.gugus ? tulisGugus(opsi.gugus, hasil) : null
  terminal.progress.stop()
  const jumlah = ringkas(model, hasil, pasang, (performance.now() - mulai) / 1000)
  terminal.answer({ ...jumlah, gugus }, kalimat(model, hasil.padanan, jumlah))
}

function pekerjaDari(teks: string): number {
  const banyak = Number(teks)
  if (!Number.isInteger(banyak) || banyak < 1 || banyak > 64)
    throw new Refused('Banyak pekerja adalah bilangan dari 1 sampai 64.')
  return banyak
}

async function bacaModel(path: string): Promise<ModelPadanan> {
  const isi = await readFile(path, 'utf8').catch(() => {
    throw new Refused(`Model ${path} tidak dapat dibuka.`)
  })
  let mentah: unknown
  try {
    mentah = parse(isi)
  } catch (error) {
    throw new Refused(`Model ${path} bukan YAML: ${error instanceof Error ? error.message : error}`)
  }
  const model = skemaModel.safeParse(mentah)
  if (model.success) return model.data
  const salah = model.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
  throw new Refused(`Model ${path} tidak sesuai: ${salah}`)
}

async function cocokkan(
  model: ModelPadanan,
  csv: readonly string[],
  pilihan: PilihanJalan,
): Promise<HasilBerkas> {
  try {
    const hasil = await padankanBerkas(model, csv, pilihan)
    if (hasil.ok) return hasil.value
    throw new Refused(`${hasil.error.berkas}: ${hasil.error.sebab}.`)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(`Model: ${error.message}`)
    throw error
  }
}

const ringkas = (
  model: ModelPadanan,
  { padanan, baris }: HasilBerkas,
  pasang: { padan: number; periksa: number },
  detik: number,
) => ({
  rekaman: baris,
  calon: padanan.calon,
  ...pasang,
  detik: Math.round(detik * 10) / 10,
  perAturan: model.blok.map((blok, i) => ({ blok, ...padanan.perAturan[i] })),
  blokBesar: padanan.besar,
  rantai: padanan.putus,
  em: { putaran: padanan.em.putaran, gerak: padanan.em.gerak, bagian: padanan.em.bagian },
  bobot: model.banding.map((b, k) => ({
    banding: b.nama,
    tingkat: [...b.tingkat.map((t) => t.label.id), 'lainnya'].map((label, i) => ({
      label,
      m: padanan.em.m[k]?.[i],
      u: padanan.em.u.map((lapis) => lapis[k]?.[i]),
      bobot: padanan.em.u.map((_, lapis) => bobot(model, padanan.em, k, i, lapis)),
    })),
  })),
})

/** The same for people: counts, and the weight of each level, layer by layer. */
function kalimat(
  model: ModelPadanan,
  hasil: Padanan,
  r: { rekaman: readonly number[]; calon: number; padan: number; periksa: number; detik: number },
): string {
  const angka = (n: number) => n.toLocaleString('id-ID')
  const berat = (k: number, i: number) =>
    hasil.em.u
      .map((_, lapis) => bobot(model, hasil.em, k, i, lapis).toFixed(1).padStart(7))
      .join('')
  const baris = model.banding.flatMap((b, k) => [
    b.label.id,
    ...[...b.tingkat.map((t) => t.label.id), 'lainnya'].map(
      (label, i) => `${berat(k, i)}  ${label}`,
    ),
  ])
  const besar = hasil.besar.map(
    (b) =>
      `Aturan blok ${b.aturan + 1}: ${angka(b.dipecah)} blok terlalu besar dipecah, ${angka(b.ditinggal)} rekaman tidak dibandingkan di dalamnya.`,
  )
  const aturan = model.blok.map((blok, i) => {
    const { calon = 0, oleh = 0, hanya = 0 } = hasil.perAturan[i] ?? {}
    return `${angka(calon).padStart(12)}${angka(oleh).padStart(12)}${angka(hanya).padStart(12)}  ${blok.join(', ')}`
  })
  return [
    `${r.rekaman.map(angka).join(' + ')} rekaman, ${angka(r.calon)} pasangan dibandingkan, ${angka(r.padan)} padan, ${angka(r.periksa)} perlu diperiksa; ${r.detik} detik.`,
    ...besar,
    `${angka(hasil.putus.dipecah)} gugus berantai dipecah, ${angka(hasil.putus.diputus)} tautan terlemah diputus.`,
    '',
    'Aturan blok: pasangan ditambahkan, padan yang ditemukan, yang hanya ditemukan olehnya:',
    ...aturan,
    '',
    'Bobot (bit) yang ditaksir dari data; satu kolom untuk tiap lapisan:',
    ...baris,
  ].join('\n')
}
