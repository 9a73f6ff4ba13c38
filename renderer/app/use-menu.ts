import { useEffect } from 'react'

import { useDesktop } from '../desktop/index.ts'
import { type CommandContext, commands } from './commands.ts'

/** Does what the system's menus ask. */
export const useMenu = (context: CommandContext): void => {
  const desktop = useDesktop()
  useEffect(() => desktop.onMenu((command) => commands[command].run(context)), [desktop, context])
}
