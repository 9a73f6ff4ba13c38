import { z } from 'zod'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

const viewSchema = z.object({
  mode: z.enum(['board', 'list']).catch('board'),
  pipelineId: z.string().optional().catch(undefined),
  mine: z.boolean().catch(false),
  idle: z.boolean().catch(false),
  closing: z.enum(['month', 'quarter', 'overdue']).optional().catch(undefined),
})

/** What of the deals is shown on this device. */
export type DealsView = z.infer<typeof viewSchema>

export const useDealsView = create<DealsView>()(
  persist(() => viewSchema.parse({}), {
    name: 'fairbook.deals',
    merge: (stored) => viewSchema.parse(stored ?? {}),
  }),
)

export const setDealsView = (view: Partial<DealsView>): void => {
  useDealsView.setState(view)
}
