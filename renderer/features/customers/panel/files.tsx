import { FileText, Trash2 } from 'lucide-react'

import { useLinked } from '../../../data/index.ts'
import { useI18n } from '../../../i18n/index.ts'
import { FileDrop, Icon, IconButton, Spinner } from '../../../ui/index.ts'
import { useFiles } from './use-files.ts'

/** The files of a customer: dropped or chosen, opened, removed. */
export const Files = ({ customerId }: { customerId: string }) => {
  const { t, format } = useI18n()
  const files = useLinked('attachments', 'customerId', customerId)
  const { attachAll, open, remove } = useFiles(customerId)
  if (!files) return <Spinner />
  return (
    <div className="flex flex-col gap-3 px-[18px] py-3">
      <ul className="flex flex-col">
        {files.map((file) => (
          <li key={file.id} className="flex items-center gap-2 border-line border-b py-1.5">
            <Icon of={FileText} className="text-ink-muted" />
            <button
              type="button"
              aria-label={t('customers.files.open', { name: file.name })}
              onClick={() => open(file)}
              className="min-w-0 flex-1 truncate rounded-sm text-start hover:text-accent hover:underline"
            >
              <bdi>{file.name}</bdi>
            </button>
            <span className="flex-none text-ink-faint text-xs">
              {format.bytes(file.size)} · {format.instant(file.createdAt, 'relative')}
            </span>
            <IconButton
              small
              icon={Trash2}
              label={t('customers.files.remove', { name: file.name })}
              onPress={() => remove(file)}
            />
          </li>
        ))}
      </ul>
      <FileDrop
        multiple
        label={t('customers.files.drop')}
        description={t('customers.files.hint')}
        onFiles={(chosen) => void attachAll(chosen)}
      />
    </div>
  )
}
