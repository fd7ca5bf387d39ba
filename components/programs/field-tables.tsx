import { useTranslations } from 'next-intl'
import { Words } from '@/components/ui/words'
import type { Messages } from '@/lib/i18n/messages'
import type { Documented } from '@/lib/programs/documented'
import type { Field } from '@/lib/programs/fields'

type FieldWords = Messages['programs']['fields']
type ObjectName = keyof FieldWords

/** The fields of each object of a call: the names, types and defaults are the schemas', the meanings are words. */
export function FieldTables({ objects }: { readonly objects: readonly Documented[] }) {
  return objects.map(({ name, fields }) => <FieldTable key={name} of={name as ObjectName} fields={fields} />)
}

function FieldTable({ of, fields }: { readonly of: ObjectName; readonly fields: readonly Field[] }) {
  const t = useTranslations('programs')
  return (
    <table className="w-full border-collapse text-left">
      <caption className="pb-2 text-left font-semibold">
        <Words text={t(`objects.${of}`)} />
      </caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('table.field')}</th>
          <th scope="col">{t('table.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name} className="border-rule border-t align-top [&>*]:py-2">
            <th scope="row" className="w-2/5 pr-4 font-normal" translate="no">
              <code className="font-mono text-[0.94em]">{field.name}</code>
              <span className="block wrap-anywhere font-mono text-[0.8em] text-muted">{field.type}</span>
            </th>
            <td>
              <Meaning of={of} field={field} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Meaning({ of, field }: { readonly of: ObjectName; readonly field: Field }) {
  const t = useTranslations('programs')
  // The names come from the schemas; messages/programs-words.test.ts holds them and the words together.
  const meaning = t(`fields.${of}.${field.name}` as `fields.tcb.${keyof FieldWords['tcb']}`)
  return (
    <>
      <Words text={meaning} />
      {field.fallback !== null && (
        <span className="block text-muted">
          <Words text={t('table.default', { value: field.fallback })} />
        </span>
      )}
      {field.fallback === null && !field.isRequired && <span className="block text-muted">{t('table.optional')}</span>}
    </>
  )
}
