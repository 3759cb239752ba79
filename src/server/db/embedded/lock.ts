/** One application at a time on a data folder: a lock file that a dead holder cannot keep. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processStart } from './process.ts'

/** Who holds the folder: process, its start (a number alone is reused), what it does and where it answers. */
export type Holder = {
  readonly pid: number
  readonly start: string
  readonly command: string
  readonly address?: string
}

export type Lock = {
  /** Tell others where the application answers. */
  announce(address: string): void
  release(): void
}

const fileOf = (folder: string) => join(folder, 'aplikasi.kunci')

/** The living holder of a folder, if any. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Holder
    return processStart(holder.pid) === holder.start ? holder : undefined
  } catch {
    return undefined
  }
}

/** Take the folder, or learn who holds it. The file appears whole (link), so no reader sees half of it. */
export function takeLock(folder: string, command: string): Lock | Holder {
  const file = fileOf(folder)
  const mine: Holder = { pid: process.pid, start: processStart(process.pid) ?? '', command }
  const draft = `${file}.${process.pid}`
  for (let attempt = 0; attempt < 5; attempt++) {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 })
    try {
      linkSync(draft, file)
      return lockOn(file, draft, mine)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
    const holder = holderOf(folder)
    if (holder) return holder
    removeStale(file, folder)
  }
  throw new Error(`Kunci ${file} tidak dapat diambil.`)
}

/** Move the dead holder's file aside; should a living one have come between, give it back. */
function removeStale(file: string, folder: string): void {
  const aside = `${file}.basi.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const moved = JSON.parse(readFileSync(aside, 'utf8')) as Holder
  if (processStart(moved.pid) === moved.start && !holderOf(folder)) linkSync(aside, file)
  rmSync(aside, { force: true })
}

function lockOn(file: string, draft: string, mine: Holder): Lock {
  return {
    announce(address) {
      writeFileSync(draft, JSON.stringify({ ...mine, address }), { mode: 0o644 })
      renameSync(draft, file)
    },
    release() {
      rmSync(file, { force: true })
    },
  }
}

export const isHolder = (answer: Lock | Holder): answer is Holder => 'pid' in answer
