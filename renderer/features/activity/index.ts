export const ActivityPage = () => null
export const NewTaskDialog = (_: { request: { kind: 'newTask' }; onClose: () => void }) => null
export const LogInteractionDialog = (_: { request: { kind: 'logInteraction' }; onClose: () => void }) => null
