import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContractError } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { Field } from '../../ui/Field.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { pageWords } from '../../words/pageWords.ts'
import { useSavedField } from './useSavedField.ts'

/** A field that saves itself and says so. `number` makes it the browser's own number field (role spinbutton). */
export function SavedField({
  label,
  hint,
  saved,
  save,
  errorOf,
  type = 'number',
  suffix,
}: {
  readonly label: string
  readonly hint?: ReactNode
  readonly saved: string
  readonly save: (text: string) => Promise<Result<unknown, ContractError>>
  readonly errorOf: (error: ContractError) => string
  readonly type?: 'number' | 'text'
  readonly suffix?: string | undefined
}) {
  const field = useSavedField(saved, save, errorOf)
  return (
    <Field label={label} hint={hint} error={field.error}>
      {(control) => (
        <div className="input-affix">
          <input
            {...control}
            className="input num"
            type={type}
            {...(type === 'number' ? { min: 0, step: 'any' } : {})}
            autoComplete="off"
            value={field.text}
            onChange={(event) => field.change(event.target.value)}
            onBlur={field.commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') field.commit()
            }}
          />
          {suffix && <span className="soft small">{suffix}</span>}
          <span className="saved small">
            {field.state === 'saving' && <Spinner />}
            {field.state === 'saved' && (
              <>
                <Check size={14} aria-hidden="true" /> {pageWords().settings.saved}
              </>
            )}
          </span>
        </div>
      )}
    </Field>
  )
}
