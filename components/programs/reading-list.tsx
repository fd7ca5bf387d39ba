import { Cite } from '@/components/machine/cite'
import { useMachineWords } from '@/components/machine/machine-words'
import { Code } from '@/components/ui/code'
import { Words } from '@/components/ui/words'
import { type Ambiguity, ambiguities } from '@/lib/tcp/ambiguities'

/** The places where the RFC leaves a choice, by the name that an answer gives them, with the reading taken. */
export function ReadingList() {
  const words = useMachineWords()
  return (
    <dl className="flex flex-col gap-5">
      {(Object.keys(ambiguities) as Ambiguity[]).map((name) => {
        const { title, reading } = words.ambiguity(name)
        return (
          <div key={name} id={name} className="target:bg-accent/10">
            <dt className="flex flex-wrap gap-x-3">
              <span className="font-semibold">
                <Words text={title} />
              </span>
              <span className="text-muted text-sm">
                <Code>{name}</Code>
              </span>
            </dt>
            <dd>
              <Words text={reading} />{' '}
              <span className="text-muted">
                <Cite cite={ambiguities[name].cite} />
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
