/** The topics by which items are chosen, in the order in which a course takes them. */
export const topics = [
  'open',
  'established',
  'active close',
  'passive close',
  'simultaneous',
  'abort and reset',
  'TIME-WAIT and 2MSL',
  'sequence numbers',
] as const

export type Topic = (typeof topics)[number]
