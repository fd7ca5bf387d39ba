import type { Say } from '../i18n/say'
import { judgeProse } from '../items/claims/judge-prose'
import type { Body } from '../items/item'
import { situationsAlong } from '../items/kinds/after-events'
import { controlOf } from '../items/kinds/all'
import { captureOf } from '../items/kinds/capture'
import { selectsIss } from '../items/kinds/numbers'
import { senderOf } from '../items/kinds/states-of-trace'
import { selectPath } from '../items/paths'
import { commands } from '../items/sockets'
import type { Topic } from '../items/topics'
import { wordKey } from '../tcp/word-key'
import { marked, meaningWords } from './machine-words'
import { readMarkdown } from './markdown'
import { presentEndpoint, presentSequenceOfEvents } from './present-endpoint'
import { presentOption } from './present-option'
import { presentSequence } from './present-sequence'
import { presentSockets } from './present-sockets'
import { presentAskedTrace } from './present-trace'
import type { PresentedItem } from './presented-item'
import { vouchedWords } from './vouched-words'

/** One showing of an item: where in the practice, and the options in the order of this showing. */
export type Showing = {
  readonly position: number
  readonly topic: Topic
  readonly level: number
  readonly body: Body
  readonly options: readonly string[]
  /** Which of its two wordings the question gets. */
  readonly wording?: 0 | 1
}

/** An item in words, for the browser: nothing of the query travels but what these words say. */
export function presentItem(say: Say, { position, topic, level, body, options, wording = 0 }: Showing): PresentedItem {
  const control = controlOf(body)
  return {
    position,
    kind: body.kind,
    control,
    topic: say(`item.topics.${wordKey(topic)}`),
    stem: stemOf(say, body, wording === 0 ? 'stems' : 'stemsAgain'),
    hint: say(`item.hints.${hintOf(body)}`),
    keys: keysOf(say, control, options.length),
    endpoint: endpointOf(say, body, level),
    prose:
      body.kind === 'prose' ? { text: readMarkdown(body.text), vouched: vouchedWords(say, judgeProse(body)) } : null,
    sequence: sequenceOf(say, body),
    listing: body.kind === 'socket-pile' ? presentSockets(body, options) : null,
    options: options.map((option) => presentOption(say, option)),
    place: body.kind === 'click-state' ? 'state' : body.kind === 'click-arrow' ? 'arrow' : null,
  }
}

function sequenceOf(say: Say, body: Body): PresentedItem['sequence'] {
  switch (body.kind) {
    case 'complete-diagram':
    case 'fill-diagram':
      return presentSequence(say, body.path, body)
    case 'impossible-segment':
    case 'states-of-trace':
      return presentAskedTrace(body)
    default:
      return null
  }
}

function hintOf(body: Body): string {
  if (body.kind === 'states-of-trace') return 'possible'
  if (body.kind === 'click-arrow') return 'arrow'
  return body.kind === 'type-state' && body.clue.kind === 'alias' ? 'name' : controlOf(body)
}

function keysOf(say: Say, control: PresentedItem['control'], count: number): string | null {
  switch (control) {
    case 'choice':
    case 'several':
      return say('item.keys.options', { count })
    case 'order':
      return say('item.keys.order')
    case 'place':
    case 'fill':
    case 'text':
    case 'numbers':
      return null
  }
}

function endpointOf(say: Say, body: Body, level: number): PresentedItem['endpoint'] {
  if (body.kind === 'after-events') return presentSequenceOfEvents(say, situationsAlong(body))
  if (body.kind === 'numbers') return presentEndpoint(say, body.situation, 'numbers')
  const said = level === 1 ? 'meaning' : 'segment'
  if ('situation' in body) return presentEndpoint(say, body.situation, said)
  if (body.kind === 'type-state' && body.clue.kind === 'situation') {
    return presentEndpoint(say, body.clue.situation, said)
  }
  return null
}

/** The messages with the first wording of each question, and with the second. */
type Stems = 'stems' | 'stemsAgain'

function stemOf(say: Say, body: Body, stems: Stems): string {
  switch (body.kind) {
    case 'which-event':
    case 'possible':
    case 'shortest-way':
      return say(`item.${stems}.${body.kind}`, { from: marked(body.from), to: marked(body.to) })
    case 'state-from-meaning':
      return say(`item.${stems}.state-from-meaning`, { meaning: meaningWords(say, body.state) })
    case 'meaning-from-state':
      return say(`item.${stems}.meaning-from-state`, { state: marked(body.state) })
    case 'type-state':
      return typeStateStem(say, body.clue, stems)
    case 'order':
      return say(`item.${stems}.order-${body.what === 'segment' ? 'segments' : 'states'}`, {
        path: say(`item.paths.${body.path}`),
        peer: body.what,
      })
    case 'complete-diagram': {
      const what = body.what === 'segment' ? 'segment' : 'state'
      return say(`item.${stems}.complete-${what}`, {
        path: say(`item.paths.${selectPath(body.path).name}`),
        peer: body.what,
      })
    }
    case 'socket-pile':
      return say(`item.${stems}.pile-${body.asks}`, { command: marked(commands[body.lister]) })
    case 'states-of-trace':
      return say(`item.${stems}.trace-${senderOf(body) === body.peer ? 'sender' : 'receiver'}`, {
        peer: body.peer,
        passed: body.passed,
      })
    case 'capture':
      return captureStem(say, body, stems)
    case 'fill-diagram':
      return say(`item.${stems}.fill-diagram`, { path: say(`item.paths.${body.path}`), count: body.lines.length })
    case 'together':
      return say(`item.${stems}.together-${body.ask}`)
    case 'prose':
      return body.title
    case 'numbers':
      return selectsIss(body) ? say(`item.${stems}.numbers-iss`, { iss: body.iss }) : say(`item.${stems}.numbers`)
    default:
      return say(`item.${stems}.${body.kind}`)
  }
}

function captureStem(say: Say, body: Extract<Body, { kind: 'capture' }>, stems: Stems): string {
  const { start, lost, point } = captureOf(body)
  return say(`item.${stems}.capture`, {
    where: say(`item.capture.at.${point}`),
    start: say('item.capture.start', { A: marked(start.A.state), B: marked(start.B.state) }),
    network: say(`item.capture.${lost ? 'lost' : 'whole'}`),
  })
}

function typeStateStem(say: Say, clue: Extract<Body, { kind: 'type-state' }>['clue'], stems: Stems): string {
  switch (clue.kind) {
    case 'meaning':
      return say(`item.${stems}.type-from-meaning`, { meaning: meaningWords(say, clue.state) })
    case 'alias':
      return say(`item.${stems}.type-from-alias`, { alias: marked(clue.alias) })
    case 'situation':
      return say(`item.${stems}.type-from-situation`)
  }
}
