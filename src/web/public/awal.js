// Sets theme and language before the first paint, as a file of its own so that a strict CSP holds.
;(() => {
  const root = document.documentElement
  try {
    const theme = localStorage.getItem('siks.tema')
    const dark =
      theme === 'dark' ||
      (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches)
    root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
    root.lang = localStorage.getItem('siks.bahasa') === 'en' ? 'en' : 'id'
  } catch {
    root.setAttribute('data-mantine-color-scheme', 'light')
  }
})()
