import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'

import type { Settings } from '../../shared/domain/index.ts'

/** Opens the welcome while the book has not been set up. */
export const useWelcome = (settings: Settings | null | undefined): void => {
  const navigate = useNavigate()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => {
    if (settings === null && path !== '/welcome') void navigate({ to: '/welcome', replace: true })
  }, [settings, path, navigate])
}
