/**
 * Static check of a rule before it may run: every name is known, and no value can leave the safe
 * integers whatever the facts are, so that JavaScript and SQL must compute the same.
 */
import { comparisonOf, type Nilai, type NilaiParameter, type Syarat } from './bahasa.ts'

/** The smallest and largest number an expression can give. */
export type Rentang = { readonly min: number; readonly maks: number }

export type LingkupPeriksa = {
  /** Facts with the range of their values. */
  readonly fakta: ReadonlyMap<string, Rentang>
  readonly parameter: NilaiParameter
}

/** The range of a value; throws where a name is unknown or the range is unsafe (a fault of the policy). */
export function checkNilai(rule: Nilai, l: LingkupPeriksa): Rentang {
  const range = rangeOf(rule, l)
  if (!Number.isSafeInteger(range.min) || !Number.isSafeInteger(range.maks)) {
    throw new Error(`value may leave the safe integers: ${JSON.stringify(rule)}`)
  }
  return range
}

function rangeOf(rule: Nilai, l: LingkupPeriksa): Rentang {
  if (typeof rule === 'number') return { min: rule, maks: rule }
  if (typeof rule === 'string') return known(l.fakta.get(rule), `fact ${rule}`)
  if ('parameter' in rule) {
    const seen = known(l.parameter[rule.parameter], `parameter ${rule.parameter}`)
    return { min: seen, maks: seen }
  }
  if ('jumlah' in rule) {
    const parts = rule.jumlah.map((p) => checkNilai(p, l))
    return { min: sum(parts.map((p) => p.min)), maks: sum(parts.map((p) => p.maks)) }
  }
  if ('selisih' in rule) {
    const [a, b] = [checkNilai(rule.selisih[0], l), checkNilai(rule.selisih[1], l)]
    return { min: a.min - b.maks, maks: a.maks - b.min }
  }
  if ('kali' in rule) {
    const [a, b] = [checkNilai(rule.kali[0], l), checkNilai(rule.kali[1], l)]
    return span([a.min * b.min, a.min * b.maks, a.maks * b.min, a.maks * b.maks])
  }
  if ('bagi' in rule) {
    checkNilai(rule.bagi[1], l)
    const a = checkNilai(rule.bagi[0], l)
    const far = Math.max(Math.abs(a.min), Math.abs(a.maks))
    return { min: -far, maks: far }
  }
  if ('pita' in rule) {
    checkNilai(rule.pita, l)
    return span([...rule.isi.map((p) => p.nilai), rule.selebihnya])
  }
  if ('tabel' in rule) {
    checkNilai(rule.tabel, l)
    const other = rule.selebihnya === undefined ? [] : [rule.selebihnya]
    return span([...rule.isi.map((b) => b.nilai), ...other])
  }
  if ('bila' in rule) {
    checkSyarat(rule.bila, l)
    return join(checkNilai(rule.maka, l), checkNilai(rule.selain_itu, l))
  }
  return join(checkNilai(rule.isi_kosong, l), checkNilai(rule.dengan, l))
}

/** Checks every part of a condition; throws as `checkNilai` does. */
export function checkSyarat(rule: Syarat, l: LingkupPeriksa): void {
  if (typeof rule === 'boolean') return
  if ('dan' in rule) for (const s of rule.dan) checkSyarat(s, l)
  else if ('atau' in rule) for (const s of rule.atau) checkSyarat(s, l)
  else if ('atau_terjawab' in rule) for (const s of rule.atau_terjawab) checkSyarat(s, l)
  else if ('bukan' in rule) checkSyarat(rule.bukan, l)
  else if ('terjawab' in rule) known(l.fakta.get(rule.terjawab), `fact ${rule.terjawab}`)
  else if ('dalam' in rule) checkNilai(rule.nilai, l)
  else {
    const pair = comparisonOf(rule)
    if (pair === null) throw new Error('unknown condition')
    checkNilai(pair.a, l)
    checkNilai(pair.b, l)
  }
}

function known<T>(seen: T | undefined, what: string): T {
  if (seen === undefined) throw new Error(`unknown ${what}`)
  return seen
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const span = (numbers: readonly number[]): Rentang => ({
  min: Math.min(...numbers) + 0,
  maks: Math.max(...numbers) + 0,
})
const join = (a: Rentang, b: Rentang): Rentang => span([a.min, b.min, a.maks, b.maks])

/** The facts that an expression or condition reads, in order of first use. */
export function factsIn(rule: Nilai | Syarat): readonly string[] {
  if (typeof rule === 'string') return [rule]
  if (typeof rule !== 'object') return []
  if ('terjawab' in rule) return [rule.terjawab]
  if ('parameter' in rule) return []
  const parts: (Nilai | Syarat)[] = []
  const add = (part: unknown): void => {
    if (Array.isArray(part)) for (const p of part) add(p)
    else if (typeof part === 'string' || (typeof part === 'object' && part !== null))
      parts.push(part as Nilai)
  }
  for (const [key, part] of Object.entries(rule)) if (key !== 'isi' && key !== 'dalam') add(part)
  return [...new Set(parts.flatMap(factsIn))]
}
