/** The look of both apps: one accent (laut), neutral greys, an 8-px grid, light and dark. */
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'

const laut: MantineColorsTuple = [
  '#eff7fa',
  '#dcebf1',
  '#b7d7e2',
  '#8bbfd0',
  '#5da5bd',
  '#3a8aa7',
  '#1f7291',
  '#0f5f7c',
  '#0a4e67',
  '#063c50',
]

const gray: MantineColorsTuple = [
  '#f8f9fa',
  '#f1f3f5',
  '#e6e9ec',
  '#d5dade',
  '#b9c0c7',
  '#8d959d',
  '#6b737b',
  '#4d555d',
  '#343b42',
  '#1d2329',
]

const dark: MantineColorsTuple = [
  '#d6dbe0',
  '#bcc3ca',
  '#9aa3ac',
  '#68717a',
  '#3d454d',
  '#2f363d',
  '#22282e',
  '#191e23',
  '#13171b',
  '#0d1013',
]

export const theme: MantineThemeOverride = createTheme({
  colors: { laut, gray, dark },
  primaryColor: 'laut',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '2rem' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5rem' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 550 } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    // The heading bar of a dialog is no landmark of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 550 } },
  },
})

/** Greys of text that keep 4.5:1 in both schemes, and the surfaces of the app. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1d2329',
    '--mantine-color-dimmed': '#5a626a',
    '--mantine-color-placeholder': '#6b737b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0f5f7c',
    '--latar': '#f6f7f8',
    '--permukaan': '#ffffff',
    '--permukaan-2': '#f8f9fa',
    '--garis': '#e3e7ea',
    '--garis-kuat': '#cfd5da',
    '--batang': '#8bbfd0',
    '--batang-2': '#0f5f7c',
    '--aksen-lembut': '#eaf4f7',
    '--aksen-teks': '#0a4e67',
  },
  dark: {
    '--mantine-color-text': '#dfe3e7',
    '--mantine-color-dimmed': '#9fa8b1',
    '--mantine-color-placeholder': '#8f98a1',
    '--mantine-color-body': '#191e23',
    '--mantine-color-error': '#ff8f85',
    '--mantine-color-anchor': '#7fbdd3',
    '--latar': '#13171b',
    '--permukaan': '#191e23',
    '--permukaan-2': '#1f252b',
    '--garis': '#2b3239',
    '--garis-kuat': '#3d454d',
    '--batang': '#2d6e87',
    '--batang-2': '#5da5bd',
    '--aksen-lembut': '#17303a',
    '--aksen-teks': '#a5d3e3',
  },
})
