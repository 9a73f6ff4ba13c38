import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'

import { usePrefs } from '../../../view-state/index.ts'
import { type ChartInput, chartConfig } from './config.ts'
import { darkPalette, lightPalette } from './palette.ts'
import { Chart } from './register.ts'

const darkQuery = '(prefers-color-scheme: dark)'

const subscribe = (listener: () => void): (() => void) => {
  const query = matchMedia(darkQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

const useDark = (): boolean => {
  const theme = usePrefs((prefs) => prefs.theme)
  const system = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches)
  return theme === 'system' ? system : theme === 'dark'
}

const ROW_HEIGHT = 46
const AROUND = 84
const HEIGHT = 290

/** A lying chart is as high as its rows need. CSS pixels. */
export const chartHeight = ({ chart }: Pick<ChartInput, 'chart'>): number =>
  chart.type === 'stages' ? chart.categories.length * ROW_HEIGHT + AROUND : HEIGHT

/** The chart of a report. Its numbers stand in the table `tableId`, which is what a screen reader is led to. */
export const ReportChart = ({
  input,
  label,
  describedBy,
  tableId,
}: {
  input: Omit<ChartInput, 'palette'>
  label: string
  describedBy: string
  tableId: string
}) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = useDark() ? darkPalette : lightPalette
  const config = useMemo(() => chartConfig({ ...input, palette }), [input, palette])
  useEffect(() => {
    if (!canvas.current) return
    const chart = new Chart(canvas.current, config)
    // Letters drawn before their font was there would stay in another one.
    let stopped = false
    void document.fonts.ready.then(() => {
      if (!stopped) chart.update('none')
    })
    return () => {
      stopped = true
      chart.destroy()
    }
  }, [config])
  return (
    <div className="relative min-w-0" style={{ height: chartHeight(input) }}>
      <canvas ref={canvas} role="img" aria-label={label} aria-describedby={describedBy} aria-details={tableId} />
    </div>
  )
}
