/**
 * The places where RFC 9293, its errata and its figures disagree or leave a choice. Each names the reading that the
 * machine takes; none of them is ever asked in a marked item.
 */
export const ambiguities = {
  'reset-issuer': {
    cite: '3.5.2, 3.10.5, Figure 5 note 3',
    reading: 'Whoever issues a reset by ABORT enters CLOSED, as 3.10.5 says; 3.5.2 and note 3 would have TIME-WAIT.',
  },
  'passive-open-in-listen': {
    cite: '3.10.1, MUST-41',
    reading:
      '3.10.1 is silent on a passive OPEN in LISTEN; it is refused, since it must not touch the existing record.',
  },
  'close-twice': {
    cite: '3.10.4',
    reading: 'A second CLOSE gets "error: connection closing"; 3.10.4 accepts "ok" as well.',
  },
  'missing-connection-text': {
    cite: '3.10, 3.5.1, 3.10.2',
    reading: '"connection does not exist", as each call has it; 3.10 and 3.5.1 write "connection not open".',
  },
  'user-timeout-without-timer': {
    cite: '3.10.8',
    reading: '"For any state" is taken at its word, though nothing says that the timer runs there.',
  },
  'zero-window': {
    cite: '3.4, 3.10.7.4 first, MUST-66',
    reading: 'With RCV.WND = 0 only Table 6 decides; the "special allowance" for valid ACKs is not taken.',
  },
  'syn-ack-in-syn-received': {
    cite: '3.5, Figure 7, 3.10.7.4 first, A.2',
    reading: 'The SYN,ACK of a simultaneous open establishes, as Figure 7 shows, though Table 6 finds its SEQ too old.',
  },
  'text-on-syn': {
    cite: '3.5, 3.10.7.2 third, 3.10.7.3 fourth',
    reading:
      'Text or FIN that comes with a SYN is held until ESTABLISHED, as 3.5 says; 3.10.7.2 would process it in SYN-RECEIVED.',
  },
  'old-syn-with-new-text': {
    cite: '3.10.7.4 first, 3.10.7.4 fourth',
    reading:
      'In SYN-RECEIVED an old SYN is trimmed off and the text after it processed; RFC 5961 would challenge every SYN.',
  },
  'unacceptable-ack-in-syn-received': {
    cite: '3.5.2, 3.10.7.4 fifth, MAY-12',
    reading:
      'It draws a RST, the segment is dropped and the state stays (3.5.2); the text does not say "drop", and the RFC 5961 range check would answer ACK first.',
  },
  'segment-beyond-rcv-nxt': {
    cite: '3.10.7.4 first, 3.10.7.4 seventh, SHLD-31, MAY-13',
    reading: 'It is held whole and answered by an ACK of RCV.NXT; holding is a SHOULD and the ACK a MAY.',
  },
  'ack-range': {
    cite: '3.10.7.4 fifth, MAY-12',
    reading: 'The check of RFC 5961 section 5 is made in synchronized states, with MAX.SND.WND = 65535.',
  },
  'retransmitted-fin-in-time-wait': {
    cite: '3.10.7.4 first, 3.10.7.4 fifth, 3.10.7.4 eighth',
    reading: 'It lies left of the window, yet is acknowledged and restarts 2 MSL, as the fifth and eighth step intend.',
  },
  'ack-in-time-wait': {
    cite: '3.10.7.4 fifth',
    reading:
      'A segment without FIN is not answered; "the only thing that can arrive is a retransmission of the remote FIN".',
  },
  'syn-in-time-wait': {
    cite: '3.6.1, 3.10.7.4 first, 3.10.7.4 fourth, MAY-2, SHLD-4',
    reading: 'It is treated as in the other synchronized states; reopening from TIME-WAIT is an option.',
  },
  'second-fin': {
    cite: '3.10.7.4 eighth',
    reading: 'A FIN beyond the one already received is processed to the letter; no correct peer sends it.',
  },
  'reset-for-syn': {
    cite: '3.10.7.4 fourth, 3.5.2',
    reading: 'The reset for a SYN in the window has the form of 3.5.2; the fourth step prints none.',
  },
  'rfc793-close-wait': {
    cite: 'RFC 793 3.9, RFC 1122 4.2.2.20',
    reading: "RFC 793's event processing says CLOSING, its Figure 6 LAST-ACK; its text is taken.",
  },
} as const

export type Ambiguity = keyof typeof ambiguities
