/** The browser and the system in words, as a name to propose for a device or a passkey. */
const sistem: readonly [RegExp, string][] = [
  [/Android/i, 'Android'],
  [/iPhone/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Windows/i, 'Windows'],
  [/Mac OS X|Macintosh/i, 'Mac'],
  [/CrOS/i, 'Chromebook'],
  [/Linux/i, 'Linux'],
]
const peramban: readonly [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const cocok = (daftar: readonly [RegExp, string][], agen: string) =>
  daftar.find(([pola]) => pola.test(agen))?.[1]

/** "Chrome, Android". */
export const namaPeramban = (agen: string = navigator.userAgent): string =>
  [cocok(peramban, agen), cocok(sistem, agen)].filter(Boolean).join(', ') || 'Web'
