import { useEffect, useState } from 'react'

import { checkEmail } from '../../../shared/email/index.ts'
import { useI18n } from '../../i18n/index.ts'
import type { ReadModel } from '../../read-model/api.ts'
import { useReadModel } from '../../read-model/hooks.ts'
import { Button, TextField, type TextFieldProps } from '../../ui/index.ts'

/** So many of the book with one domain are no slips of each other. */
const FREQUENT = 5
const domains = new WeakMap<ReadModel, Promise<readonly string[]>>()

/** The domains that many customers have. Asked once: a hint need not be newer than the window. */
const frequentDomains = (model: ReadModel): Promise<readonly string[]> => {
  const held = domains.get(model)
  if (held) return held
  const asked = model
    .aggregate({ noun: 'customers', archived: 'with', groupBy: [{ column: 'email' }], measures: [{ kind: 'count' }] })
    .then((rows) => {
      const counts = new Map<string, number>()
      for (const { keys, values } of rows) {
        const domain = keys[0]?.slice(keys[0].lastIndexOf('@') + 1).toLowerCase() ?? ''
        counts.set(domain, (counts.get(domain) ?? 0) + (values[0] ?? 0))
      }
      return [...counts].flatMap(([domain, count]) => (count >= FREQUENT ? [domain] : []))
    })
    .catch(() => [])
  domains.set(model, asked)
  return asked
}

/** An address keeps its direction inside a sentence of the other. */
const isolated = (email: string): string => `\u2066${email}\u2069`

type Hint = { text: string; valid: boolean; suggestion?: string }

/** What is odd about an address, once its input was left; the text stays as typed. */
const useHint = (text: string, left: string | undefined): Hint | undefined => {
  const model = useReadModel()
  const [hint, setHint] = useState<Hint>()
  useEffect(() => {
    if (left === undefined || left.trim() === '') return undefined
    let wanted = true
    void frequentDomains(model).then((frequent) => {
      if (wanted) setHint({ text: left, ...checkEmail(left, frequent) })
    })
    return () => {
      wanted = false
    }
  }, [left, model])
  return hint?.text === text && text.trim() !== '' ? hint : undefined
}

/** An e-mail address, with a hint at a slip of the fingers and a button that takes what was probably meant. */
export const EmailText = ({ className, description, onBlur, ...props }: Omit<TextFieldProps, 'type'>) => {
  const { t } = useI18n()
  const [left, setLeft] = useState<string>()
  const text = props.value ?? ''
  const hint = useHint(text, left)
  const odd = hint && !hint.valid && hint.suggestion === undefined
  return (
    <div className={className}>
      <TextField
        {...props}
        type="email"
        description={odd ? t('customers.form.oddEmail') : description}
        onBlur={(event) => {
          setLeft(text)
          onBlur?.(event)
        }}
      />
      <div role="status">
        {hint?.suggestion !== undefined && (
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-amber text-xs">
            <span>{t('fields.didYouMean', { email: isolated(hint.suggestion) })}</span>
            <Button
              small
              aria-label={t('fields.takeEmail', { email: hint.suggestion })}
              onPress={() => props.onChange(hint.suggestion ?? text)}
            >
              {t('fields.take')}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
