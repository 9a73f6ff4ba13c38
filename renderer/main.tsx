import './ui/ui.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'

import { App } from './app/app.tsx'
import { applyTheme } from './app/theme.ts'
import { connectDesktop } from './desktop/index.ts'
import { languageOf, loadI18n } from './i18n/index.ts'
import { usePrefs } from './view-state/index.ts'

/** The content policy forbids compiled code, which zod would otherwise make of its schemas. */
z.config({ jitless: true })

const start = async (): Promise<void> => {
  const { language, theme } = usePrefs.getState()
  applyTheme(theme)
  const i18n = await loadI18n(language ?? languageOf(navigator.languages))
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <App i18n={i18n} desktop={connectDesktop()} />
    </StrictMode>,
  )
}

void start()
