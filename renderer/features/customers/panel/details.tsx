import { type Customer, type FieldGroup, nouns } from '../../../../shared/domain/index.ts'
import { ConsentSection, formFields, useCatalog } from '../../../fields/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { DetailRow } from './detail-row.tsx'

const groups: readonly FieldGroup[] = ['identity', 'reach', 'profile', 'business', 'own', 'notes']
/** A company has no given name, and its people are elsewhere. */
const ONLY_PEOPLE = new Set(['givenName', 'familyName', 'companyId', 'role', 'birthday'])
const RECORD = ['createdAt', 'createdBy'].filter((key) => key in nouns.customers.fields)

/** Every field of a customer, each to be changed in its place. */
export const Details = ({ customer }: { customer: Customer }) => {
  const { tx } = useI18n()
  const catalog = useCatalog()
  const fits = (key: string) => customer.kind === 'person' || !ONLY_PEOPLE.has(key)
  const sections = groups.map((group) => ({
    group,
    keys: formFields('customers', catalog, customer.kind).flatMap(([key, field]) =>
      field.group === group && fits(key) ? [key] : [],
    ),
  }))
  const section = ({ group, keys }: { group: FieldGroup; keys: readonly string[] }) => (
    <section key={group}>
      <h3 className="mb-1 font-[560] text-ink-faint text-xs">{tx(`fieldGroup.${group}`, group)}</h3>
      <dl className="grid grid-cols-[118px_minmax(0,1fr)] gap-x-2">
        {keys.map((key) => (
          <DetailRow key={key} customer={customer} name={key} />
        ))}
      </dl>
    </section>
  )
  return (
    <div className="flex flex-col gap-4 px-[18px] py-3">
      {sections.map(section)}
      <ConsentSection customer={customer} />
      {section({ group: 'system', keys: RECORD })}
    </div>
  )
}
