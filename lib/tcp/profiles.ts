/**
 * The readings of TCP that the machine can run. A profile is a set of named differences and nothing else; the first
 * is the canon.
 */
export const profiles = ['rfc9293', 'rfc9293-no-5961', 'rfc793'] as const

export type Profile = (typeof profiles)[number]

type Differences = {
  /** RFC 5961 section 3: a RST resets only at RCV.NXT exactly; elsewhere in the window it draws a challenge ACK. */
  readonly rstMustMatch: boolean
  /** RFC 5961 section 4: a SYN in a synchronized state draws a challenge ACK, wherever it lies. */
  readonly synIsChallenged: boolean
  /** RFC 5961 section 5 (MAY-12): an ACK older than the largest window is discarded and answered. */
  readonly ackRangeIsChecked: boolean
  /** RFC 1122 4.2.2.20 (e): a SYN in SYN-RECEIVED returns a passive open to LISTEN; RFC 793 resets it. */
  readonly synReturnsToListen: boolean
  /** RFC 793 lets SYN-RECEIVED take SND.UNA =< SEG.ACK; RFC 9293 wants SND.UNA < SEG.ACK (3.10.7.4 fifth). */
  readonly synReceivedTakesOldAck: boolean
  /** RFC 793's text (page 61) sends CLOSE-WAIT to CLOSING; RFC 1122 4.2.2.20 (a) mends it to LAST-ACK. */
  readonly closeWaitClosesTo: 'LAST-ACK' | 'CLOSING'
}

const rfc9293: Differences = {
  rstMustMatch: true,
  synIsChallenged: true,
  ackRangeIsChecked: true,
  synReturnsToListen: true,
  synReceivedTakesOldAck: false,
  closeWaitClosesTo: 'LAST-ACK',
}

const without5961: Differences = { ...rfc9293, rstMustMatch: false, synIsChallenged: false, ackRangeIsChecked: false }

export const differences: Record<Profile, Differences> = {
  rfc9293,
  'rfc9293-no-5961': without5961,
  rfc793: {
    ...without5961,
    synReturnsToListen: false,
    synReceivedTakesOldAck: true,
    closeWaitClosesTo: 'CLOSING',
  },
}

/**
 * MAX.SND.WND of RFC 5961 section 5: hard-coded to the largest value of the 16-bit window field, as 3.10.7.4 allows;
 * window scaling is not modelled.
 */
export const largestWindow = 65_535
