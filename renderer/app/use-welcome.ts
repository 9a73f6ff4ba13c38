import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import type { Settings } from '../../shared/domain/index.ts'
import { useBook } from '../data/index.ts'

/** Opens the welcome while the book has not been set up, and not again once it has. */
export const useWelcome = (settings: Settings | null | undefined): void => {
  const { db } = useBook()
  const navigate = useNavigate()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isNew = useRef(false)
  const isWelcome = path === '/welcome'
  useEffect(() => {
    if (settings === null) isNew.current = true
    // Of a new book the welcome leaves by itself: it may still be filling it.
    if (settings && isWelcome && !isNew.current) void navigate({ to: '/', replace: true })
    if (settings !== null || isWelcome) return
    let wanted = true
    // The live answer may be older than what the welcome has just written.
    void db.settings.count().then((count) => {
      if (wanted && count === 0) void navigate({ to: '/welcome', replace: true })
    })
    return () => {
      wanted = false
    }
  }, [settings, isWelcome, navigate, db])
}
