import { useState } from 'react'

import { TextField } from '../../../ui/index.ts'

/** A name that is saved when it is left or Enter is pressed; Escape and an empty name bring the old one back. */
export const NameField = ({
  label,
  value,
  onSave,
  className,
}: {
  label: string
  value: string
  onSave: (name: string) => void
  className?: string
}) => {
  const [typed, setTyped] = useState<string>()
  const save = () => {
    const name = typed?.trim()
    if (name && name !== value) onSave(name)
    setTyped(undefined)
  }
  return (
    <TextField
      hideLabel
      label={label}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setTyped(undefined)
      }}
      {...(className !== undefined && { className })}
    />
  )
}
