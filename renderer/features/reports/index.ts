export const ReportsPage = (_: { report?: string | undefined }) => null
