/** The secret of this installation: signs cookies; made once, readable by the owner alone. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** `SIKS_RAHASIA` for several servers on one database, otherwise a file in the data folder. */
export async function loadSecret(dataFolder: string): Promise<string> {
  const given = process.env.SIKS_RAHASIA
  if (given) {
    if (given.length < 32) throw new Error('SIKS_RAHASIA must have at least 32 characters')
    return given
  }
  const file = path.join(dataFolder, 'rahasia')
  await mkdir(dataFolder, { recursive: true })
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
