import { FileDown, FileJson } from 'lucide-react'
import { useState } from 'react'

import { displayName } from '../../../../shared/domain/index.ts'
import { download, useDesktop } from '../../../desktop/index.ts'
import {
  fileName,
  pageWords,
  printFonts,
  useFormatContext,
  useLookups,
  useTellError,
  useToday,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, EmptyState, Spinner } from '../../../ui/index.ts'
import type { DialogRequest } from '../../../view-state/index.ts'
import { personHtml } from './person-html.ts'
import { personJson } from './person-json.ts'
import { personSections } from './person-sections.ts'
import { type Person, usePerson } from './use-person.ts'

const counted = ['deals', 'interactions', 'tasks', 'attachments', 'history'] as const

const Holds = ({ person: { records, names } }: { person: Person }) => {
  const i18n = useI18n()
  const { t } = i18n
  const desktop = useDesktop()
  const tellError = useTellError()
  const today = useToday()
  const context = useFormatContext(names)
  const { settings } = useLookups()
  const [busy, setBusy] = useState(false)
  const name = displayName(records.customer)
  const statements = Object.keys(records.customer.consents ?? {}).length

  const saveJson = () => {
    const json = personJson(context, records, new Date().toISOString())
    download(fileName(name, today, 'json'), new Blob([json], { type: 'application/json' }))
  }
  const savePdf = async () => {
    setBusy(true)
    try {
      const title = t('privacy.doc.title')
      const company = settings?.companyName ?? ''
      const page = {
        language: i18n.language,
        dir: i18n.dir,
        title: name,
        about: `${title}. ${t('privacy.doc.about')}`,
        company,
        facts: [{ label: t('reports.madeOn'), value: i18n.format.instant(new Date().toISOString()) }],
        margins: { start: [company, title, name].filter((text) => text !== '').join(' · '), page: pageWords(i18n) },
        fonts: await printFonts(),
      }
      const html = personHtml(page, personSections(context, records), t('privacy.doc.nothing'))
      const { bytes } = await desktop.call('pdf.print', { html })
      download(fileName(name, today, 'pdf'), new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }))
    } catch (error) {
      tellError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t('privacy.personDataHelp')}</p>
      <section aria-label={t('privacy.personDataHolds')}>
        <h3 className="mb-1 font-[560]">{t('privacy.personDataHolds')}</h3>
        <ul className="ms-4 list-disc">
          {counted.map((key) => (
            <li key={key}>{t(`privacy.count.${key}`, { count: records[key].length })}</li>
          ))}
          <li>{t('privacy.count.consents', { count: statements })}</li>
        </ul>
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" icon={FileDown} isPending={busy} onPress={() => void savePdf()}>
          {t('privacy.savePdf')}
        </Button>
        <Button icon={FileJson} onPress={saveJson}>
          {t('privacy.saveJson')}
        </Button>
        {busy && <Spinner label={t('privacy.makingPdf')} />}
      </div>
    </div>
  )
}

/** Everything the book holds about one person, to be handed to them. */
export const PersonDataDialog = ({
  request: { customerId },
  onClose,
}: {
  request: Extract<DialogRequest, { kind: 'personData' }>
  onClose: () => void
}) => {
  const { t } = useI18n()
  const person = usePerson(customerId)
  const name = person ? displayName(person.records.customer) : ''
  return (
    <Dialog isOpen size="md" title={t('privacy.personDataTitle', { name })} onClose={onClose}>
      {person === undefined && <Spinner />}
      {person === null && <EmptyState small icon={FileDown} title={t('customers.gone')} />}
      {person && <Holds person={person} />}
    </Dialog>
  )
}
