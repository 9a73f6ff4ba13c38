import { type Role, roles } from '../../../../shared/domain/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { Select } from '../../../ui/index.ts'
import type { FieldDraft } from './definition-draft.ts'
import { Part } from './part.tsx'

const rules = ['change', 'see', 'hidden'] as const
type Rule = (typeof rules)[number]

const ruleOf = ({ hiddenFrom, lockedFor }: FieldDraft, role: Role): Rule => {
  if (hiddenFrom.includes(role)) return 'hidden'
  return lockedFor.includes(role) ? 'see' : 'change'
}

/** Who sees a field and who may change it. */
export const RoleRules = ({
  draft,
  onChange,
}: {
  draft: FieldDraft
  onChange: (change: Partial<FieldDraft>) => void
}) => {
  const { t } = useI18n()
  const set = (role: Role, rule: Rule) => {
    const [hiddenFrom, lockedFor] = [draft.hiddenFrom, draft.lockedFor].map((held) =>
      held.filter((each) => each !== role),
    )
    if (!hiddenFrom || !lockedFor) return
    onChange({
      hiddenFrom: rule === 'hidden' ? [...hiddenFrom, role] : hiddenFrom,
      lockedFor: rule === 'see' ? [...lockedFor, role] : lockedFor,
    })
  }
  return (
    <Part title={t('ownFields.part.roles')} help={t('ownFields.part.rolesHelp')}>
      <div className="grid grid-cols-2 gap-2.5 max-[640px]:grid-cols-1">
        {roles.map((role) => (
          <Select
            key={role}
            label={t(`role.${role}`)}
            value={ruleOf(draft, role)}
            onChange={(next) => set(role, rules.find((rule) => rule === next) ?? 'change')}
            options={rules.map((id) => ({ id, label: t(`ownFields.rule.${id}`) }))}
          />
        ))}
      </div>
    </Part>
  )
}
