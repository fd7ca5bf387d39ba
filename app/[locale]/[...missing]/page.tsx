import { notFound } from 'next/navigation'

/** Any address that no other page takes, so that its not-found page stands in the shell and in the reader's language. */
export default function Missing() {
  notFound()
}
