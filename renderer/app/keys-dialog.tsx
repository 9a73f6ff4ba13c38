import { useI18n } from '../i18n/index.ts'
import { Dialog } from '../ui/index.ts'
import { commandList } from './commands.ts'
import { Keys } from './keys.tsx'

const groups = [
  ['go', 'app.keysGo'],
  ['create', 'app.keysCreate'],
  ['edit', 'app.keysEdit'],
  ['view', 'app.keysView'],
] as const

const listKeys = [
  ['app.keyMove', ['↑', '↓']],
  ['app.keyOpen', ['Enter']],
  ['app.keySelect', ['Space']],
  ['app.keyExtend', ['Shift+↓']],
  ['app.keySelectAll', ['Mod+A']],
  ['app.keyEnds', ['Home', 'End']],
] as const

const Line = ({ label, keys }: { label: string; keys: readonly string[] }) => (
  <li className="flex items-center justify-between gap-4 border-line border-b py-[5px] last:border-0">
    <span>{label}</span>
    <span className="flex flex-none items-center gap-3">
      {keys.map((each) => (
        <Keys key={each} keys={each} />
      ))}
    </span>
  </li>
)

/** Every key of the window, made of the commands themselves. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useI18n()
  return (
    <Dialog title={t('app.keysTitle')} isOpen isText onClose={onClose} size="lg">
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {groups.map(([group, label]) => (
          <section key={group}>
            <h3 className="pb-1 font-[560] text-ink-faint text-xs">{t(label)}</h3>
            <ul>
              {commandList
                .filter((command) => command.group === group && command.keys)
                .map((command) => (
                  <Line key={command.id} label={t(command.label)} keys={command.keys ?? []} />
                ))}
            </ul>
          </section>
        ))}
        <section>
          <h3 className="pb-1 font-[560] text-ink-faint text-xs">{t('app.keysLists')}</h3>
          <ul>
            {listKeys.map(([label, keys]) => (
              <Line key={label} label={t(label)} keys={keys} />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
