/** Starts the office app. */
import '@mantine/core/styles.css'
import '@fontsource-variable/inter/wght.css'
import '#ui/gaya.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { theme, variables } from '#ui/tema.ts'
import { queryClient } from '#web/kueri.ts'
import { router } from '#web/rute.ts'

// The browser forgets what it has loaded after 250 requests; the pages of a meeting keep their files by it.
performance.setResourceTimingBufferSize(20_000)

const tema = localStorageColorSchemeManager({ key: 'siks.tema' })
const root = document.getElementById('root')

if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={variables}
          colorSchemeManager={tema}
          defaultColorScheme="auto"
        >
          <RouterProvider router={router} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
