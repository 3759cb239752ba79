/** Takes one uploaded file to a temporary place, counted and hashed on the way. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Unggahan } from './context.ts'

/** Largest file taken, bytes: the BNBA of a large kabupaten as CSV is below it. */
export const maxUpload = 2 * 1024 * 1024 * 1024

/**
 * Saves the first file of a multipart request below `folder`.
 * @param maks largest size taken, bytes
 * @returns where it lies and its other form fields, or why it was not taken
 */
export async function takeUpload(
  request: FastifyRequest,
  folder: string,
  maks = maxUpload,
): Promise<Result<{ unggahan: Unggahan; fields: Record<string, string> }, Problem>> {
  if (!request.isMultipart()) return err(problem('berkas.kosong'))
  const target = path.join(folder, `${randomUUID()}.unggah`)
  try {
    return await receive(request, target, maks)
  } catch (error) {
    await rm(target, { force: true })
    if (ofDisk(error)) throw error
    // A line that broke, parts that do not fit together, more files than one.
    return err(problem('berkas.rusak'))
  }
}

const diskFaults = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EMFILE', 'ENOENT', 'EIO'])

/** A full or closed disk is no fault of the sender. */
const ofDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && diskFaults.has(String(error.code))

async function receive(
  request: FastifyRequest,
  target: string,
  maks: number,
): Promise<Result<{ unggahan: Unggahan; fields: Record<string, string> }, Problem>> {
  const part = await request.file({ limits: { fileSize: maks, files: 1, fields: 20 } })
  if (!part) return err(problem('berkas.kosong'))
  await mkdir(path.dirname(target), { recursive: true })
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(part.file, count, createWriteStream(target, { mode: 0o600 }))
  if (part.file.truncated || size === 0) {
    await rm(target, { force: true })
    return err(
      size === 0
        ? problem('berkas.kosong')
        : problem(maks === maxUpload ? 'berkas.terlalu_besar' : 'bukti.terlalu_besar', {
            maks: Math.round(maks / 1e6),
          }),
    )
  }
  const unggahan = {
    path: target,
    nama: part.filename.slice(0, 200),
    ukuran: size,
    sidik: hash.digest('hex'),
  }
  return ok({ unggahan, fields: plainFields(part.fields) })
}

/** Form fields sent before the file, as texts. */
function plainFields(fields: Record<string, unknown>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field && typeof field === 'object' && 'value' in field && typeof field.value === 'string') {
      plain[name] = field.value
    }
  }
  return plain
}
