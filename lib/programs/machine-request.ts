import * as z from 'zod'
import { profiles } from '@/lib/tcp/profiles'

export const profileSchema = z.enum(profiles)

/** What GET /api/machine takes in its query. Other parameters count for nothing, as they do in most addresses. */
export const machineRequestSchema = z.object({ profile: profileSchema.default('rfc9293') })
