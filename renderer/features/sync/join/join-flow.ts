import { useRef, useState } from 'react'

import { AppError } from '../../../../shared/app-error.ts'
import type { SyncSummary } from '../../../../shared/desktop-api.ts'
import { readJoinCode } from '../../../../shared/join-code/index.ts'
import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useBook } from '../../../data/index.ts'
import { useDesktop } from '../../../desktop/index.ts'
import { type KeyInputValue, keySourceOf, noKey } from '../../../fields/index.ts'
import { giveSyncFile, useSync } from '../../../replication/index.ts'
import {
  draftOf,
  emptyDraft,
  type PlaceDraft,
  type PlaceField,
  type PlaceLogin,
  readPlace,
} from '../place/place-draft.ts'
import { useInspect } from '../place/use-inspect.ts'
import { useSyncState } from '../sync-state.ts'
import { type Former, joinBook, type KeySource } from './join-actions.ts'

/** How someone gets to the book of their colleagues. */
export type Way = 'code' | SyncPlace['kind']

/** What was found, and what is still to be said before it is joined. */
export type Found = { login: PlaceLogin; summary: SyncSummary; code?: string }

export type JoinStep = { at: 'where' } | { at: 'confirm'; found: Found } | { at: 'joined'; byFile: boolean }

type Beginning = { place?: SyncPlace; password?: string }

/** Where the code leads and how to log in there, or nothing where it is no such code. */
const loginOfCode = (code: string): PlaceLogin | undefined => {
  try {
    const { place, password } = readJoinCode(code)
    return { place, ...(password !== undefined && { password }) }
  } catch {
    return undefined
  }
}

/** The steps of joining a book. `hasRecords`: whether there is anything in the book that is open. */
export const useJoin = (beginning: Beginning, hasRecords: boolean) => {
  const desktop = useDesktop()
  const book = useBook()
  const sync = useSync()
  const { refresh } = useSyncState()
  const { inspection, inspect, forget } = useInspect()
  const [way, setWay] = useState<Way>(beginning.place?.kind ?? 'code')
  const [draft, setDraft] = useState<PlaceDraft>(() =>
    beginning.place ? draftOf(beginning.place, beginning.password) : emptyDraft('couchdb', 'fairbook-'),
  )
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [file, setFile] = useState<File>()
  const [wrong, setWrong] = useState<PlaceField | 'code' | 'file'>()
  const [key, setKey] = useState<KeyInputValue>(noKey)
  const [former, setFormer] = useState<Former>('bring')
  const [step, setStep] = useState<JoinStep>({ at: 'where' })
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const backedUp = useRef(false)

  const settle = () => {
    setWrong(undefined)
    setFailure(undefined)
    forget()
  }

  const chooseWay = (next: Way) => {
    settle()
    setWay(next)
    if (next !== 'code') setDraft(next === 'couchdb' ? emptyDraft(next, 'fairbook-') : emptyDraft(next))
  }

  const look = async (login: PlaceLogin, byCode?: string): Promise<void> => {
    const summary = await inspect(login)
    if (summary?.book) setStep({ at: 'confirm', found: { login, summary, ...(byCode && { code: byCode }) } })
    else if (summary) setFailure(new AppError('syncNoBook'))
  }

  const lookAtFile = async (): Promise<void> => {
    if (!file) return setWrong('file')
    setWorking(true)
    try {
      const summary = await giveSyncFile(desktop, file)
      setStep({ at: 'confirm', found: { login: { place: { kind: 'file' } }, summary } })
    } catch (error) {
      setFailure(error)
    } finally {
      setWorking(false)
    }
  }

  const next = async (): Promise<void> => {
    settle()
    if (way === 'file') return lookAtFile()
    if (way === 'code') {
      const login = loginOfCode(code)
      if (!login) return setWrong('code')
      return look({ ...login, ...(password !== '' && { password }) }, code.trim())
    }
    const read = readPlace(draft)
    return 'wrong' in read ? setWrong(read.wrong) : look(read.login)
  }

  const join = async ({ login, summary, code: byCode }: Found): Promise<void> => {
    const source: KeySource | undefined = byCode === undefined ? keySourceOf(key) : { code: byCode }
    setWorking(true)
    setFailure(undefined)
    try {
      // A code says itself whether the book is sealed: where the place says otherwise, nothing is joined.
      const opens = byCode !== undefined || summary.book?.sealed === true
      const request = { ...login, key: opens ? source : undefined, hasRecords, backedUp, former }
      const isLeaving = await joinBook({ desktop, book, sync }, request)
      if (isLeaving) return
      await refresh()
      setStep({ at: 'joined', byFile: login.place.kind === 'file' })
    } catch (error) {
      setFailure(error)
    }
    setWorking(false)
  }

  const needsKey = step.at === 'confirm' && step.found.summary.book?.sealed === true && step.found.code === undefined
  return {
    way,
    chooseWay,
    draft,
    setDraft: (changed: PlaceDraft) => {
      settle()
      setDraft(changed)
    },
    code,
    setCode: (text: string) => {
      settle()
      setCode(text)
    },
    /** What the code says, once there is one. */
    codeLogin: loginOfCode(code),
    password,
    setPassword,
    file,
    setFile: (chosen: File) => {
      settle()
      setFile(chosen)
    },
    wrong,
    inspection,
    key,
    setKey,
    former,
    setFormer,
    step,
    needsKey,
    canJoin: !needsKey || keySourceOf(key) !== undefined,
    isOther: step.at === 'confirm' && step.found.summary.book?.bookId !== book.id,
    working,
    failure,
    back: () => {
      setFailure(undefined)
      setStep({ at: 'where' })
    },
    submit: () => {
      if (working || inspection.state === 'asking') return
      if (step.at === 'where') void next()
      if (step.at === 'confirm') void join(step.found)
    },
  }
}
