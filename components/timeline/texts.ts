import type { Say } from '@/lib/i18n/say'

const plain = ['inWords', 'or', 'copyMark', 'oldMark', 'lostMark', 'crashMark', 'peerA', 'peerB'] as const

/** Texts with places that are filled in when a picture is drawn, and the names of these places. */
const templates = {
  picture: ['left', 'right'],
  start: ['left', 'leftStates', 'right', 'rightStates'],
  call: ['who', 'name'],
  timeout: ['who', 'name'],
  crash: ['who'],
  sent: ['who', 'number', 'segment'],
  copy: ['who', 'number', 'segment'],
  old: ['who', 'number', 'segment'],
  underWay: ['who', 'number', 'segment'],
  arrives: ['number', 'who'],
  lost: ['number', 'who'],
  passes: ['who', 'number', 'other', 'segment'],
  stay: ['who', 'states'],
  stays: ['who', 'states'],
  more: ['count'],
} as const

/** The words of a sequence diagram. */
export type TimelineTexts = Readonly<Record<(typeof plain)[number] | keyof typeof templates, string>>

/** The words of a sequence diagram in one language, for the server and the browser alike. */
export function timelineTexts(say: Say): TimelineTexts {
  return Object.fromEntries([
    ...plain.map((key) => [key, say(`timeline.${key}`)]),
    ...Object.entries(templates).map(([key, places]) => [
      key,
      say(`timeline.${key}`, Object.fromEntries(places.map((place) => [place, `{${place}}`]))),
    ]),
  ]) as TimelineTexts
}
