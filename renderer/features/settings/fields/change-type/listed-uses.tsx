import { useI18n } from '../../../../i18n/index.ts'
import type { FieldUse } from './field-uses.ts'

/** The saved lists that name the field: those that lose conditions one by one, then those that only follow. */
export const ListedUses = ({ uses }: { uses: readonly FieldUse[] }) => {
  const { t, format } = useI18n()
  const listed = uses.filter(({ inTrash }) => !inTrash)
  const losing = listed.filter(({ lost }) => lost > 0)
  const following = listed.filter(({ lost }) => lost === 0)
  const nameOf = ({ table, name }: FieldUse): string => t(`ownFields.uses.${table}`, { name })
  return (
    <>
      {losing.length > 0 && (
        <section className="rounded-lg border border-line px-3 py-2">
          <p>{t('ownFields.uses.losing')}</p>
          <ul className="mt-1.5 text-sm">
            {losing.map((use) => (
              <li key={use.id} className="flex justify-between gap-3">
                <bdi className="truncate">{nameOf(use)}</bdi>
                <span className="shrink-0 text-ink-muted">{t('ownFields.uses.lost', { count: use.lost })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {following.length > 0 && (
        <p className="text-ink-muted text-sm">
          {t('ownFields.uses.following', { names: format.list(following.map(nameOf)) })}
        </p>
      )}
    </>
  )
}
