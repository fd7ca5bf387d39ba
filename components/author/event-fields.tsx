import { fill } from '@/components/practice/fill'
import { type ControlBit, controlBits } from '@/lib/tcp/segment'
import type { EventDraft } from '@/lib/teach/machine-draft'
import { NumberBox, Select, Tick } from './controls'
import type { AuthorTexts, Choice } from './texts'

type Props = {
  readonly event: EventDraft
  /** From 1. */
  readonly number: number
  readonly onChange: (event: EventDraft) => void
  readonly texts: AuthorTexts
}

const plainSegment: SegmentDraft = { kind: 'segment', ctl: ['ACK'], seq: 'expected', ack: 'all', len: 0 }

/** One thing that happens: a call, a timer, or a segment with its bits and numbers. */
export function EventFields({ event, number, onChange, texts }: Props) {
  const groups: readonly { label: string; choices: readonly Choice[] }[] = [
    { label: texts.calls, choices: texts.callNames.map(({ value, text }) => ({ value: `call ${value}`, text })) },
    { label: texts.arrives, choices: [{ value: 'segment', text: texts.segment }] },
    { label: texts.timeouts, choices: texts.timers.map(({ value, text }) => ({ value: `timeout ${value}`, text })) },
  ]
  const choose = (value: string) => {
    const call = texts.callNames.find((choice) => value === `call ${choice.value}`)
    const timer = texts.timers.find((choice) => value === `timeout ${choice.value}`)
    if (call !== undefined) onChange({ kind: 'call', call: call.value })
    else if (timer !== undefined) onChange({ kind: 'timeout', timeout: timer.value })
    else onChange(plainSegment)
  }
  return (
    <div className="flex flex-col gap-3">
      <Select label={fill(texts.eventNumber, { number })} value={nameOf(event)} groups={groups} onChoose={choose} />
      {event.kind === 'segment' && <SegmentFields {...{ segment: event, onChange, texts }} />}
    </div>
  )
}

function nameOf(event: EventDraft): string {
  switch (event.kind) {
    case 'call':
      return `call ${event.call}`
    case 'timeout':
      return `timeout ${event.timeout}`
    case 'segment':
      return 'segment'
  }
}

type SegmentDraft = Extract<EventDraft, { kind: 'segment' }>

const largest = 4_294_967_295

function SegmentFields({
  segment,
  onChange,
  texts,
}: {
  readonly segment: SegmentDraft
  readonly onChange: (segment: SegmentDraft) => void
  readonly texts: AuthorTexts
}) {
  const { ctl, seq, ack, len } = segment
  const toggle = (bit: ControlBit, isSet: boolean) =>
    onChange({ ...segment, ctl: controlBits.filter((one) => (one === bit ? isSet : ctl.includes(one))) })
  const own = { value: 'own', text: texts.own } as const
  return (
    <div className="flex flex-col gap-3 border-rule border-l-4 pl-4">
      <fieldset>
        <legend className="font-medium">{texts.bits}</legend>
        <div className="flex flex-wrap gap-x-5">
          {controlBits.map((bit) => (
            <Tick key={bit} label={`\`${bit}\``} checked={ctl.includes(bit)} onTick={(isSet) => toggle(bit, isSet)} />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={texts.seq}
          value={typeof seq === 'number' ? 'own' : seq}
          groups={[{ label: '', choices: [...texts.seqPlaces, own] }]}
          onChoose={(value) => onChange({ ...segment, seq: value === 'own' ? 301 : value })}
        />
        {typeof seq === 'number' && (
          <NumberBox
            label={texts.ownSeq}
            value={seq}
            most={largest}
            onChange={(value) => onChange({ ...segment, seq: value })}
          />
        )}
        {ctl.includes('ACK') && (
          <Select
            label={texts.ack}
            value={typeof ack === 'number' ? 'own' : ack}
            groups={[{ label: '', choices: [...texts.ackPlaces, own] }]}
            onChoose={(value) => onChange({ ...segment, ack: value === 'own' ? 101 : value })}
          />
        )}
        {ctl.includes('ACK') && typeof ack === 'number' && (
          <NumberBox
            label={texts.ownAck}
            value={ack}
            most={largest}
            onChange={(value) => onChange({ ...segment, ack: value })}
          />
        )}
        <NumberBox
          label={texts.len}
          value={len}
          most={65_535}
          onChange={(value) => onChange({ ...segment, len: value })}
        />
      </div>
    </div>
  )
}
