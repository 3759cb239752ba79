/** All operations of village meetings. */
import { candidates, list, one, screen } from './baca.ts'
import { photograph } from './foto.ts'
import { check } from './periksa.ts'
import { decide } from './putuskan.ts'
import { save, setAgenda, setAttendance } from './siapkan.ts'
import { print } from './surat/cetak.ts'
import { issue } from './surat/terbit.ts'
import { sign } from './tandatangani.ts'
import { cancel, close } from './tutup.ts'

export const musyawarahHandlers = [
  list,
  one,
  candidates,
  screen,
  check,
  save,
  setAgenda,
  setAttendance,
  decide,
  close,
  cancel,
  sign,
  print,
  issue,
  photograph,
]
