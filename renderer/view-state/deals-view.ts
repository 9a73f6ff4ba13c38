import { z } from 'zod'

import { createDeviceStore } from './device-storage.ts'

const viewSchema = z.object({
  mode: z.enum(['board', 'list']).catch('board'),
  pipelineId: z.string().optional().catch(undefined),
  mine: z.boolean().catch(false),
  idle: z.boolean().catch(false),
  closing: z.enum(['month', 'quarter', 'overdue']).optional().catch(undefined),
})

/** What of the deals is shown on this device. */
export type DealsView = z.infer<typeof viewSchema>

export const useDealsView = createDeviceStore('deals', (stored): DealsView => viewSchema.parse(stored ?? {}))

export const setDealsView = (view: Partial<DealsView>): void => {
  useDealsView.setState(view)
}
