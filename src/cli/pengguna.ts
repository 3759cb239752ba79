/** `siks pengguna …`: the first two administrators, officers of an area, ending and recovering accounts. */
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type Command, InvalidArgumentError } from 'commander'
import { parse } from 'csv-parse/sync'
import type { Result } from '#domain/result.ts'
import { parseKode } from '#domain/wilayah/kode.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { dirikan, type Pendiri, perluDua } from '#server/pengguna/petugas/dirikan.ts'
import {
  type Alat,
  akhiriLewatPerintah,
  type BarisPetugas,
  daftarLewatPerintah,
  pulihkanLewatPerintah,
} from '#server/pengguna/petugas/perintah.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { Refused, type Terminal, terminalOf, withDatabase } from './run.ts'

function kode(teks: string): number {
  const found = teks === '0' ? 0 : parseKode(teks)
  if (found === null)
    throw new InvalidArgumentError('Kode wilayah: 0, atau 2, 4, 6, atau 10 angka.')
  return found
}

function tanggal(teks: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(teks)) throw new InvalidArgumentError('Tanggal: TTTT-BB-HH.')
  return teks
}

/** Options of all commands below, as they are written. */
type Opsi = {
  readonly wilayah?: number
  readonly surat?: string
  readonly tanggalSurat?: string
  readonly berkas?: string
  readonly alasan?: string
}

async function run<T>(
  name: string,
  command: Command,
  work: (alat: Alat) => Promise<Result<T, string>>,
  show: (value: T, terminal: Terminal) => void,
): Promise<void> {
  const terminal = terminalOf(command)
  await withDatabase(`siks pengguna ${name}`, async ({ pools, dataFolder }) => {
    await loadRegions(pools.migrator)
    const done = await work({ pools, ring: await ringOf(dataFolder) })
    if (!done.ok) throw new Refused(done.error)
    show(done.value, terminal)
  })
}

/** The persons of a CSV file with the columns nama, nik, nomor_kk, telepon; `-` reads standard input. */
async function bacaOrang(berkas: string): Promise<Pendiri[]> {
  const isi = berkas === '-' ? await text(process.stdin) : readFileSync(berkas, 'utf8')
  const rows: Record<string, string>[] = parse(isi, {
    columns: (judul: string[]) => judul.map((satu) => satu.trim().toLowerCase()),
    delimiter: [';', ','],
    trim: true,
    skip_empty_lines: true,
    bom: true,
  })
  return rows.map((row) => ({
    nama: row.nama ?? '',
    nik: row.nik ?? '',
    nomorKk: row.nomor_kk ?? '',
    telepon: row.telepon ?? '',
  }))
}

function registerAdministrator(pengguna: Command): void {
  pengguna
    .command('administrator')
    .description('dua administrator pertama sebuah wilayah, dengan tautan undangan sekali pakai')
    .requiredOption('--wilayah <kode>', 'misalnya 6474; 0 untuk nasional', kode)
    .requiredOption('--surat <nomor>', 'nomor surat penugasan')
    .requiredOption('--tanggal-surat <TTTT-BB-HH>', 'tanggal surat penugasan', tanggal)
    .requiredOption(
      '--berkas <csv>',
      'dua orang, kolom nama;nik;nomor_kk;telepon; "-" membaca masukan standar',
    )
    .action(async (opsi: Opsi, command: Command) => {
      const orang = await bacaOrang(opsi.berkas ?? '-')
      if (orang.length !== 2 || orang.some(({ nama }) => nama === ''))
        throw new Refused(perluDua.id)
      const surat = { nomor: opsi.surat ?? '', tanggal: opsi.tanggalSurat ?? '' }
      await run(
        'administrator',
        command,
        (alat) => dirikan(alat, opsi.wilayah ?? 0, surat, orang),
        (made, terminal) =>
          terminal.answer(
            { administrator: made },
            made
              .map(
                (m) => `${m.nama} (${m.username}): ${m.tautan}  berlaku sampai ${m.berlakuSampai}`,
              )
              .join('\n'),
          ),
      )
    })
}

const barisText = (b: BarisPetugas): string =>
  `${b.username ?? '-'}  ${b.nama}  ${b.peran}${b.jenis === 'definitif' ? '' : ` (${b.jenis})`}  ${b.namaWilayah}  ${b.dari} s.d. ${b.sampai ?? 'seterusnya'}${b.nonaktif ? '  NONAKTIF' : ''}`

function registerAccounts(pengguna: Command): void {
  pengguna
    .command('lihat')
    .description('petugas dan penugasannya yang belum berakhir')
    .option('--wilayah <kode>', 'hanya wilayah ini dan di bawahnya', kode, 0)
    .action((opsi: Opsi, command: Command) =>
      run(
        'lihat',
        command,
        (alat) => daftarLewatPerintah(alat, opsi.wilayah ?? 0),
        (found, terminal) =>
          terminal.answer(
            { petugas: found },
            found.map(barisText).join('\n') || 'Belum ada petugas.',
          ),
      ),
    )
  pengguna
    .command('akhiri')
    .argument('<akun>', 'nama pengguna')
    .description('akhiri akun seketika: penugasan, tautan, dan sesi')
    .requiredOption('--alasan <teks>', 'dicatat')
    .action((akun: string, opsi: Opsi, command: Command) =>
      run(
        'akhiri',
        command,
        (alat) => akhiriLewatPerintah(alat, akun, opsi.alasan ?? ''),
        (done, terminal) => terminal.answer(done, `Akun ${done.username} diakhiri.`),
      ),
    )
  pengguna
    .command('pulihkan')
    .argument('<akun>', 'nama pengguna')
    .description('tautan sekali pakai untuk menetapkan kata sandi dan faktor baru; sesi berakhir')
    .requiredOption('--alasan <teks>', 'dicatat')
    .action((akun: string, opsi: Opsi, command: Command) =>
      run(
        'pulihkan',
        command,
        (alat) => pulihkanLewatPerintah(alat, akun, opsi.alasan ?? ''),
        (done, terminal) =>
          terminal.answer(
            done,
            `${done.username}: ${done.tautan}  berlaku sampai ${done.berlakuSampai}`,
          ),
      ),
    )
}

/** Adds the command to the program. */
export function register(program: Command): void {
  const pengguna = program
    .command('pengguna')
    .description('petugas: administrator pertama, daftar, akhiri, pulihkan')
  registerAdministrator(pengguna)
  registerAccounts(pengguna)
}
