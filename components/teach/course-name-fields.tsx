import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/form/fields'

type Props = { readonly name?: string; readonly term?: string; readonly longest: number }

/** What a course is called, and its term. */
export function CourseNameFields({ name = '', term = '', longest }: Props) {
  const t = useTranslations('teach')
  const plain = { maxLength: longest, autoComplete: 'off' } as const
  return (
    <>
      <TextField name="name" label={t('courseName')} defaultValue={name} problem={t('problems.name')} {...plain} />
      <TextField
        name="term"
        label={t('term')}
        hint={t('termHint')}
        defaultValue={term}
        problem={t('problems.optional')}
        {...plain}
      />
    </>
  )
}
