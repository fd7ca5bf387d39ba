import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import type { QuestionDraft } from '@/lib/teach/authored'
import { box, Select, TextBox } from './controls'
import type { AuthorTexts, Choice } from './texts'

export type ProseDraft = Extract<QuestionDraft, { kind: 'prose' }>

type Props = {
  readonly draft: ProseDraft
  readonly onChange: (draft: ProseDraft) => void
  readonly topics: readonly Choice<ProseDraft['topic']>[]
  readonly texts: AuthorTexts
}

/** What an author who writes in their own words begins with. */
export const emptyProse: ProseDraft = {
  kind: 'prose',
  title: '',
  points: 1,
  topic: 'open',
  level: 1,
  text: '',
  options: ['', '', '', ''],
  key: 0,
  claim: '',
  why: '',
}

const levels = { '1': 1, '2': 2, '3': 3 } as const
const mostOptions = 6

/** A question in the author's own words: what is asked, the options with the right one, and a claim to check. */
export function ProseFields({ draft, onChange, topics, texts }: Props) {
  const { title, text, claim, why, topic, level } = draft
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-6">
        <TextBox label={texts.stem} value={title} most={200} onChange={(to) => onChange({ ...draft, title: to })} />
        <TextBox
          label={texts.text}
          value={text}
          most={4000}
          rows={4}
          onChange={(to) => onChange({ ...draft, text: to })}
        />
        <TextBox
          label={texts.why}
          value={why}
          most={4000}
          rows={4}
          onChange={(to) => onChange({ ...draft, why: to })}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <Options {...{ draft, onChange, texts }} />
        <TextBox
          label={texts.claim}
          hint={texts.claimHint}
          value={claim}
          most={400}
          onChange={(to) => onChange({ ...draft, claim: to })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={texts.topic}
            value={topic}
            groups={[{ label: '', choices: topics }]}
            onChoose={(value) => onChange({ ...draft, topic: value })}
          />
          <Select
            label={texts.level}
            value={`${level}`}
            groups={[{ label: '', choices: texts.levels }]}
            onChoose={(value) => onChange({ ...draft, level: levels[value] })}
          />
        </div>
      </div>
    </div>
  )
}

function Options({ draft, onChange, texts }: Omit<Props, 'topics'>) {
  const { options, key } = draft
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-medium">{texts.options}</legend>
      <p className="text-muted text-sm">
        <Words text={texts.optionsHint} />
      </p>
      {options.map((option, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that an option has of a name
        <div key={index} className="flex items-center gap-3">
          <input
            type="radio"
            name="key"
            className="size-5 shrink-0"
            aria-label={fill(texts.isKey, { number: index + 1 })}
            checked={key === index}
            onChange={() => onChange({ ...draft, key: index })}
          />
          <input
            className={box}
            aria-label={fill(texts.option, { number: index + 1 })}
            maxLength={400}
            value={option}
            onChange={(event) => onChange({ ...draft, options: options.with(index, event.target.value) })}
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={options.length >= mostOptions}
          onClick={() => onChange({ ...draft, options: [...options, ''] })}
        >
          {texts.addOption}
        </Button>
        {options.length > 2 && (
          <Button
            onClick={() =>
              onChange({ ...draft, options: options.slice(0, -1), key: Math.min(key, options.length - 2) })
            }
          >
            {texts.removeOption}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
