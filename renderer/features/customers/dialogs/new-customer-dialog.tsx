import { useNavigate } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { unflatten } from '../../../../shared/change/index.ts'
import {
  type Catalog,
  customerKinds,
  displayName,
  isFieldOfKind,
  type ListItem,
  type Records,
} from '../../../../shared/domain/index.ts'
import { type NewRecord, useBook } from '../../../data/index.ts'
import {
  BlockedNotice,
  FormField,
  type FormValues,
  formFields,
  RecordFields,
  SimilarCustomers,
  StandConsent,
  type StandConsentValue,
  splitName,
  standEntries,
  useAddTyped,
  useCatalog,
  useLookups,
  usePurposes,
  useRecordForm,
  useTellError,
} from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Button, Dialog, Segmented } from '../../../ui/index.ts'
import { type DialogRequest, setPrefs, usePrefs } from '../../../view-state/index.ts'

type Request = Extract<DialogRequest, { kind: 'newCustomer' }>

const keysOf = (catalog: Catalog): string[] =>
  formFields('customers', catalog)
    .map(([key]) => key)
    .filter((key) => key !== 'lastContactAt')
const quick = {
  person: ['givenName', 'familyName', 'companyId', 'role', 'phones', 'emails', 'status', 'source', 'sourceDetail'],
  company: ['companyName', 'phones', 'emails', 'website', 'status', 'source', 'sourceDetail'],
} as const
const ONLY_PEOPLE = new Set(['givenName', 'familyName', 'companyId', 'role', 'birthday'])
const WIDE = new Set(['phones', 'emails', 'companyName', 'sourceDetail'])

type Source = { source?: string; sourceDetail?: string }

/** Where the last new customer on this device came from: at a fair, all of a day come from there. */
const lastSource = (items: ReadonlyMap<string, ListItem>): Source => {
  const { lastSource: source, lastSourceDetail: sourceDetail } = usePrefs.getState()
  const item = items.get(source)
  if (item === undefined || item.retired === true) return {}
  return { source, ...(sourceDetail !== '' && { sourceDetail }) }
}

const startValues = ({ companyId, name }: Request, source: Source): FormValues => ({
  kind: 'person',
  status: 'lead',
  ...source,
  ...(companyId && { companyId }),
  ...(name && splitName(name)),
})

/** Adds a person or a company: a few fields first, the rest on demand. Says who may be in the book already. */
export const NewCustomerDialog = ({ request, onClose }: { request: Request; onClose: () => void }) => {
  const { t, tx } = useI18n()
  const book = useBook()
  const navigate = useNavigate()
  const tellError = useTellError()
  const catalog = useCatalog()
  const keys = keysOf(catalog)
  const { items } = useLookups()
  const [purpose] = usePurposes()
  const [all, setAll] = useState(false)
  const [consent, setConsent] = useState<StandConsentValue>({ channels: [], how: t('privacy.howStand') })
  const { form, submit, onKeyDown } = useRecordForm({
    noun: 'customers',
    keys,
    before: {},
    start: startValues(request, lastSource(items)),
    onSave: async (changed) => {
      const typed = unflatten(changed as Parameters<typeof unflatten>[0]) as NewRecord<'customers'>
      const consents = standEntries(consent, purpose?.id)
      const record = Object.keys(consents).length > 0 ? { ...typed, consents } : typed
      try {
        let id = ''
        const params = { name: displayName(record as Records['customers']) }
        await book.write({ key: 'customerCreated', params }, (draft) => {
          id = draft.create('customers', record).id
        })
        setPrefs({ lastSource: record.source ?? '', lastSourceDetail: record.sourceDetail ?? '' })
        open(id)
      } catch (error) {
        tellError(error)
      }
    },
  })
  const values = form.watch()
  const addTyped = useAddTyped()
  const open = (id: string) => {
    onClose()
    void navigate({ to: '/customers/$id', params: { id } })
  }
  const use = (id: string) => void addTyped(id, values, keys).then(() => open(id), tellError)
  const kind = values['kind'] === 'company' ? 'company' : 'person'
  const needed = catalog.own
    .map(({ id }) => id)
    .filter((id) => {
      const field = catalog.fields('customers')[id]
      return field !== undefined && isFieldOfKind(field, kind) && catalog.isRequired('customers', id, values)
    })
  const first: readonly string[] = [...quick[kind], ...needed]
  const rest = keys.filter(
    (key) => key !== 'kind' && !first.includes(key) && (kind === 'person' || !ONLY_PEOPLE.has(key)),
  )
  const turn = (next: (typeof customerKinds)[number]) => {
    const name = displayName({ ...values, kind } as Records['customers'])
    form.setValue('kind', next)
    const parts = splitName(name)
    form.setValue('givenName', next === 'person' ? parts.givenName : null)
    form.setValue('familyName', next === 'person' ? parts.familyName : null)
    form.setValue('companyName', next === 'company' ? name || null : null)
    if (next === 'company') for (const key of ONLY_PEOPLE) form.setValue(key, null)
  }
  return (
    <Dialog
      isOpen
      size="md"
      isDirty={form.formState.isDirty}
      title={t('customers.new')}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isPending={form.formState.isSubmitting}>
            {t('customers.add')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter of the fields inside bubbles here */}
      <div onKeyDown={onKeyDown} className="flex flex-col gap-3">
        <Segmented
          label={tx('field.customers.kind', '')}
          options={customerKinds.map((id) => ({ id, label: tx(`option.customers.kind.${id}`, id) }))}
          value={kind}
          onChange={turn}
        />
        <div className="grid grid-cols-2 gap-x-3 gap-y-2.5" key={kind}>
          {first.map((name, index) => (
            <div key={name} className={WIDE.has(name) ? 'col-span-2' : 'min-w-0'}>
              <FormField noun="customers" form={form} name={name} autoFocus={index === 0} />
            </div>
          ))}
        </div>
        <BlockedNotice values={values} />
        <SimilarCustomers values={values} onOpen={open} onUse={use} />
        <StandConsent value={consent} onChange={setConsent} />
        {all ? (
          <RecordFields noun="customers" form={form} only={rest} />
        ) : (
          <Button small variant="quiet" icon={ChevronDown} className="self-start" onPress={() => setAll(true)}>
            {t('customers.moreFields')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
