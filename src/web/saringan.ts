/** Reads search params safely: what does not fit is left out, never guessed. */

/** A whole number that is not negative. */
export function whole<N extends string>(name: N, value: unknown): { [K in N]?: number } {
  const n = typeof value === 'string' ? Number(value) : value
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? keyed(name, n) : {}
}

/** One of a closed list of words. */
export function oneOf<N extends string, const V extends string>(
  name: N,
  value: unknown,
  choices: readonly V[],
): { [K in N]?: V } {
  const found = choices.find((c) => c === value)
  return found === undefined ? {} : keyed(name, found)
}

/** A short identifier: letters, digits, dash, underscore, dot. */
export function word<N extends string>(name: N, value: unknown): { [K in N]?: string } {
  return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? keyed(name, value) : {}
}

/** A switch that is either on or absent. */
export function flag<N extends string>(name: N, value: unknown): { [K in N]?: true } {
  return value === true || value === 'true' || value === 1 ? keyed(name, true as const) : {}
}

function keyed<N extends string, V>(name: N, value: V): { [K in N]?: V } {
  const result: { [K in N]?: V } = {}
  result[name] = value
  return result
}
