/** The store of uploaded files: the bytes under their hash, once, whoever sends them. */
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { berkasPath } from './jalankan.ts'

/** Keeps the bytes under their hash, once, whoever sends them. */
export async function keepFile(
  unggahan: { readonly path: string; readonly sidik: string },
  folder: string,
): Promise<void> {
  const target = berkasPath(folder, unggahan.sidik)
  if (
    await stat(target).then(
      () => true,
      () => false,
    )
  )
    return
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  // Copied beside its place first: a name in the store always stands for the whole content.
  await copyFile(unggahan.path, `${target}.sebagian`)
  await rename(`${target}.sebagian`, target)
}
