/** `siks padanan CSV [CSV] --model FILE --out FILE`: which records are one person, in any table. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parse } from 'yaml'
import { bobot, peluangDari } from '#domain/padanan/em.ts'
import { type ModelPadanan, skemaModel } from '#domain/padanan/model.ts'
import { bitsDari, type Padanan, padankan } from '#domain/padanan/padankan.ts'
import { policyRoot } from '#server/kebijakan/muat.ts'
import { type BerkasTerbaca, bacaCsv } from '#server/padanan/berkas.ts'
import { Refused, type Terminal, terminalOf } from './run.ts'

type Opsi = { readonly model: string; readonly out: string; readonly gugus?: string }

export function register(program: Command): void {
  program
    .command('padanan')
    .argument('<csv...>', 'satu berkas: kembar di dalamnya; dua berkas: pasangan antara keduanya')
    .description('padankan rekaman: pasangan dengan bobotnya, dan gugus satu orang')
    .option('--model <berkas>', 'model pemadanan (YAML)', `${policyRoot}padanan/orang.yaml`)
    .requiredOption('--out <berkas>', 'CSV pasangan yang ditulis')
    .option('--gugus <berkas>', 'CSV gugus yang ditulis: id dan id rekaman pertama gugusnya')
    .action(async (csv: string[], opsi: Opsi, command: Command) => {
      if (csv.length > 2) throw new Refused('Beri satu atau dua berkas CSV.')
      await jalankan(csv, opsi, terminalOf(command))
    })
}

async function jalankan(csv: readonly string[], opsi: Opsi, terminal: Terminal): Promise<void> {
  const mulai = performance.now()
  const model = await bacaModel(opsi.model)
  const dibaca = await bacaCsv(model, csv, (n, dari) =>
    terminal.progress.update('membaca', n, dari),
  )
  if (!dibaca.ok) throw new Refused(`${dibaca.error.berkas}: ${dibaca.error.sebab}.`)
  const hasil = cocokkan(model, dibaca.value, csv.length === 2, terminal)
  const pasang = await tulisPasang(opsi.out, model, dibaca.value, hasil)
  const gugus = opsi.gugus ? await tulisGugus(opsi.gugus, dibaca.value, hasil) : null
  terminal.progress.stop()
  const jumlah = ringkas(model, dibaca.value, hasil, pasang, (performance.now() - mulai) / 1000)
  terminal.answer({ ...jumlah, gugus }, kalimat(model, hasil, jumlah))
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

function cocokkan(
  model: ModelPadanan,
  dibaca: BerkasTerbaca,
  dua: boolean,
  terminal: Terminal,
): Padanan {
  try {
    return padankan(model, dibaca.tabel, {
      pisah: dua ? (dibaca.baris[0] ?? 0) : 0,
      kemajuan: (tahap, n, dari) => terminal.progress.update(tahap, n, dari),
    })
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(`Model: ${error.message}`)
    throw error
  }
}

/** Writes the pairs from the lower threshold on. @returns how many match, and how many want a look */
async function tulisPasang(
  path: string,
  model: ModelPadanan,
  { id }: BerkasTerbaca,
  { calon, bobot: berat }: Padanan,
): Promise<{ padan: number; periksa: number }> {
  const keluar = createWriteStream(path)
  keluar.write('id_a,id_b,bobot,peluang\n')
  const atas = bitsDari(model.ambang.padan)
  const bawah = bitsDari(model.ambang.periksa)
  let padan = 0
  let periksa = 0
  let blok = ''
  for (let i = 0; i < calon.banyak; i++) {
    const w = berat[i] as number
    if (w < bawah) continue
    if (w >= atas) padan++
    else periksa++
    blok += `${sel(id[calon.a[i] as number])},${sel(id[calon.b[i] as number])},${w.toFixed(2)},${peluangDari(w).toFixed(6)}\n`
    if (blok.length > 1 << 18) {
      if (!keluar.write(blok)) await once(keluar, 'drain')
      blok = ''
    }
  }
  keluar.end(blok)
  await once(keluar, 'finish')
  return { padan, periksa }
}

/** Writes every record that is not alone with the first record of its cluster. @returns how many clusters */
async function tulisGugus(
  path: string,
  { id }: BerkasTerbaca,
  { gugus }: Padanan,
): Promise<number> {
  const banyak = new Int32Array(gugus.length)
  for (const akar of gugus) banyak[akar] = (banyak[akar] as number) + 1
  const keluar = createWriteStream(path)
  keluar.write('id,gugus\n')
  let blok = ''
  let jumlah = 0
  for (let i = 0; i < gugus.length; i++) {
    const akar = gugus[i] as number
    if ((banyak[akar] as number) < 2) continue
    if (akar === i) jumlah++
    blok += `${sel(id[i])},${sel(id[akar])}\n`
    if (blok.length > 1 << 18) {
      if (!keluar.write(blok)) await once(keluar, 'drain')
      blok = ''
    }
  }
  keluar.end(blok)
  await once(keluar, 'finish')
  return jumlah
}

const sel = (teks = ''): string =>
  /[",\n\r]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks

const ringkas = (
  model: ModelPadanan,
  dibaca: BerkasTerbaca,
  hasil: Padanan,
  pasang: { padan: number; periksa: number },
  detik: number,
) => ({
  rekaman: dibaca.baris,
  calon: hasil.calon.banyak,
  ...pasang,
  detik: Math.round(detik * 10) / 10,
  perAturan: model.blok.map((blok, i) => ({ blok, calon: hasil.perAturan[i] ?? 0 })),
  blokBesar: hasil.besar,
  em: { putaran: hasil.em.putaran, gerak: hasil.em.gerak },
  bobot: model.banding.map((b, k) => ({
    banding: b.nama,
    tingkat: [...b.tingkat.map((t) => t.label.id), 'lainnya'].map((label, i) => ({
      label,
      m: hasil.em.m[k]?.[i],
      u: hasil.em.u[k]?.[i],
      bobot: bobot(hasil.em, k, i, model),
    })),
  })),
})

/** The same for people: counts, and the weight of each level. */
function kalimat(
  model: ModelPadanan,
  hasil: Padanan,
  r: { rekaman: readonly number[]; calon: number; padan: number; periksa: number; detik: number },
): string {
  const angka = (n: number) => n.toLocaleString('id-ID')
  const baris = model.banding.flatMap((b, k) => [
    b.label.id,
    ...[...b.tingkat.map((t) => t.label.id), 'lainnya'].map(
      (label, i) => `  ${bobot(hasil.em, k, i, model).toFixed(1).padStart(7)}  ${label}`,
    ),
  ])
  const besar = hasil.besar.map(
    (b) =>
      `Aturan blok ${b.aturan + 1}: ${angka(b.dipecah)} blok terlalu besar dipecah, ${angka(b.ditinggal)} rekaman tidak dibandingkan di dalamnya.`,
  )
  return [
    `${r.rekaman.map(angka).join(' + ')} rekaman, ${angka(r.calon)} pasangan dibandingkan, ${angka(r.padan)} padan, ${angka(r.periksa)} perlu diperiksa; ${r.detik} detik.`,
    ...besar,
    '',
    'Bobot (bit) yang ditaksir dari data:',
    ...baris,
  ].join('\n')
}
