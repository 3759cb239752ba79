/** Language of the interface: texts per concept, Indonesian first, English second, switchable anywhere. */

import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Label } from '#domain/label.ts'

export type Bahasa = 'id' | 'en'
export type Nilai = Readonly<Record<string, string | number>>
export type Teks<K extends string> = {
  readonly ns: string
  readonly id: Readonly<Record<K, string>>
  readonly en: Readonly<Record<K, string>>
}
export type Terjemah<K extends string> = (key: K, values?: Nilai) => string

const simpanan = 'siks.bahasa'

const readStored = (): Bahasa => {
  try {
    return globalThis.localStorage?.getItem(simpanan) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

const i18n = i18next.createInstance()
void i18n.use(initReactI18next).init({
  lng: readStored(),
  fallbackLng: 'id',
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** Registers the texts of one concept; both languages must carry the same keys. */
export function teks<K extends string>(
  ns: string,
  isi: { id: Record<K, string>; en: Record<NoInfer<K>, string> },
): Teks<K> {
  i18n.addResourceBundle('id', ns, isi.id)
  i18n.addResourceBundle('en', ns, isi.en)
  return { ns, id: isi.id, en: isi.en }
}

/** The translator of one concept's texts, typed by its keys. */
export function useTeks<K extends string>(t: Teks<K>): Terjemah<K> {
  const { t: translate, i18n: current } = useTranslation(t.ns)
  // The language is part of the identity, so that memoised children follow a switch.
  const language = current.language
  return useCallback(
    (key: K, values?: Nilai) => {
      const name: string = key
      return translate(name, { lng: language, ...values })
    },
    [translate, language],
  )
}

/** The language in use and how to switch it. */
export function useBahasa(): { bahasa: Bahasa; pilih: (b: Bahasa) => void } {
  const { i18n: current } = useTranslation()
  return { bahasa: current.language === 'en' ? 'en' : 'id', pilih: pilihBahasa }
}

/** Picks one side of a `{ id, en }` label that the server sent. */
export function useLabel(): (label: Label) => string {
  const { bahasa } = useBahasa()
  return useCallback((label: Label) => label[bahasa], [bahasa])
}

/** Switches the whole interface and remembers it on this device. */
export function pilihBahasa(bahasa: Bahasa): void {
  document.documentElement.lang = bahasa
  try {
    localStorage.setItem(simpanan, bahasa)
  } catch {
    // private windows may refuse storage; the switch still holds until reload
  }
  void i18n.changeLanguage(bahasa)
}

export const bahasaSekarang = (): Bahasa => (i18n.language === 'en' ? 'en' : 'id')
