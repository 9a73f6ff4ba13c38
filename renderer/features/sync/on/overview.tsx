import { Pause, Play, RefreshCw, Smartphone } from 'lucide-react'
import { type ReactNode, useState } from 'react'

import type { SyncState } from '../../../../shared/desktop-api.ts'
import type { SyncPlace } from '../../../../shared/sync/index.ts'
import { useTellError } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { useSync, useSyncStatus } from '../../../replication/index.ts'
import { Button, FieldList, FieldRow } from '../../../ui/index.ts'
import { openDialog } from '../../../view-state/index.ts'
import { usePause } from '../pause.ts'
import { placeText } from '../place/place-text.ts'
import { Section } from '../section.tsx'
import { Leave } from './leave.tsx'
import { Unlock } from './unlock.tsx'

const Facts = ({ state, place }: { state: SyncState; place: SyncPlace }) => {
  const { t, format } = useI18n()
  const { lastAt } = useSyncStatus()
  return (
    <FieldList className="grid-cols-[132px_minmax(0,1fr)]">
      <FieldRow label={t('sync.on.where')}>
        {t(`sync.place.${place.kind}`)}
        {place.kind !== 'file' && (
          <span className="block break-all text-ink-muted text-sm">
            <bdi>{placeText(place)}</bdi>
          </span>
        )}
      </FieldRow>
      <FieldRow label={t('sync.preview.sealing')}>
        {t(state.sealed ? 'sync.sealed' : 'sync.notSealed')}
        {!state.sealed && <span className="block text-ink-muted text-sm">{t('sync.on.notSealedHelp')}</span>}
      </FieldRow>
      {lastAt !== undefined && (
        <FieldRow label={t('sync.on.last')}>{format.instant(new Date(lastAt).toISOString(), 'ago')}</FieldRow>
      )}
      {/* While one of them is asked for, nobody kept it. */}
      {state.needs === 'nothing' && (
        <FieldRow label={t('sync.on.secrets')}>{t(`sync.on.keptBy.${state.keptBy}`)}</FieldRow>
      )}
    </FieldList>
  )
}

const Actions = ({ place, needs }: { place: SyncPlace; needs: SyncState['needs'] }) => {
  const { t } = useI18n()
  const { syncNow } = useSync()
  const tellError = useTellError()
  const { isPaused, pause, goOn } = usePause()
  const [working, setWorking] = useState(false)
  const now = () => {
    setWorking(true)
    syncNow()
      .catch(tellError)
      .finally(() => setWorking(false))
  }
  return (
    <div className="flex flex-wrap gap-2">
      {place.kind !== 'file' && needs === 'nothing' && (
        <>
          <Button variant="primary" icon={RefreshCw} isPending={working} isDisabled={isPaused} onPress={now}>
            {t('sync.now')}
          </Button>
          <Button icon={isPaused ? Play : Pause} onPress={isPaused ? goOn : pause}>
            {t(isPaused ? 'sync.goOn' : 'sync.pause')}
          </Button>
        </>
      )}
      {needs !== 'key' && (
        <Button icon={Smartphone} onPress={() => openDialog({ kind: 'addDevice' })}>
          {t('sync.addDevice')}
        </Button>
      )}
      <Leave place={place} />
    </div>
  )
}

/** Where the book syncs, how that stands, and what can be done about it. */
export const Overview = ({ state, place, status }: { state: SyncState; place: SyncPlace; status: ReactNode }) => {
  const { t } = useI18n()
  return (
    <Section title={t('sync.title')}>
      {place.kind !== 'file' && <div className="rounded-lg border border-line bg-canvas p-3">{status}</div>}
      {state.needs !== 'nothing' && <Unlock state={state} place={place} />}
      <Facts state={state} place={place} />
      <Actions place={place} needs={state.needs} />
    </Section>
  )
}
