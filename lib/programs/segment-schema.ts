import * as z from 'zod'
import { controlBits, type Segment } from '@/lib/tcp/segment'
import { sequenceSpace } from '@/lib/tcp/sequence'

export const sequenceNumberSchema = z
  .int()
  .min(0)
  .max(sequenceSpace - 1)

/** The most octets of text that a segment takes: what the 16 bits of IP's length field can say. */
export const largestText = 65_535

/** One segment as programs write it: `ack` is there exactly when the ACK bit is set. */
export const segmentSchema = z
  .strictObject({
    seq: sequenceNumberSchema,
    ack: sequenceNumberSchema.exactOptional(),
    ctl: z.array(z.enum(controlBits)).max(controlBits.length),
    len: z.int().min(0).max(largestText).default(0),
  })
  .superRefine(({ ack, ctl }, context) => {
    for (const [index, bit] of ctl.entries()) {
      if (ctl.indexOf(bit) < index) context.addIssue({ code: 'custom', path: ['ctl', index], message: `${bit} again` })
    }
    if (ctl.includes('ACK') && ack === undefined) {
      context.addIssue({ code: 'custom', path: ['ack'], message: 'Missing, though ctl has ACK' })
    }
    if (!ctl.includes('ACK') && ack !== undefined) {
      context.addIssue({ code: 'custom', path: ['ack'], message: 'Given, though ctl has no ACK' })
    }
  })

export type SegmentJson = z.output<typeof segmentSchema>

/** The machine's segment for a program's. */
export function segmentOf({ seq, ack, ctl, len }: SegmentJson): Segment {
  return { seq, ack: ack ?? null, ctl, len }
}

/** A program's segment for the machine's. */
export function segmentJson({ seq, ack, ctl, len }: Segment): SegmentJson {
  return { seq, ...(ack !== null && { ack }), ctl: [...ctl], len }
}
