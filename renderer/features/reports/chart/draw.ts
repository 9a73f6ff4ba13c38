import { type ChartInput, chartConfig } from './config.ts'
import { lightPalette } from './palette.ts'
import { Chart } from './register.ts'
import { chartHeight } from './report-chart.tsx'

/** Rows of a lying chart may stand closer on paper. */
const STAGES_SHARE = 0.85

/** Dots for each CSS pixel: over 300 an inch on paper. */
const SHARPNESS = 4

/** Draws a chart in the colours of paper; resolves with a PNG as a data URI. Sizes in CSS pixels. */
export const drawChart = async (
  input: Omit<ChartInput, 'palette'>,
  { width, mostHeight }: { width: number; mostHeight: number },
): Promise<{ src: string; width: number; height: number }> => {
  const height =
    input.chart.type === 'stages' ? chartHeight(input) * STAGES_SHARE : Math.min(chartHeight(input), mostHeight)
  // In the document, so that text runs in its direction.
  const holder = document.createElement('div')
  holder.setAttribute('aria-hidden', 'true')
  holder.style.cssText = 'position:fixed;top:0;left:0;visibility:hidden;pointer-events:none'
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  holder.append(canvas)
  document.body.append(holder)
  try {
    await document.fonts.ready
    const config = chartConfig({ ...input, palette: lightPalette })
    const chart = new Chart(canvas, {
      ...config,
      options: { ...config.options, responsive: false, devicePixelRatio: SHARPNESS },
    })
    const src = chart.toBase64Image('image/png')
    chart.destroy()
    return { src, width, height }
  } finally {
    holder.remove()
  }
}
