/** What is shown of a role before it is given is what the contract allows it. */
import { describe, expect, test } from 'vitest'
import { semuaPeran } from '#contract/peran.ts'
import {
  faktorOf,
  kemampuanOf,
  memasangPerangkat,
  memberiTugas,
  memilihKeluarga,
  semuaKemampuan,
} from './kemampuan.ts'

describe('what a role may see and do', () => {
  test.each(semuaPeran)('%s: every ability is either allowed or not', (p) => {
    const { boleh, tidak } = kemampuanOf(p)
    expect([...boleh, ...tidak].sort()).toEqual([...semuaKemampuan].sort())
    expect(boleh.filter((k) => tidak.includes(k))).toEqual([])
  })

  test('an administrator gives roles and sees no family', () => {
    const { boleh, tidak } = kemampuanOf('administrator')
    expect(boleh).toEqual(['beri_tugas'])
    expect(tidak).toContain('lihat_keluarga')
    expect(memilihKeluarga('administrator')).toBe(false)
  })

  test('a Ketua RT sees families by name and decides nothing', () => {
    expect(kemampuanOf('ketua_rt').boleh).toEqual(['lihat_keluarga'])
    expect(faktorOf('ketua_rt')).toBe('perangkat')
  })

  test('a verifikator decides, and must prove it strongly', () => {
    expect(kemampuanOf('verifikator').boleh).toContain('putuskan')
    expect(faktorOf('verifikator')).toBe('kuat')
  })

  test('phones are paired for those who sign in by them', () => {
    expect(memasangPerangkat('lurah', 'ketua_rt')).toBe(true)
    expect(memasangPerangkat('administrator', 'verifikator')).toBe(false)
    expect(memasangPerangkat('kepala_opd', 'petugas_kunjungan')).toBe(false)
  })

  test('only those who give roles see the page of officers', () => {
    expect(semuaPeran.filter(memberiTugas).sort()).toEqual(['administrator', 'kepala_opd', 'lurah'])
    expect(memberiTugas('tidak_dikenal')).toBe(false)
  })
})
