import { PlaceAnswer } from '@/components/item/place-answer'
import type { PracticeTexts } from '@/components/practice/texts'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import { type State, states } from '@/lib/tcp/states'
import { type Chosen, firstEvent, isAboutSituation } from './chosen'
import { Select, Tick } from './controls'
import { EventFields } from './event-fields'
import type { AuthorTexts } from './texts'

/** What the editor knows of the machine, from the server. */
export type MachineFacts = {
  /** The changes of state that can be asked about, in words. */
  readonly rules: readonly { readonly id: string; readonly from: string; readonly text: string }[]
  /** In which states something can be said of an endpoint. */
  readonly sayable: Readonly<
    Record<'opened' | 'remote' | 'sendsQueued' | 'textAwaiting' | 'dataOut', readonly string[]>
  >
  readonly mostEvents: number
}

type Props = {
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
  readonly facts: MachineFacts
  readonly texts: AuthorTexts
  readonly practiceTexts: PracticeTexts
}

const stateChoices = states.map((state) => ({ value: state, text: state }))

/** The situation, picked on the diagram, and what is asked about it. */
export function MachineFields({ chosen, onChoose, facts, texts, practiceTexts }: Props) {
  const { query, endpoint, to, rule } = chosen
  const pick = (state: State) => {
    const first = facts.rules.find(({ from }) => from === state)
    onChoose({ ...chosen, endpoint: { ...endpoint, state }, rule: first?.id ?? '' })
  }
  const rules = facts.rules.filter(({ from }) => from === endpoint.state)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-2">
      <fieldset className="min-w-0">
        <legend className="mb-2 font-medium">{texts.stateLegend}</legend>
        <PlaceAnswer
          place="state"
          chosen={`state:${endpoint.state}`}
          onChoose={(place) => {
            const state = states.find((one) => place === `state:${one}`)
            if (state !== undefined) pick(state)
          }}
          right={null}
          answered={false}
          texts={{ ...practiceTexts, chosenPlace: texts.from }}
        />
      </fieldset>
      <div className="flex min-w-0 flex-col gap-6">
        <Select
          label={texts.query}
          value={query}
          groups={[
            { label: texts.aboutSituation, choices: texts.situationQueries },
            { label: texts.aboutStates, choices: texts.statesQueries },
          ]}
          onChoose={(value) => onChoose({ ...chosen, query: value, rule: rule === '' ? (rules[0]?.id ?? '') : rule })}
        />
        {query === 'which-event' && (
          <Select
            label={texts.rule}
            value={rule}
            groups={[{ label: '', choices: rules.map(({ id, text }) => ({ value: id, text })) }]}
            onChoose={(value) => onChoose({ ...chosen, rule: value })}
          />
        )}
        {query === 'possible' && (
          <Select
            label={texts.to}
            value={to}
            groups={[{ label: '', choices: stateChoices }]}
            onChoose={(value) => onChoose({ ...chosen, to: value })}
          />
        )}
        {isAboutSituation(query) && (
          <>
            <EndpointFields {...{ chosen, onChoose, facts, texts }} />
            <Events {...{ chosen, onChoose, facts, texts }} />
          </>
        )}
      </div>
    </div>
  )
}

type PartProps = Omit<Props, 'practiceTexts'>

const ticks = ['remote', 'sendsQueued', 'textAwaiting', 'dataOut'] as const

/** What can be said of an endpoint in its state; nothing where nothing can. */
function EndpointFields({ chosen, onChoose, facts, texts }: PartProps) {
  const { endpoint } = chosen
  const can = (what: keyof MachineFacts['sayable']) => facts.sayable[what].includes(endpoint.state)
  const said = ticks.filter(can)
  if (said.length === 0 && !can('opened')) return null
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-medium">{texts.endpoint}</legend>
      {can('opened') && (
        <Select
          label={texts.opened}
          value={endpoint.opened}
          groups={[
            {
              label: '',
              choices: [
                { value: 'passive', text: texts.passive },
                { value: 'active', text: texts.active },
              ],
            },
          ]}
          onChoose={(opened) => onChoose({ ...chosen, endpoint: { ...endpoint, opened } })}
        />
      )}
      {said.map((what) => (
        <Tick
          key={what}
          label={texts.said[what]}
          checked={endpoint[what]}
          onTick={(checked) => onChoose({ ...chosen, endpoint: { ...endpoint, [what]: checked } })}
        />
      ))}
    </fieldset>
  )
}

/** What happens to it, one thing after the other. */
function Events({ chosen, onChoose, facts, texts }: PartProps) {
  const { events } = chosen
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-medium">{texts.events}</legend>
      <p className="mt-1 text-muted text-sm">
        <Words text={texts.eventsHint} />
      </p>
      {events.map((event, index) => (
        <EventFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is all that an event has of a name
          key={index}
          number={index + 1}
          onChange={(changed) => onChoose({ ...chosen, events: events.with(index, changed) })}
          {...{ event, texts }}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button
          disabled={events.length >= facts.mostEvents}
          onClick={() => onChoose({ ...chosen, events: [...events, firstEvent] })}
        >
          {texts.addEvent}
        </Button>
        {events.length > 1 && (
          <Button onClick={() => onChoose({ ...chosen, events: events.slice(0, -1) })}>{texts.removeEvent}</Button>
        )}
      </div>
    </fieldset>
  )
}
